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

// choose sets the value of a fact: what the best position holds, always a value that a record states. Where positions tie, nothing is
// chosen: the value is the range of all that they hold.
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
		f.Value.Count = countOf(list, f.Tie)
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

// countOf makes one count of several: the least low, the greatest high, and the best estimate of one of them. Bounds that are no
// more than bounds, and shares of a total, count only where nothing else is stated; they leave their intersection.
//
// Of counts that agree, the best estimate is one that all of their ranges hold: that of the narrowest range, then the one that
// more origins state, then the lower. There is none where no estimate lies within all ranges, or where the counts are of positions that
// tie: two numbers that contradict each other have no mean.
func countOf(list []*Claim, tie bool) record.Count {
	told := make([]*Claim, 0, len(list))
	within := interval{0, math.Inf(1)} // all ranges
	for _, c := range list {
		low, high := bounds(c.Value.Count)
		within = interval{max(within.low, low), min(within.high, high)}
		if c.Value.Count.Known() && (!c.Shared || low == high) {
			told = append(told, c)
		}
	}
	if tie {
		all := hull(list)
		return record.Count{Low: float32(all.low), Best: record.NaN32, High: float32(all.high)}
	}
	out := within
	if len(told) > 0 {
		out = hull(told)
	} else {
		told = list
	}
	best := record.NaN32
	width, votes := 0.0, 0
	for _, c := range told {
		n := c.Value.Count.Best
		if n != n || float64(n) < within.low || float64(n) > within.high {
			continue
		}
		low, high := bounds(c.Value.Count)
		k := stating(told, n)
		if best != best || cmp.Or(cmp.Compare(high-low, width), cmp.Compare(votes, k), cmp.Compare(n, best)) < 0 {
			best, width, votes = n, high-low, k
		}
	}
	return record.Count{Low: float32(out.low), Best: best, High: float32(out.high)}
}

// interval is a range of numbers.
type interval struct{ low, high float64 }

// hull is the range that holds those of all claims.
func hull(list []*Claim) interval {
	out := interval{math.Inf(1), 0}
	for _, c := range list {
		low, high := bounds(c.Value.Count)
		out = interval{min(out.low, low), max(out.high, high)}
	}
	return out
}

// stating counts the origins that state a number as their best estimate.
func stating(list []*Claim, n float32) int {
	origins := map[int]bool{}
	for _, c := range list {
		if c.Value.Count.Best == n {
			origins[c.Origin] = true
		}
	}
	return len(origins)
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
		return covering(list)
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

// covering is the most precise of several points that tie, of those equally precise the one nearest to all others, with a radius that
// holds all of them. The point is one that a record states: between two places may lie nothing.
func covering(list []*Value) Value {
	reach := func(at *Value) float64 {
		r := at.Radius
		for _, v := range list {
			if v != at {
				r = max(r, place.DistanceKm(at.Lat, at.Lon, v.Lat, v.Lon)+v.Radius)
			}
		}
		return r
	}
	best := slices.MinFunc(list, func(a, b *Value) int {
		return cmp.Or(cmp.Compare(a.Radius, b.Radius), cmp.Compare(reach(a), reach(b)))
	})
	out := noValue()
	out.Lat, out.Lon, out.Radius = best.Lat, best.Lon, reach(best)
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
		f.Why = wording.Count(len(b.claims), "record") + " differ, and no value has more independent origins behind it" + one
		return
	}
	second := &all[0]
	for i := range all {
		if b.at(all[i].value, best.value) == differ {
			second = &all[i]
			break
		}
	}
	if len(origins) == 1 {
		f.Why = "most records of the one origin hold it"
	} else {
		f.Why = fmt.Sprintf("it has %s behind it, another value %d", wording.Count(best.votes, "origin"), second.votes)
	}
	f.Why += one
}
