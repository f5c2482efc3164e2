package geo004

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// pile is a point with many rows.
type pile struct {
	lat, lon float64
	rows     []int32
	put      []int32 // rows that do not simply name the place
	area     int     // those of put that are known to an area only by their precision
	nameless int     // those of the others that name no place
	name     string  // the one that most rows give
	usual    float64 // share of such rows at all other points
	adjusted float64
	p        float64
}

func run(p *check.Pass) {
	piles := gather(p)
	if len(piles) == 0 || p.Cancelled() {
		return
	}
	all, put := elsewhere(p.Data, piles)
	for _, x := range piles {
		sift(p.Data, x)
		all += len(x.rows)
		put += len(x.put)
	}
	values := make([]float64, len(piles))
	for i, x := range piles {
		// What is usual is what holds without this point: one pile must not hide in an average that it makes itself. One row
		// more of each sort keeps the chance away from 0 and 1.
		x.usual = float64(put-len(x.put)+1) / float64(all-len(x.rows)+2)
		x.p = stats.Over(len(x.put), len(x.rows), x.usual)
		values[i] = x.p
	}
	var found []*pile
	for i, adjusted := range stats.Holm(values, len(values)) {
		x := piles[i]
		x.adjusted = adjusted
		if len(x.put) >= p.Int("rows") && adjusted <= p.Float("level") && float64(len(x.put))/float64(len(x.rows))-x.usual >= p.Float("effect") {
			found = append(found, x)
		}
	}
	slices.SortStableFunc(found, func(a, b *pile) int { return cmp.Compare(len(b.put), len(a.put)) })
	more := max(len(found)-p.Int("most"), 0)
	var stated *territory.Stated // resolving all names takes longer than the rest of the rule
	if len(found) > 0 {
		stated = territory.NewStated(p.Data)
	}
	for i, x := range found[:len(found)-more] {
		rest := ""
		if i == 0 && more > 0 {
			rest = fmt.Sprintf("; %s more are like it", wording.Count(more, "point"))
		}
		report(p, stated, x, len(piles), rest)
	}
}

// slots is the number of counters by which points with few rows are ruled out before any of them is stored.
const slots = 1 << 20

// gather finds the points with enough rows, in the order of their first rows.
func gather(p *check.Pass) []*pile {
	e := p.Data.Events
	least := p.Int("rows")
	counts := make([]uint16, slots)
	slot := func(row int) uint64 {
		return record.Combine(math.Float64bits(e.Lat[row]), math.Float64bits(e.Lon[row])) % slots
	}
	skip := func(row int) bool {
		return math.IsNaN(e.Lat[row]) || math.IsNaN(e.Lon[row]) || e.Lat[row] == 0 && e.Lon[row] == 0
	}
	for row := range e.Lat {
		if skip(row) {
			continue
		}
		if c := &counts[slot(row)]; *c < math.MaxUint16 {
			*c++
		}
	}
	type point struct{ lat, lon float64 }
	index := map[point]*pile{}
	var order []*pile
	for row := range e.Lat {
		if skip(row) || int(counts[slot(row)]) < least {
			continue
		}
		at := point{e.Lat[row], e.Lon[row]}
		x := index[at]
		if x == nil {
			x = &pile{lat: at.lat, lon: at.lon}
			index[at] = x
			order = append(order, x)
		}
		x.rows = append(x.rows, int32(row))
	}
	return slices.DeleteFunc(order, func(x *pile) bool { return len(x.rows) < least })
}

// elsewhere counts the rows that lie at none of the piles, and those of them that stand for an area.
func elsewhere(d *record.Dataset, piles []*pile) (all, put int) {
	e := d.Events
	for row := range e.Lat {
		if !math.IsNaN(e.Lat[row]) && !math.IsNaN(e.Lon[row]) {
			all++
			if e.PlacePrec != nil && e.PlacePrec[row] >= record.PlaceAdmin2 {
				put++
			}
		}
	}
	for _, x := range piles {
		all -= len(x.rows)
		for _, r := range x.rows {
			if e.PlacePrec != nil && e.PlacePrec[r] >= record.PlaceAdmin2 {
				put--
			}
		}
	}
	return all, put
}

// sift tells the rows that name the place of the point from those that were put there.
func sift(d *record.Dataset, x *pile) {
	e := d.Events
	name := d.Role(record.RolePlace)
	if name != nil && name.Storage != record.Coded {
		name = nil
	}
	usual := uint32(0)
	if name != nil {
		count := map[uint32]int{}
		for _, r := range x.rows {
			if name.Has(int(r)) {
				count[name.Codes[r]]++
			}
		}
		for _, r := range x.rows { // in file order, so that a tie is decided by the first row
			if code := name.Codes[r]; count[code] > count[usual] {
				usual = code
			}
		}
		x.name = name.Dict.Texts[usual]
	}
	for _, r := range x.rows {
		switch {
		case e.PlacePrec != nil && e.PlacePrec[r] >= record.PlaceAdmin2:
			x.area++
		case name != nil && !name.Has(int(r)):
			x.nameless++
		case name == nil || name.Codes[r] == usual:
			continue
		}
		x.put = append(x.put, r)
	}
}

func report(p *check.Pass, stated *territory.Stated, x *pile, tests int, rest string) {
	row := int(x.put[0])
	share := float64(len(x.put)) / float64(len(x.rows))
	severity := check.Note
	if 2*x.area < len(x.put) {
		severity = check.Warning
	}
	at := territory.Coordinates(x.lat, x.lon)
	if stated != nil {
		if what := stated.Landmark(row, x.lat, x.lon); what != "" {
			at += " (" + what + ")"
		}
	}
	called := ""
	if x.name != "" {
		called = ", mostly called " + wording.Quote(x.name, wording.Label)
	}
	var sorts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{x.area, "known to an area only"}, {len(x.put) - x.area - x.nameless, "under another name"}, {x.nameless, "without the name of a place"},
	} {
		if part.n > 0 {
			sorts = append(sorts, wording.Thousands(part.n)+" "+part.what)
		}
	}
	p.Report(check.Finding{
		Severity: severity, Row: row, Column: p.Col(record.RoleLat), Marked: p.Cols(record.RoleLon, record.RolePlace, record.RolePlacePrec),
		Related: tabular.Refs(p.Data, x.put[1:], p.Col(record.RoleLat), tabular.MaxRelated), Alike: len(x.put) - 1,
		Message: fmt.Sprintf("%s of the %s at %s%s need not have happened at that very place: %s", wording.Thousands(len(x.put)),
			wording.Count(len(x.rows), "row"), at, called, strings.Join(sorts, ", ")),
		Why: fmt.Sprintf("%s of the rows at this point, %.0f %% elsewhere; p = %.2g after Holm's correction for %s%s",
			wording.Share(len(x.put), len(x.rows)), 100*x.usual, x.adjusted, wording.Count(tests, "point"), rest),
		Help:     "leave these rows out of maps and grids, or use them for the area only",
		Expected: fmt.Sprintf("%.0f %%", 100*x.usual), Found: wording.Share(len(x.put), len(x.rows)),
		Weight: float64(len(x.put)),
		Stat: &check.Stat{
			Test: "exact binomial test, one-sided", Statistic: float64(len(x.put)), P: x.p, Adjusted: x.adjusted, Tests: tests, Method: "Holm",
			Effect: 100 * (share - x.usual), EffectIs: "percentage points above the usual share",
		},
	})
}
