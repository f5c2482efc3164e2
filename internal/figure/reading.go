package figure

import (
	"cmp"
	"math"
	"slices"
)

// Reading is what a number comes to when the claims about it are read in one way.
type Reading struct {
	Name    string
	Value   float64
	Figures []*Figure // that it rests on
}

// Readings returns what figures come to under different readings, from the most to the least trusting: the highest claim,
// the median of all claims, the median of origins (one origin, one vote), the lowest claim, and the highest floor that
// some claim states.
func Readings(list []*Figure) []Reading {
	var used []*Figure
	for _, f := range list {
		if !math.IsNaN(f.Point) {
			used = append(used, f)
		}
	}
	if len(used) == 0 {
		return nil
	}
	byPoint := slices.Clone(used)
	slices.SortStableFunc(byPoint, func(a, b *Figure) int { return cmp.Compare(a.highest(), b.highest()) })
	top := byPoint[len(byPoint)-1]
	slices.SortStableFunc(byPoint, func(a, b *Figure) int { return cmp.Compare(a.lowest(), b.lowest()) })
	low := byPoint[0]
	d := Definition{Figures: used}
	d.pool()
	var origins []float64
	for _, v := range d.Voices {
		origins = append(origins, v.Value)
	}
	out := []Reading{
		{"the highest claim at face value", top.highest(), []*Figure{top}},
		{"the middle of all claims", medianPoint(used), used},
		{"the middle of origins, one vote each", median(origins), used},
		{"the lowest claim", low.lowest(), []*Figure{low}},
	}
	var floor *Figure
	for _, f := range used {
		if f.Bound == AtLeast && (floor == nil || f.Low > floor.Low) {
			floor = f
		}
	}
	if floor != nil {
		out = append(out, Reading{"the highest stated floor", floor.Low, []*Figure{floor}})
	}
	return out
}

// Tightest returns the bounds of a quantity that all other figures leave: no part of it and no earlier total may exceed it,
// and it may exceed no whole and no later total. The figure in question and without are left out.
func (b *Book) Tightest(q, without *Figure) Interval {
	i := Interval{0, math.Inf(1)}
	for _, f := range b.dated() {
		if f == q || f == without {
			continue
		}
		same := SameDefinition(f, q)
		grows := same && f.Kind == Cumulative
		if grows && f.AsOf.Last <= q.AsOf.First || within(f, q) != "" && f.AsOf.Last <= q.AsOf.Last || same && f.AsOf == q.AsOf {
			i.Low = max(i.Low, f.Interval.Low)
		}
		if grows && f.AsOf.First >= q.AsOf.Last || within(q, f) != "" && f.AsOf.Last <= q.AsOf.Last || same && f.AsOf == q.AsOf {
			i.High = min(i.High, f.Interval.High)
		}
	}
	return i
}

// Conflict is a smallest set of figures that cannot all be true.
type Conflict struct {
	Figures []*Figure
	Why     string
	Bounds  []Interval // of the first figure's quantity when each figure is left out, in their order
}

// Conflicts returns all sets of two or three figures of which no member can be dropped without lifting the contradiction.
// The bounds that remain when each is left out say what the choice between them is about.
func (b *Book) Conflicts() []Conflict {
	var out []Conflict
	add := func(why string, list ...*Figure) {
		c := Conflict{Figures: list, Why: why}
		for i := range list {
			q := list[0]
			iv := b.Tightest(q, list[i])
			if i != 0 { // the quantity's own figure stays
				iv.Low, iv.High = max(iv.Low, q.Interval.Low), min(iv.High, q.Interval.High)
			}
			c.Bounds = append(c.Bounds, iv)
		}
		out = append(out, c)
	}
	for _, p := range b.Contradictions() {
		if p.Fit == Impossible {
			add("one definition, one time, two numbers", p.A, p.B)
		}
	}
	for _, p := range b.Falls() {
		if p.Fit == Impossible {
			add("a total so far cannot fall", p.B, p.A)
		}
	}
	for _, p := range b.Exceeds() {
		if p.Fit == Impossible {
			add(p.Why, p.B, p.A)
		}
	}
	for _, s := range b.Sums() {
		if s.Fit == Impossible {
			add("those who returned, were killed and are present have all travelled", append([]*Figure{s.Whole}, s.Parts...)...)
		}
	}
	return out
}
