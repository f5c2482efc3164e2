package att004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// tally counts rows and those that name no perpetrator.
type tally struct{ rows, unknown int }

func (t *tally) add(unknown bool) {
	t.rows++
	if unknown {
		t.unknown++
	}
}

func (t tally) share() float64 { return float64(t.unknown) / float64(max(t.rows, 1)) }

// percent prints the share.
func (t tally) percent() string { return wording.Share(t.unknown, t.rows) }

// counts holds the tallies of a dataset.
type counts struct {
	first     int       // the year of index 0
	total     []tally   // by year
	countries []string  // by code
	byYear    [][]tally // by country code, year; nil for a country without rows
	units     []unit    // in the order of their first rows
}

// unit is a first-level unit of a country.
type unit struct {
	country, name uint32
	tally
}

// count reads the dataset once.
func count(p *check.Pass) *counts {
	d := p.Data
	unidentified := unidentifiedRows(d)
	country, admin := coded(d, record.RoleCountry), coded(d, record.RoleAdmin1)
	years, first, last := yearsOf(d)
	k := &counts{first: first, total: make([]tally, max(last-first+1, 0)), countries: []string{""}}
	if country != nil {
		k.countries = country.Dict.Texts
	}
	k.byYear = make([][]tally, len(k.countries))
	index := map[uint64]int{}
	var lastKey uint64
	lastUnit := -1
	for row := range d.N {
		if row&0xffff == 0 && p.Cancelled() {
			return k
		}
		unknown := unidentified(row)
		code := uint32(0)
		if country != nil {
			code = country.Codes[row]
		}
		if y := int(years[row]); y != 0 {
			k.total[y-first].add(unknown)
			if k.byYear[code] == nil {
				k.byYear[code] = make([]tally, len(k.total))
			}
			k.byYear[code][y-first].add(unknown)
		}
		if admin == nil || admin.Dict.States[admin.Codes[row]] != record.Present {
			continue
		}
		key := uint64(code)<<32 | uint64(admin.Codes[row])
		if key != lastKey || lastUnit < 0 {
			i, ok := index[key]
			if !ok {
				i = len(k.units)
				index[key] = i
				k.units = append(k.units, unit{country: code, name: admin.Codes[row]})
			}
			lastKey, lastUnit = key, i
		}
		k.units[lastUnit].add(unknown)
	}
	return k
}

func coded(d *record.Dataset, r record.Role) *record.Column {
	if c := d.Role(r); c != nil && c.Storage == record.Coded {
		return c
	}
	return nil
}

// unidentifiedRows returns a function that tells whether a row names no perpetrator. Where the order of actors says nothing
// about who attacked, either of them counts.
func unidentifiedRows(d *record.Dataset) func(row int) bool {
	flags := func(c *record.Column) []bool {
		out := make([]bool, len(c.Dict.Texts))
		for code, text := range c.Dict.Texts {
			out[code] = record.ParseActor(text).Class == record.ActorUnidentified
		}
		return out
	}
	c1 := d.Role(record.RoleActor1)
	f1 := flags(c1)
	c2 := coded(d, record.RoleActor2)
	if c2 == nil {
		return func(row int) bool { return f1[c1.Codes[row]] }
	}
	f2 := flags(c2)
	return func(row int) bool { return f1[c1.Codes[row]] || f2[c2.Codes[row]] }
}

// yearsOf gives the year of each row, 0 where it is not known, with the first and last year that occur.
func yearsOf(d *record.Dataset) (years []int16, first, last int) {
	years = make([]int16, d.N)
	first, last = 1, 0
	at, year := record.NoDay, 0
	for row := range d.Events.When {
		w := &d.Events.When[row]
		if !w.Known() {
			continue
		}
		if w.First != at {
			at, year = w.First, w.First.Year()
		}
		if year < 1 || year > 9999 {
			continue
		}
		years[row] = int16(year)
		if first > last {
			first, last = year, year
		}
		first, last = min(first, year), max(last, year)
	}
	return years, first, last
}
