package figure

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Rate is how many of 100,000 inhabitants a figure is.
type Rate struct {
	Area            Area
	Low, Best, High float64 // lowest, median and highest of the origins
	Figures         []*Figure
	People          *Inhabitants // the population claim used: the nearest in time
	First, Last     int          // places it can take in the order of areas, given all intervals
}

// Rates returns, for each area with a population, the rate of those who went there by the last figure of each origin, and
// the places that the area can take when every rate may be anywhere in its interval. Figures of a part of the people, of
// the diaspora too, or with a definition that was not understood are left out.
func (b *Book) Rates() []Rate {
	type entry struct {
		area Area
		by   map[string]*Figure
		keys []string
	}
	var entries []*entry
	for _, f := range b.dated() {
		if f.Derived || !f.Measure.Went() || f.Kind != Cumulative || f.Population.Part != Everybody || f.Population.Rest != "" || f.Area.Beyond || f.Area.world() {
			continue
		}
		i := slices.IndexFunc(entries, func(e *entry) bool { return e.area.Same(f.Area) })
		if i < 0 {
			i = len(entries)
			entries = append(entries, &entry{area: f.Area, by: map[string]*Figure{}})
		}
		e := entries[i]
		if e.by[f.Origin.Key] == nil {
			e.keys = append(e.keys, f.Origin.Key)
		}
		e.by[f.Origin.Key] = f // the list is in order of time: the last one speaks
	}
	odd := b.Outliers()
	var out []Rate
	for _, e := range entries {
		r := Rate{Area: e.area, Low: math.Inf(1), High: 0}
		var points []float64
		for _, k := range e.keys {
			f := e.by[k]
			r.Figures = append(r.Figures, f)
			points = append(points, f.Point)
			r.Low, r.High = min(r.Low, max(f.Interval.Low, f.lowest()-Unit(f.lowest()))), max(r.High, f.highest()+Unit(f.highest()))
		}
		mid := r.Figures[len(r.Figures)-1].AsOf
		for _, p := range b.Populations {
			if math.IsNaN(p.N) || p.N <= 0 || odd[p] != nil || !p.Place.Same(e.area) || !p.AsOf.Known() {
				continue
			}
			if r.People == nil || apart(p.AsOf, mid) < apart(r.People.AsOf, mid) {
				r.People = p
			}
		}
		if r.People == nil {
			continue
		}
		scale := 1e5 / r.People.N
		r.Low, r.Best, r.High = r.Low*scale, median(points)*scale, r.High*scale
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Rate) int {
		return cmp.Or(cmp.Compare(b.Best, a.Best), cmp.Compare(a.Area.String(), b.Area.String()))
	})
	for i := range out {
		out[i].First, out[i].Last = 1, len(out)
		for j := range out {
			if j == i {
				continue
			}
			if out[j].Low > out[i].High {
				out[i].First++
			}
			if out[j].High < out[i].Low {
				out[i].Last--
			}
		}
	}
	return out
}

// Change compares how fast a cumulative count of one origin grew in its last interval with all time before.
type Change struct {
	Figures      []*Figure // one line, by date
	Before, Last float64   // persons a year
	P            float64   // two-sided
}

// Changes tests, for each line of cumulative figures of one origin, area and measure, whether the last increase is faster or
// slower than that before. The test is the exact conditional one for two Poisson rates (Przyborowski and Wilenski,
// Biometrika 31, 1940): given the sum, the last increment is binomial with the share of its time. Departures in groups vary
// more than Poisson counts, so that small p-values are overstated; figures rounded to hundreds carry an error that it does
// not know.
func (b *Book) Changes() []Change {
	var lines [][]*Figure
	for _, f := range b.dated() {
		if f.Derived || f.Kind != Cumulative || f.Bound == Between || f.Bound == UpTo {
			continue
		}
		i := slices.IndexFunc(lines, func(l []*Figure) bool {
			return l[0].Origin.Key == f.Origin.Key && SameQuantity(l[0], f)
		})
		if i < 0 {
			lines = append(lines, []*Figure{f})
			continue
		}
		if last := lines[i][len(lines[i])-1]; earlier(last.AsOf, f.AsOf) && f.Point >= last.Point {
			lines[i] = append(lines[i], f)
		}
	}
	var out []Change
	for _, l := range lines {
		n := len(l)
		if n < 3 {
			continue
		}
		days := func(a, b *Figure) float64 { return float64(b.AsOf.Last - a.AsOf.Last) }
		t1, t2 := days(l[0], l[n-2]), days(l[n-2], l[n-1])
		x1, x2 := l[n-2].Point-l[0].Point, l[n-1].Point-l[n-2].Point
		if t1 <= 0 || t2 <= 0 || x1+x2 <= 0 {
			continue
		}
		d := distuv.Binomial{N: math.Round(x1 + x2), P: t2 / (t1 + t2)}
		x := math.Round(x2)
		lower := d.CDF(x)
		upper := 1.0
		if x > 0 {
			upper = 1 - d.CDF(x-1)
		}
		out = append(out, Change{l, x1 / t1 * 365.25, x2 / t2 * 365.25, min(1, 2*min(lower, upper))})
	}
	return out
}
