package geo002

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// redrawn is the share of a unit's rows that must lie outside it for the unit to count as drawn differently, and leastRedrawn
// the number of them.
const (
	redrawn      = 1.0 / 3
	leastRedrawn = 5
)

// farUnitKm is the distance from which on a point outside the stated unit is a warning rather than a note.
const farUnitKm = 30

// pair is a stated unit of a stated country.
type pair struct{ country, admin uint32 }

// stray is a row whose point lies outside its unit.
type stray struct {
	suspect
	key distanceKey
	km  float64
}

func units(p *check.Pass, s *territory.Stated, suspects []suspect) {
	e := p.Data.Events
	memory := distances{p.Float("unit_tolerance_km"), map[distanceKey]float64{}}
	strays := map[pair][]stray{}
	var order []pair
	for _, x := range suspects {
		row := int(x.row)
		if !x.inCountry || e.PlacePrec != nil && e.PlacePrec[row] == record.PlaceRegion {
			continue
		}
		key, km := memory.toUnit(s, e, row)
		if !(km > tolerance(e, row, p.Float("unit_tolerance_km"))) {
			continue
		}
		k := pair{s.CountryCode(row), s.AdminCode(row)}
		if strays[k] == nil {
			order = append(order, k)
		}
		strays[k] = append(strays[k], stray{x, key, km})
	}
	if len(order) == 0 {
		return
	}
	total := rowsPerPair(p, s, strays)
	var single []stray
	for _, k := range order {
		if n := len(strays[k]); n >= leastRedrawn && float64(n) >= redrawn*float64(total[k]) {
			differs(p, s, strays[k], total[k])
		} else {
			single = append(single, strays[k]...)
		}
	}
	slices.SortFunc(single, func(a, b stray) int { return cmp.Compare(a.row, b.row) })
	outside := twins{}
	for _, x := range single {
		outside.add(x.key, x.suspect, x.km)
	}
	for _, w := range outside.order {
		reportUnit(p, s, w)
	}
}

// rowsPerPair counts the rows with a point of each pair that has strays.
func rowsPerPair(p *check.Pass, s *territory.Stated, strays map[pair][]stray) map[pair]int {
	out := make(map[pair]int, len(strays))
	// Most units have no strays; the flags keep their rows from a look into the map.
	flagged := make([]bool, 1)
	for k := range strays {
		for int(k.admin) >= len(flagged) {
			flagged = append(flagged, false)
		}
		flagged[k.admin] = true
	}
	e := p.Data.Events
	for row := range p.Data.N {
		code := s.AdminCode(row)
		if int(code) >= len(flagged) || !flagged[code] || !e.Where(row).Known() {
			continue
		}
		k := pair{s.CountryCode(row), code}
		if _, ok := strays[k]; ok {
			out[k]++
		}
	}
	return out
}

func reportUnit(p *check.Pass, s *territory.Stated, w *twin) {
	e := p.Data.Events
	row := int(w.rows[0])
	lat, lon := e.Lat[row], e.Lon[row]
	if _, ok := s.Explain(row, lat, lon); ok {
		return
	}
	severity, confidence := check.Note, 0.5
	if w.km > farUnitKm {
		severity, confidence = check.Warning, 0.65
	}
	p.Report(check.Finding{
		Severity: severity, Confidence: confidence, Row: row, Column: p.Col(record.RoleAdmin1),
		Marked:  p.Cols(record.RoleLat, record.RoleLon, record.RolePlace),
		Related: tabular.Refs(p.Data, w.rows[1:], p.Col(record.RoleAdmin1), tabular.MaxRelated), Alike: len(w.rows) - 1,
		Message: fmt.Sprintf("%s lies %s outside %s, %s%s", territory.Coordinates(lat, lon), territory.Km(w.km), s.Admin(row),
			territory.Where(s.Index, lat, lon), more(w.rows)),
		Why:      "units as drawn by Natural Earth about 2022; the tolerance for " + precisionOf(e, row) + " is " + territory.Km(tolerance(e, row, p.Float("unit_tolerance_km"))),
		Help:     "check whether the place lies in that unit: a namesake, an old division, or a wrong unit",
		Expected: "a point in " + s.Admin(row), Found: territory.Coordinates(lat, lon),
		Weight: w.km / 100,
	})
}

// differs reports a unit of which so many rows lie outside that its boundary must be another one.
func differs(p *check.Pass, s *territory.Stated, strays []stray, total int) {
	row := int(strays[0].row)
	rows := make([]int32, len(strays))
	worst := 0.0
	for i, x := range strays {
		rows[i] = x.row
		worst = max(worst, x.km)
	}
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.7, Row: -1, Column: p.Col(record.RoleAdmin1),
		Marked:  p.Cols(record.RoleLat, record.RoleLon, record.RoleCountry),
		Related: tabular.Refs(p.Data, rows, p.Col(record.RoleAdmin1), tabular.Examples),
		Message: fmt.Sprintf("%s of the %s of %s, %s lie outside that unit, up to %s", wording.Share(len(strays), total),
			wording.Count(total, "row"), s.Admin(row), s.Country(row), territory.Km(worst)),
		Why:      "so many points are not slips: the unit was redrawn or renamed, or the name means another division than in the boundaries of about 2022",
		Help:     "find out which division the names follow before joining them with a map",
		Expected: "points in " + s.Admin(row), Found: wording.Count(len(strays), "row") + " outside",
		Weight: float64(len(strays)) / 100,
	})
}
