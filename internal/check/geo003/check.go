package geo003

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	shares(p)
	reported := map[int32]bool{}
	recoded(p, reported)
	centres(p, reported)
}

// shares notes how many points are known to an area only.
func shares(p *check.Pass) {
	e := p.Data.Events
	var n [record.PlaceCountry + 1]int
	for row, prec := range e.PlacePrec {
		if !math.IsNaN(e.Lat[row]) && !math.IsNaN(e.Lon[row]) {
			n[prec]++
		}
	}
	stated, coarse, first := 0, 0, 0
	var parts []string
	for prec := record.PlaceExact; prec <= record.PlaceCountry; prec++ {
		stated += n[prec]
		if prec >= record.PlaceAdmin2 {
			coarse += n[prec]
		}
		if prec >= record.PlaceRegion {
			first += n[prec]
		}
		if n[prec] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", prec, wording.Thousands(n[prec])))
		}
	}
	// By first-level unit only what is coarser than that falls out; by second-level unit also what is known to the first.
	second := coarse - n[record.PlaceAdmin2]
	if stated == 0 || float64(coarse) < p.Float("share")*float64(stated) {
		return
	}
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.97, Row: -1, Column: p.Col(record.RolePlacePrec),
		Message: fmt.Sprintf("%s of %s are known to an area only, not to a place", wording.Share(coarse, stated), wording.Count(stated, "point")),
		Why: fmt.Sprintf("by precision: %s; an analysis by second-order division can't use %s, one by first-order division %s",
			strings.Join(parts, ", "), wording.Share(second, stated), wording.Share(first, stated)),
		Help:  "leave those rows out, or spread them over the area that they stand for; never take the point for the place",
		Found: wording.Share(coarse, stated), Weight: 100 * float64(coarse) / float64(stated),
	})
}

// recoded finds rows coded as a place whose place is coded as an area in most other rows.
func recoded(p *check.Pass, reported map[int32]bool) {
	d, e := p.Data, p.Data.Events
	name := d.Role(record.RolePlace)
	if name == nil || name.Storage != record.Coded || d.Format.ID == "acled" {
		return // ACLED puts events known to an area on a town by its codebook, so both codes at one town are right
	}
	key := func(row int) uint64 {
		return record.Combine(record.Combine(math.Float64bits(e.Lat[row]), math.Float64bits(e.Lon[row])), uint64(name.Codes[row]))
	}
	type spot struct {
		coarse int
		first  int32
		exact  []int32
	}
	spots := map[uint64]*spot{}
	coarseName := make([]bool, len(name.Dict.Texts))
	for row, prec := range e.PlacePrec {
		if prec < record.PlaceAdmin2 || !name.Has(row) || math.IsNaN(e.Lat[row]) || math.IsNaN(e.Lon[row]) {
			continue
		}
		k := key(row)
		s := spots[k]
		if s == nil {
			s = &spot{first: int32(row)}
			spots[k] = s
			coarseName[name.Codes[row]] = true
		}
		s.coarse++
	}
	var hit []*spot
	for row, prec := range e.PlacePrec {
		if prec != record.PlaceExact || !coarseName[name.Codes[row]] {
			continue
		}
		if s := spots[key(row)]; s != nil && s.coarse >= 3 {
			if s.exact == nil {
				hit = append(hit, s)
			}
			s.exact = append(s.exact, int32(row))
		}
	}
	for _, s := range hit {
		if s.coarse < 3*len(s.exact) {
			continue
		}
		row := int(s.exact[0])
		place, _ := name.Text(row)
		related := tabular.Refs(d, s.exact[1:], p.Col(record.RolePlacePrec), tabular.MaxRelated)
		for _, r := range s.exact {
			reported[r] = true
		}
		p.Report(check.Finding{
			Row: row, Column: p.Col(record.RolePlacePrec), Marked: p.Cols(record.RolePlace, record.RoleLat, record.RoleLon),
			Alike:   len(s.exact) - 1,
			Related: append(related, check.Ref{Data: d, Row: int(s.first), Column: p.Col(record.RolePlacePrec)}),
			Message: fmt.Sprintf("%s is coded as a named place in %s, as a %s or coarser in %s", wording.Quote(place, wording.Label),
				wording.Count(len(s.exact), "row"), record.PlaceAdmin2, wording.Count(s.coarse, "other row")),
			Why:      "the name and the point are the same in all of them: " + territory.Coordinates(e.Lat[row], e.Lon[row]),
			Help:     "read the source: if it names no place within the area, give these rows the code of the others",
			Expected: e.PlacePrec[s.first].String(), Found: record.PlaceExact.String(), Weight: float64(len(s.exact)),
		})
	}
}

// centres finds rows coded as a place that lie on the centre of a unit or country and name nothing within it.
func centres(p *check.Pass, reported map[int32]bool) {
	d, e := p.Data, p.Data.Events
	s := territory.NewStated(d)
	if s == nil {
		return
	}
	vague := territory.NewVague(d)
	type pile struct {
		what string
		km   float64
		rows []int32
	}
	type point struct{ lat, lon float64 }
	piles := map[point]*pile{}
	var order []point
	for row, prec := range e.PlacePrec {
		if prec != record.PlaceExact || math.IsNaN(e.Lat[row]) || math.IsNaN(e.Lon[row]) || !vague.Row(row) || reported[int32(row)] || !s.Known(row) {
			continue
		}
		at := point{e.Lat[row], e.Lon[row]}
		if x := piles[at]; x != nil {
			x.rows = append(x.rows, int32(row))
			continue
		}
		if what, km, ok := s.Centre(row, at.lat, at.lon, p.Float("centre_km")); ok {
			piles[at] = &pile{what, km, []int32{int32(row)}}
			order = append(order, at)
		}
	}
	slices.SortStableFunc(order, func(a, b point) int { return cmp.Compare(piles[a].rows[0], piles[b].rows[0]) })
	for _, at := range order {
		x := piles[at]
		row := int(x.rows[0])
		p.Report(check.Finding{
			Row: row, Column: p.Col(record.RolePlacePrec), Marked: p.Cols(record.RoleLat, record.RoleLon, record.RolePlace),
			Related: tabular.Refs(d, x.rows[1:], p.Col(record.RolePlacePrec), tabular.MaxRelated), Alike: len(x.rows) - 1,
			Message: fmt.Sprintf("%s is coded as a named place, but is the centre of %s", territory.Coordinates(at.lat, at.lon), x.what),
			Why: fmt.Sprintf("it lies %.1f km from the centre of the area as drawn, and %s no place within it", x.km,
				name(len(x.rows))),
			Help:     "if the source names no place, give the row the code of the area",
			Expected: "the precision of an area", Found: record.PlaceExact.String(), Weight: float64(len(x.rows)),
		})
	}
}

func name(n int) string {
	if n == 1 {
		return "the row names"
	}
	return fmt.Sprintf("the %s rows name", wording.Thousands(n))
}
