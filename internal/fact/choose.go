package fact

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// choose sets the value of a fact: that of the best position, or a range over all positions where they tie.
func (f *Fact) choose(b *bench, best *position, tied []*position) {
	if f.Field >= Deaths {
		members := map[int]bool{}
		for _, p := range tied {
			for _, m := range p.members {
				members[m] = true
			}
		}
		var list []*Claim
		for i, c := range b.claims {
			if members[i] {
				list = append(list, c)
			}
		}
		f.Value = noValue()
		f.Value.Count = blend(list)
		return
	}
	f.Value = b.claims[best.value].Value
	if !f.Tie {
		return
	}
	var values []*Value
	for _, p := range tied {
		values = append(values, &b.claims[p.value].Value)
	}
	f.Value = spread(f.Field, values)
}

// blend makes one count of several: the least low, the greatest high, and as the best the median of the medians of
// origins on the log scale. Bounds that are no more than bounds, and shares of a total, count only where nothing else is
// stated.
func blend(list []*Claim) record.Count {
	var whole []*Claim
	for _, c := range list {
		if low, high := bounds(c.Value.Count); c.Value.Count.Known() && (!c.Shared || low == high) {
			whole = append(whole, c)
		}
	}
	if len(whole) == 0 {
		return narrowest(list)
	}
	out := record.Count{Low: float32(math.Inf(1)), High: float32(math.Inf(-1))}
	by := map[int][]float64{}
	integers := true
	for _, c := range whole {
		low, high := bounds(c.Value.Count)
		out.Low, out.High = min(out.Low, float32(low)), max(out.High, float32(high))
		best := central(c.Value.Count)
		integers = integers && best == math.Trunc(best)
		by[c.Origin] = append(by[c.Origin], best)
	}
	medians := make([]float64, 0, len(by))
	for _, v := range by {
		medians = append(medians, logMedian(v))
	}
	best := logMedian(medians)
	if integers {
		best = math.Round(best)
	}
	out.Best = float32(best)
	return out
}

// narrowest is what several bounds leave: the intersection where there is one, and with a best estimate where one is stated.
func narrowest(list []*Claim) record.Count {
	low, high := 0.0, math.Inf(1)
	best := record.NaN32
	for _, c := range list {
		l, h := bounds(c.Value.Count)
		low, high = max(low, l), min(high, h)
		if c.Value.Count.Known() && (best != best || c.Value.Count.Best > best) {
			best = c.Value.Count.Best
		}
	}
	if low > high {
		low, high = high, low
	}
	return record.Count{Low: float32(low), Best: best, High: float32(high)}
}

// logMedian is the median, between two numbers their mean on the log scale.
func logMedian(v []float64) float64 {
	slices.Sort(v)
	n := len(v)
	if n%2 == 1 {
		return v[n/2]
	}
	if v[n/2-1] == v[n/2] {
		return v[n/2]
	}
	return middle(v[n/2-1], v[n/2])
}

// spread is a value that holds all of several that tie.
func spread(f Field, list []*Value) Value {
	out := noValue()
	switch f {
	case Date:
		first, last := span(list[0].When)
		for _, v := range list[1:] {
			a, b := span(v.When)
			first, last = min(first, a), max(last, b)
		}
		out.When = record.When{First: first, Last: last, Precision: ofLength(first, last)}
	case Place:
		return circle(list)
	case Actors:
		for _, v := range list {
			for _, a := range v.Actors {
				if !slices.Contains(out.Actors, a) {
					out.Actors = append(out.Actors, a)
				}
			}
		}
	default:
		var texts []string
		for _, v := range list {
			if s := v.String(); !slices.Contains(texts, s) {
				texts = append(texts, s)
			}
		}
		slices.Sort(texts)
		out.Text = strings.Join(texts, " or ")
	}
	return out
}

// ofLength is the precision that the length of an interval of doubt speaks for.
func ofLength(first, last record.Day) record.TimePrecision {
	switch n := last - first + 1; {
	case n <= 1:
		return record.TimeDay
	case n <= 7:
		return record.TimeWeek
	case n <= 31:
		return record.TimeMonth
	}
	return record.TimeLonger
}

// circle is the circle around the middle of several that holds all of them.
func circle(list []*Value) Value {
	out := noValue()
	var x, y, z float64
	for _, v := range list {
		lat, lon := v.Lat*math.Pi/180, v.Lon*math.Pi/180
		x += math.Cos(lat) * math.Cos(lon)
		y += math.Cos(lat) * math.Sin(lon)
		z += math.Sin(lat)
	}
	out.Lat = math.Atan2(z, math.Hypot(x, y)) * 180 / math.Pi
	out.Lon = math.Atan2(y, x) * 180 / math.Pi
	out.Radius = 0
	for _, v := range list {
		out.Radius = max(out.Radius, place.DistanceKm(out.Lat, out.Lon, v.Lat, v.Lon)+v.Radius)
	}
	return out
}

// explain says in one sentence why the value was chosen.
func (f *Fact) explain(b *bench, best *position, all []position) {
	origins := map[int]bool{}
	for _, c := range b.claims {
		origins[c.Origin] = true
	}
	one := ""
	if f.Reread {
		one = "; records that go back to one origin differ"
	}
	switch f.Verdict {
	case Corroborated:
		f.Why = wording.Count(best.votes, "independent origin") + " agree within their precision"
		return
	case Uncontested:
		if len(origins) == 1 {
			f.Why = wording.Count(len(b.claims), "record") + " go back to one origin"
		} else {
			f.Why = "nobody else says anything that can be compared"
		}
		return
	case Refuted:
		f.Why = wording.Count(best.votes, "independent origin") + " agree, and all contradict the one that differs" + one
		return
	}
	if f.Tie {
		f.Why = wording.Count(len(b.claims), "record") + " differ, and no value has more origins, precision or sources behind it" + one
		return
	}
	second := &all[0]
	for i := range all {
		if b.at(all[i].value, best.value) == differ {
			second = &all[i]
			break
		}
	}
	switch {
	case len(origins) == 1 && best.votes > 0:
		f.Why = "most records of the one origin hold it"
	case best.votes > second.votes:
		f.Why = fmt.Sprintf("it has %s behind it, another value %d", wording.Count(best.votes, "origin"), second.votes)
	case cmp.Compare(best.width, second.width) < 0:
		f.Why = "as many origins hold another value, and this one is more precise"
	default:
		f.Why = fmt.Sprintf("as many origins hold another value, and this one rests on %s against %d", wording.Count(best.docs, "source"), second.docs)
	}
	f.Why += one
}
