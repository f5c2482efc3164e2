package cov002

import (
	"math"

	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

const (
	mostSources = 20     // greater numbers count as this one
	mostDeaths  = 10_000 // likewise
)

// perRow returns a function that gives the number of sources of a row, 0 where it is not known; nil where the dataset does
// not say.
func perRow(d *record.Dataset) func(row int) int {
	if n := tabular.NumbersOf(d.Column("number_of_sources")); n.OK() {
		return func(row int) int {
			if v := n.At(row); v >= 1 {
				return int(min(v, mostSources))
			}
			return 0
		}
	}
	var citations []*record.Column
	for _, name := range [...]string{"scite1", "scite2", "scite3"} {
		if c := d.Column(name); c != nil {
			citations = append(citations, c)
		}
	}
	if len(citations) > 1 {
		return func(row int) int {
			n := 0
			for _, c := range citations {
				if c.Has(row) {
					n++
				}
			}
			return n
		}
	}
	// SCAD names one of two news agencies or both: that is no count of sources.
	if d.Format.ID == "scad" {
		return nil
	}
	s := grouping.SplitSources(d.Role(record.RoleSource))
	if s == nil {
		return nil
	}
	return func(row int) int { return min(len(s.Of(row)), mostSources) }
}

// table counts events by deaths (from 1) and number of sources (from 1).
type table [][mostSources + 1]int32

func count(d *record.Dataset) table {
	sources := perRow(d)
	deaths := tabular.NumbersOf(d.Role(record.RoleBest))
	if !deaths.OK() {
		return nil
	}
	var counted []bool
	if d.Events != nil {
		counted = d.Events.Counted
	}
	t := make(table, mostDeaths+1)
	for row := range d.N {
		v := deaths.At(row)
		if !(v >= 1) || counted != nil && !counted[row] {
			continue
		}
		if n := sources(row); n > 0 {
			t[int(min(v, mostDeaths))][n]++
		}
	}
	return t
}

// class is the events of one size.
type class struct {
	name           string
	from, to       int
	events, single int
	sources        int
}

func (t table) classes() []class {
	out := []class{
		{name: "1 dead", from: 1, to: 1},
		{name: "2-4 dead", from: 2, to: 4},
		{name: "5-9 dead", from: 5, to: 9},
		{name: "10-24 dead", from: 10, to: 24},
		{name: "25 or more dead", from: 25, to: mostDeaths},
	}
	for i := range out {
		c := &out[i]
		for v := c.from; v <= c.to && v < len(t); v++ {
			for n, events := range t[v] {
				c.events += int(events)
				c.sources += n * int(events)
			}
			c.single += int(t[v][1])
		}
	}
	return out
}

// spearman returns Spearman's rank correlation of deaths and sources with the mean rank for ties, and the number of events.
func (t table) spearman() (rho float64, n int) {
	byDeaths := make([]float64, len(t))
	var bySources [mostSources + 1]float64
	for v := range t {
		for k, events := range t[v] {
			byDeaths[v] += float64(events)
			bySources[k] += float64(events)
			n += int(events)
		}
	}
	if n < 3 {
		return 0, n
	}
	x, y := ranks(byDeaths), ranks(bySources[:])
	mean := float64(n+1) / 2
	var xy, xx, yy float64
	for v := range t {
		xx += byDeaths[v] * (x[v] - mean) * (x[v] - mean)
		for k, events := range t[v] {
			xy += float64(events) * (x[v] - mean) * (y[k] - mean)
		}
	}
	for k, events := range bySources {
		yy += events * (y[k] - mean) * (y[k] - mean)
	}
	if xx == 0 || yy == 0 {
		return 0, n
	}
	return xy / math.Sqrt(xx*yy), n
}

// ranks returns the mean rank of each value, given how often the values, in ascending order, occur.
func ranks(counts []float64) []float64 {
	out := make([]float64, len(counts))
	before := 0.0
	for i, n := range counts {
		out[i] = before + (n+1)/2
		before += n
	}
	return out
}
