package ver003

import (
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
)

const kinds = int(record.KindOther) + 1

// tally counts events by month: all, those with a known number of dead and those without dead, by kind, and by country.
type tally struct {
	all       []int32
	known     []int32
	none      []int32
	kind      [][kinds]int32 // nil where kinds are not known
	countries [][]month      // by code; nil for countries without events
}

// month is one month of one country.
type month struct {
	all, known, none int32
	kind             [kinds]int32
}

func (m *month) add(o *month) {
	m.all += o.all
	m.known += o.known
	m.none += o.none
	for k, n := range o.kind {
		m.kind[k] += n
	}
}

func count(p *check.Pass, c *stats.Calendar) *tally {
	d, n := p.Data, c.Months()
	t := &tally{all: make([]int32, n), known: make([]int32, n), none: make([]int32, n)}
	e := d.Events
	if e.Kinds != nil {
		t.kind = make([][kinds]int32, n)
	}
	var country []uint32
	if col := d.Role(record.RoleCountry); col != nil && col.Storage == record.Coded {
		country, t.countries = col.Codes, make([][]month, len(col.Dict.Texts))
	}
	for row := range e.When {
		if row&0xffff == 0 && p.Cancelled() {
			return t
		}
		if e.Counted != nil && !e.Counted[row] {
			continue
		}
		m := c.MonthOf(&e.When[row])
		if m < 0 {
			continue
		}
		known, none, kind := int32(0), int32(0), record.KindUnknown
		if e.Deaths != nil {
			if v := e.Deaths[row].Best; v == v {
				known = 1
				if v == 0 {
					none = 1
				}
			}
		}
		t.all[m]++
		t.known[m] += known
		t.none[m] += none
		if t.kind != nil {
			kind = e.Kinds[row]
			t.kind[m][kind]++
		}
		if country == nil {
			continue
		}
		s := t.countries[country[row]]
		if s == nil {
			s = make([]month, n)
			t.countries[country[row]] = s
		}
		s[m].all++
		s[m].known += known
		s[m].none += none
		s[m].kind[kind]++
	}
	return t
}

// series is one quantity by month, with the months in which it is known.
type series struct {
	what   string // of which events a share is, for people
	level  bool   // logarithm of a number of events; else a share
	of     func(*month) (part, total int32)
	months []int
	y      []float64
	total  []int32
}

// series lists the series that are searched.
func (t *tally) series() []series {
	out := []series{t.level()}
	if s, ok := share("events without deaths", t.none, t.known); ok {
		s.of = func(m *month) (part, total int32) { return m.none, m.known }
		out = append(out, s)
	}
	if t.kind == nil {
		return out
	}
	for k := range kinds {
		part := make([]int32, len(t.all))
		for m := range part {
			part[m] = t.kind[m][k]
		}
		if s, ok := share("events of kind "+record.Kind(k).String(), part, t.all); ok {
			s.of = func(m *month) (part, total int32) { return m.kind[k], m.all }
			out = append(out, s)
		}
	}
	return out
}

// level is the logarithm of the number of events. Empty months between full ones are lost data (COV004) and are left out.
func (t *tally) level() series {
	const full = 3
	s := series{level: true, total: t.all}
	for m := 0; m < len(t.all); m++ {
		start := m
		for m < len(t.all) && t.all[m] == 0 {
			m++
		}
		before, _ := stats.Moments(t.all[max(0, start-stats.Near):start])
		after, _ := stats.Moments(t.all[m:min(len(t.all), m+stats.Near)])
		if before < full || after < full {
			for i := start; i < m; i++ {
				s.add(i, math.Log(0.5))
			}
		}
		if m < len(t.all) {
			s.add(m, math.Log(float64(t.all[m])+0.5))
		}
	}
	return s
}

func (s *series) add(m int, y float64) { s.months, s.y = append(s.months, m), append(s.y, y) }

// share is a part of all events. Months with few events are left out, and so is a part that never matters.
func share(what string, part, all []int32) (series, bool) {
	const least, matters = 10, 0.05
	s := series{what: what, total: all}
	sum := 0.0
	for m := range all {
		if all[m] >= least {
			s.add(m, float64(part[m])/float64(all[m]))
			sum += s.y[len(s.y)-1]
		}
	}
	return s, len(s.y) >= 2*stats.AtLeast && sum/float64(len(s.y)) >= matters
}
