package geo006

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// site is a place as rows name it, with the point of its first row.
type site struct {
	key      uint64
	lat, lon float64
	apart    bool // some row lies farther than the limit from that point
}

// sites finds the site of a row by its names. Most place names occur in one country and unit only: the first site of each
// name is found by its code, the others through a map.
type sites struct {
	country, admin1, name *record.Column
	first                 []int32 // by code of the name: index into list, -1 = none yet
	more                  map[siteKey]int32
	list                  []site
}

type siteKey struct {
	area uint64
	name uint32
}

func newSites(d *record.Dataset) *sites {
	s := &sites{country: d.Role(record.RoleCountry), admin1: d.Role(record.RoleAdmin1), name: d.Role(record.RolePlace), more: map[siteKey]int32{}}
	s.first = make([]int32, len(s.name.Dict.Texts))
	for i := range s.first {
		s.first[i] = -1
	}
	return s
}

// of returns the index of the row's site, -1 where the row names none; add makes a new one with the row's point.
func (s *sites) of(row int, lat, lon float64, add bool) int32 {
	code := s.name.Codes[row]
	if s.name.Dict.States[code] != record.Present || s.admin1.Dict.States[s.admin1.Codes[row]] != record.Present {
		return -1
	}
	area := uint64(s.country.Codes[row])<<32 | uint64(s.admin1.Codes[row])
	i := s.first[code]
	if i >= 0 && s.list[i].key == area {
		return i
	}
	key := siteKey{area, code}
	if i >= 0 {
		if j, ok := s.more[key]; ok {
			return j
		}
	}
	if !add {
		return -1
	}
	n := int32(len(s.list))
	s.list = append(s.list, site{key: area, lat: lat, lon: lon})
	if i < 0 {
		s.first[code] = n
	} else {
		s.more[key] = n
	}
	return n
}

func run(p *check.Pass) {
	e := p.Data.Events
	s := newSites(p.Data)
	limit := p.Float("km")
	apart := false
	for row := range e.Lat {
		if !named(e, row) {
			continue
		}
		i := s.of(row, e.Lat[row], e.Lon[row], true)
		if i < 0 {
			continue
		}
		x := &s.list[i]
		if x.lat == e.Lat[row] && x.lon == e.Lon[row] || x.apart {
			continue
		}
		if place.Haversine(x.lat, x.lon, e.Lat[row], e.Lon[row]) > limit {
			x.apart, apart = true, true
		}
	}
	if !apart || p.Cancelled() {
		return
	}
	rows := map[int32][]int32{}
	var order []int32
	for row := range e.Lat {
		if !named(e, row) {
			continue
		}
		if i := s.of(row, 0, 0, false); i >= 0 && s.list[i].apart {
			if rows[i] == nil {
				order = append(order, i)
			}
			rows[i] = append(rows[i], int32(row))
		}
	}
	for _, i := range order {
		look(p, rows[i], limit)
	}
}

// named reports whether a row has a point and claims that it is that of a named place.
func named(e *record.Events, row int) bool {
	if math.IsNaN(e.Lat[row]) || math.IsNaN(e.Lon[row]) || e.Lat[row] == 0 && e.Lon[row] == 0 {
		return false
	}
	return e.PlacePrec == nil || e.PlacePrec[row] == record.PlaceExact || e.PlacePrec[row] == record.PlaceUnstated
}

// cluster is the rows of a site that lie near the point of the first of them.
type cluster struct {
	lat, lon float64
	rows     []int32
}

// look parts the rows of one site by where they lie and reports the small clusters beside the large one.
func look(p *check.Pass, rows []int32, limit float64) {
	e := p.Data.Events
	var clusters []cluster
next:
	for _, r := range rows {
		lat, lon := e.Lat[r], e.Lon[r]
		for i := range clusters {
			c := &clusters[i]
			if c.lat == lat && c.lon == lon || place.Haversine(c.lat, c.lon, lat, lon) <= limit {
				c.rows = append(c.rows, r)
				continue next
			}
		}
		clusters = append(clusters, cluster{lat, lon, []int32{r}})
	}
	slices.SortStableFunc(clusters, func(a, b cluster) int { return cmp.Compare(len(b.rows), len(a.rows)) })
	main := clusters[0]
	most := p.Int("majority")
	if len(main.rows) < most {
		return
	}
	for _, c := range clusters[1:] {
		if len(main.rows) >= most*len(c.rows) && !otherDivision(p.Data, main.rows, c.rows) {
			report(p, main, c)
		}
	}
}

// otherDivision reports whether two sets of rows name second-order divisions and share none.
func otherDivision(d *record.Dataset, a, b []int32) bool {
	c := d.Role(record.RoleAdmin2)
	if c == nil || c.Storage != record.Coded {
		return false
	}
	seen := map[uint32]bool{}
	for _, r := range a {
		if c.Has(int(r)) {
			seen[c.Codes[r]] = true
		}
	}
	stated := false
	for _, r := range b {
		if c.Has(int(r)) {
			stated = true
			if seen[c.Codes[r]] {
				return false
			}
		}
	}
	return stated && len(seen) > 0
}

func report(p *check.Pass, main, c cluster) {
	d := p.Data
	row := int(c.rows[0])
	name, _ := d.Role(record.RolePlace).Text(row)
	admin, _ := d.Role(record.RoleAdmin1).Text(row)
	km := place.Haversine(main.lat, main.lon, c.lat, c.lon)
	related := tabular.Refs(d, c.rows[1:], p.Col(record.RoleLat), tabular.MaxRelated)
	related = append(related, check.Ref{Data: d, Row: int(main.rows[0]), Column: p.Col(record.RoleLat)})
	p.Report(check.Finding{
		Row: row, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon, record.RolePlace, record.RoleAdmin1), Related: related, Alike: len(c.rows) - 1,
		Message: fmt.Sprintf("%s, %s lies %s from where %s %s it", wording.Quote(name, wording.Label), admin, territory.Km(km),
			wording.Count(len(main.rows), "other row"), has(len(main.rows))),
		Why:      fmt.Sprintf("%s here, %s there", territory.Coordinates(c.lat, c.lon), territory.Coordinates(main.lat, main.lon)),
		Help:     "look the place up: a namesake, mistyped digits, or two places under one name",
		Expected: territory.Coordinates(main.lat, main.lon), Found: territory.Coordinates(c.lat, c.lon),
		Weight: km / 100,
	})
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}
