package cov004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
)

// wide is the number of months that a row may span and still stand for each of them.
const wide = 3

// months counts the events of each month; loose is how many events of wider spans may belong to it.
func months(p *check.Pass, c *stats.Calendar) (counts []int32, loose []float64) {
	counts, loose = make([]int32, c.Months()), make([]float64, c.Months())
	each(p, c, func(_, first, last int) {
		if last-first < wide {
			for m := first; m <= last; m++ {
				counts[m]++
			}
			return
		}
		for m := first; m <= last; m++ {
			loose[m] += 1 / float64(last-first+1)
		}
	})
	return counts, loose
}

// each calls f with the months that each event touches.
func each(p *check.Pass, c *stats.Calendar, f func(row, first, last int)) {
	e := p.Data.Events
	for row := range e.When {
		if row&0xffff == 0 && p.Cancelled() {
			return
		}
		if e.Counted != nil && !e.Counted[row] {
			continue
		}
		if first, last, ok := c.Touches(&e.When[row]); ok {
			f(row, first, last)
		}
	}
}

// area is a country, or a first-level unit of one, with its events by month.
type area struct {
	country, unit string // unit "" for the country as a whole
	rows          int
	counts        []int32
}

// areas numbers the countries and first-level units of a dataset.
type areas struct {
	list      []area
	countries []int32 // by code: index into list, -1 where the code did not occur
	units     []pair  // by code of the unit: the country with which it was met first
	further   map[uint64]int32
	country   *record.Column
	admin     *record.Column
}

type pair struct {
	country uint32
	index   int32 // -1 = not met
}

func coded(d *record.Dataset, r record.Role) *record.Column {
	if c := d.Role(r); c != nil && c.Storage == record.Coded {
		return c
	}
	return nil
}

func newAreas(d *record.Dataset) *areas {
	a := &areas{country: coded(d, record.RoleCountry), admin: coded(d, record.RoleAdmin1), further: map[uint64]int32{}}
	if a.country != nil {
		a.countries = make([]int32, len(a.country.Dict.Texts))
		for i := range a.countries {
			a.countries[i] = -1
		}
	}
	if a.admin != nil {
		a.units = make([]pair, len(a.admin.Dict.Texts))
		for i := range a.units {
			a.units[i].index = -1
		}
	}
	return a
}

// of returns the country and the unit of a row as indices into the list, -1 where it has none.
func (a *areas) of(row int) (country, unit int32) {
	country, unit = -1, -1
	code := uint32(0)
	if a.country != nil {
		code = a.country.Codes[row]
		if a.country.Dict.States[code] == record.Present {
			if a.countries[code] < 0 {
				a.countries[code] = int32(len(a.list))
				a.list = append(a.list, area{country: a.country.Dict.Texts[code]})
			}
			country = a.countries[code]
		}
	}
	if a.admin == nil {
		return country, unit
	}
	u := a.admin.Codes[row]
	if a.admin.Dict.States[u] != record.Present {
		return country, unit
	}
	// Names of units mostly belong to one country; a map is asked only for the others.
	p := &a.units[u]
	if p.index >= 0 && p.country == code {
		return country, p.index
	}
	if p.index < 0 {
		*p = pair{code, a.add(code, u)}
		return country, p.index
	}
	key := uint64(code)<<32 | uint64(u)
	i, ok := a.further[key]
	if !ok {
		i = a.add(code, u)
		a.further[key] = i
	}
	return country, i
}

func (a *areas) add(country, unit uint32) int32 {
	n := area{unit: a.admin.Dict.Texts[unit]}
	if a.country != nil {
		n.country = a.country.Dict.Texts[country]
	}
	a.list = append(a.list, n)
	return int32(len(a.list) - 1)
}

// byArea counts the events of each month for the countries and units with at least the given number of events. A country that
// holds all events is left out: it is the dataset.
func byArea(p *check.Pass, c *stats.Calendar, least int) []area {
	a := newAreas(p.Data)
	total := 0
	each(p, c, func(row, _, _ int) {
		total++
		country, unit := a.of(row)
		if country >= 0 {
			a.list[country].rows++
		}
		if unit >= 0 {
			a.list[unit].rows++
		}
	})
	for i := range a.list {
		if n := &a.list[i]; n.rows >= least && n.rows < total {
			n.counts = make([]int32, c.Months())
		}
	}
	add := func(i int32, first, last int) {
		if i < 0 || a.list[i].counts == nil {
			return
		}
		for m := first; m <= last; m++ {
			a.list[i].counts[m]++
		}
	}
	each(p, c, func(row, first, last int) {
		if last-first >= wide {
			return
		}
		country, unit := a.of(row)
		add(country, first, last)
		add(unit, first, last)
	})
	out := a.list[:0]
	for _, n := range a.list {
		if n.counts != nil {
			out = append(out, n)
		}
	}
	return out
}
