// Package geo005 finds coordinates that are printed far more finely than their stated precision.
package geo005

import (
	"fmt"
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Rule reports points with many decimals and a coarse precision code.
var Rule = &check.Rule{
	Code:       "GEO005",
	Name:       "decimals-vs-precision",
	Title:      "point printed to the metre, known to the district",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Five decimals of a degree are one metre. Who sees 9.08199, 8.67528 takes it for a place; with a precision code of " +
			"\"province\" it is the centre of an area of some ten thousand square kilometres. Software that ignores the code (grids, " +
			"buffers, distances to roads) then computes with an exactness that nobody claimed.",
		How: "Rows whose precision is a second-order division or coarser are looked at; those count whose latitude and longitude " +
			"both carry at least as many decimals as the option says. Most formats print all centroids so: then one note gives the " +
			"share. Only where it is rare, up to a tenth of the coarse rows or one in fifty of all points, are the rows told one " +
			"by one: they may be exact points with a wrong code.",
		FalseAlarms: "The decimals themselves are no error. Single rows can be centroids computed by another tool than the others.",
		Fix:         "Use the precision code in every spatial step. For single rows, check whether the code or the point is right.",
		Literature: []string{
			"Weidmann, N. B. (2015). On the accuracy of media-based conflict event data. Journal of Conflict Resolution 59(6): 1129-1149. https://doi.org/10.1177/0022002714530431",
		},
		Before: "location,geo_precision,latitude,longitude\nBorno,3,11.846921,13.157123\n",
		After:  "location,geo_precision,latitude,longitude\nBorno,3,11.85,13.16\n",
	},
	Options: []check.Option{
		{Name: "decimals", Default: 5, Doc: "least number of decimals that counts as exact"},
		{Name: "rare", Default: 0.1, Doc: "share of the coarse rows up to which rows are told one by one"},
		{Name: "rare_overall", Default: 0.02, Doc: "share of all points, coarse or not, up to which rows are told one by one"},
	},
	Needs: []record.Role{record.RoleLat, record.RoleLon, record.RolePlacePrec},
	Applies: func(p *check.Pass) string {
		e := p.Data.Events
		if e == nil || e.Lat == nil || e.Lon == nil || e.PlacePrec == nil {
			return "no points with a precision"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}

// leastHabit is the least number of rows that make a habit worth a note.
const leastHabit = 20

func run(p *check.Pass) {
	e := p.Data.Events
	least := p.Int("decimals")
	coarse, points, fine := 0, 0, 0
	var rows []int32
	for row, prec := range e.PlacePrec {
		if math.IsNaN(e.Lat[row]) || math.IsNaN(e.Lon[row]) {
			continue
		}
		points++
		many := decimals(e.Lat[row], least) && decimals(e.Lon[row], least)
		if many {
			fine++
		}
		if prec < record.PlaceAdmin2 {
			continue
		}
		coarse++
		if many {
			rows = append(rows, int32(row))
		}
	}
	if len(rows) == 0 {
		return
	}
	if float64(len(rows)) > p.Float("rare")*float64(coarse) && float64(fine) > p.Float("rare_overall")*float64(points) {
		if len(rows) >= leastHabit {
			systematic(p, rows, coarse)
		}
		return
	}
	for _, row := range rows {
		single(p, int(row), coarse, len(rows))
	}
}

// decimals reports whether a number has at least n decimals in its shortest form.
func decimals(v float64, n int) bool {
	scaled := v * math.Pow10(n-1)
	// Far from a whole number there is a further decimal for sure; near one, the shortest form of the number decides.
	if d := math.Abs(scaled - math.Round(scaled)); d > 1e-6 {
		return true
	} else if d == 0 {
		return false
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	for i := range text {
		if text[i] == '.' {
			return len(text)-i-1 >= n
		}
	}
	return false
}

func systematic(p *check.Pass, rows []int32, coarse int) {
	p.Report(check.Finding{
		Row: -1, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon, record.RolePlacePrec),
		Related: tabular.Refs(p.Data, rows, p.Col(record.RoleLat), tabular.Examples),
		Message: fmt.Sprintf("%s of the %s known to a district or less are printed with %d or more decimals", wording.Share(len(rows), coarse),
			wording.Count(coarse, "point"), p.Int("decimals")),
		Why:   "the format prints centres of areas like exact points; only the precision code tells them apart",
		Help:  "take the precision code into every spatial step, or leave these rows out of it",
		Found: wording.Count(len(rows), "row"), Weight: float64(len(rows)),
	})
}

func single(p *check.Pass, row, coarse, n int) {
	e := p.Data.Events
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.5,
		Row: row, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon, record.RolePlacePrec, record.RolePlace),
		Message: fmt.Sprintf("%s has %d or more decimals, but its precision is %q", territory.Coordinates(e.Lat[row], e.Lon[row]), p.Int("decimals"),
			e.PlacePrec[row].String()),
		Why:      fmt.Sprintf("%s of the %s so coarse are printed so finely, and few points in all are", wording.Thousands(n), wording.Count(coarse, "point")),
		Help:     "check whether the point is that of a place (then the code is too coarse) or of the area",
		Expected: "fewer decimals, or a finer precision", Found: territory.Coordinates(e.Lat[row], e.Lon[row]), Weight: 1,
	})
}

// coarseCode is how each format says that a point stands for a first-order division.
var coarseCode = map[string]string{"acled": "3", "ged": "4", "gtd": "4", "scad": "6"}

// plant gives a few rows a coarse precision and many decimals.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	code, ok := coarseCode[s.Data.Format.ID]
	if !ok || e == nil || e.Lat == nil || e.Lon == nil || e.PlacePrec == nil {
		return
	}
	// More than one in a hundred would make it the habit of the dataset rather than a slip.
	for _, row := range s.Pick(min(n, s.Data.N/100), func(row int) bool { return e.Where(row).Known() }) {
		for _, r := range []record.Role{record.RoleLat, record.RoleLon} {
			v := e.Lat[row]
			if r == record.RoleLon {
				v = e.Lon[row]
			}
			text := strconv.FormatFloat(v+float64(1+s.Rand.IntN(8))*1e-5, 'f', 5, 64)
			for range s.Rand.IntN(3) {
				text += strconv.Itoa(1 + s.Rand.IntN(9))
			}
			if text[len(text)-1] == '0' {
				text = text[:len(text)-1] + "3"
			}
			s.Set(row, r, text)
		}
		s.Set(row, record.RolePlacePrec, code)
		s.Add("coarse precision on a point of five or more decimals", row)
	}
}
