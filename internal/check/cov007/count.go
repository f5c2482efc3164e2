package cov007

import (
	"math"

	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// mix is how rows and deaths are divided among the values of a list column. A row counts for each of its values.
type mix struct {
	names    []string
	split    *grouping.Sources
	rows     int
	deaths   float64
	named    []int     // rows by name
	alone    []int     // rows that give no other name
	dead     []float64 // deaths by name
	totalSq  float64   // sum of squared deaths
	deadSq   []float64 // the same by name
	mentions float64
}

func count(d *record.Dataset, c *record.Column) *mix {
	s := grouping.SplitSources(c)
	m := &mix{names: s.Names, split: s}
	rows, dead, square := make([]int, len(s.ByCode)), make([]float64, len(s.ByCode)), make([]float64, len(s.ByCode))
	var deaths []record.Count
	var counted []bool
	if d.Events != nil {
		deaths, counted = d.Events.Deaths, d.Events.Counted
	}
	for row, code := range c.Codes {
		if counted != nil && !counted[row] {
			continue
		}
		rows[code]++
		if deaths != nil {
			if v := float64(deaths[row].Best); v > 0 {
				dead[code] += v
				square[code] += v * v
			}
		}
	}
	m.named, m.alone = make([]int, len(s.Names)), make([]int, len(s.Names))
	m.dead, m.deadSq = make([]float64, len(s.Names)), make([]float64, len(s.Names))
	for code, names := range s.ByCode {
		if len(names) == 0 {
			continue
		}
		m.rows += rows[code]
		m.deaths += dead[code]
		m.totalSq += square[code]
		m.mentions += float64(rows[code] * len(names))
		for _, n := range names {
			m.named[n] += rows[code]
			m.dead[n] += dead[code]
			m.deadSq[n] += square[code]
		}
		if len(names) == 1 {
			m.alone[names[0]] += rows[code]
		}
	}
	return m
}

// effective is the effective number of sources: the inverse Simpson index of the mentions.
func (m *mix) effective() float64 {
	sum := 0.0
	for _, n := range m.named {
		share := float64(n) / max(m.mentions, 1)
		sum += share * share
	}
	return 1 / max(sum, 1e-12)
}

// top returns the name in the most rows, and that with the most deaths.
func (m *mix) top() (rows, dead int) {
	for i := range m.names {
		if m.named[i] > m.named[rows] {
			rows = i
		}
		if m.dead[i] > m.dead[dead] {
			dead = i
		}
	}
	return rows, dead
}

// overRows tests whether the share of rows of a name exceeds a limit.
func (m *mix) overRows(name int, limit float64) (share, z float64) {
	n := float64(max(m.rows, 1))
	share = float64(m.named[name]) / n
	return share, (share - limit) / math.Sqrt(limit*(1-limit)/n)
}

// overDeaths does the same for the share of deaths, with the variance of a ratio of two sums.
func (m *mix) overDeaths(name int, limit float64) (share, z float64) {
	if m.deaths == 0 {
		return 0, 0
	}
	share = m.dead[name] / m.deaths
	variance := (m.deadSq[name]*(1-share)*(1-share) + (m.totalSq-m.deadSq[name])*share*share) / (m.deaths * m.deaths)
	// Where all deaths are in rows of the name nothing varies; the limit itself then gives the variance.
	variance = max(variance, limit*(1-limit)*m.totalSq/(m.deaths*m.deaths)/4)
	return share, (share - limit) / math.Sqrt(variance)
}

// year is the share of a name in one calendar year.
type year struct{ year, named, rows int }

func (m *mix) years(d *record.Dataset, c *record.Column, name int) []year {
	has := make([]uint8, len(m.split.ByCode)) // 0 = no source, 1 = others, 2 = this one
	for code, names := range m.split.ByCode {
		if len(names) > 0 {
			has[code] = 1
		}
		for _, n := range names {
			if int(n) == name {
				has[code] = 2
			}
		}
	}
	cal := stats.NewCalendar(d)
	first, _ := cal.YearMonth(0)
	last, _ := cal.YearMonth(cal.Months() - 1)
	out := make([]year, last-first+1)
	yearOf := make([]int, cal.Months())
	for i := range yearOf {
		y, _ := cal.YearMonth(i)
		yearOf[i] = y - first
	}
	for row, code := range c.Codes {
		if has[code] == 0 || d.Events.Counted != nil && !d.Events.Counted[row] {
			continue
		}
		a, b, ok := cal.Touches(&d.Events.When[row])
		if !ok || yearOf[a] != yearOf[b] {
			continue
		}
		out[yearOf[a]].rows++
		if has[code] == 2 {
			out[yearOf[a]].named++
		}
	}
	for i := range out {
		out[i].year = first + i
	}
	return out
}

func (m *mix) percent(name int) string { return wording.Share(m.named[name], m.rows) }
