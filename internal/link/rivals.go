package link

import (
	"cmp"
	"slices"
)

// A record is one thing, so that pairs compete: a strong rival speaks against a pair, a third record that goes with both speaks
// for it. What the competition looks like is compared like everything else, in levels, after all pairs were weighed alone.

// RivalComparisons are the comparisons of a pair with its rivals. They follow the comparisons of the kind of record.
var RivalComparisons = []Comparison{
	{Name: "alone", Levels: []string{"not weighed", "very weak", "weak", "fairly weak", "nearly even", "fairly strong", "strong", "very strong", "almost certain"}},
	{Name: "lead", Levels: []string{"not weighed", "far behind a rival", "behind a rival", "just behind a rival", "level with a rival", "just ahead", "ahead", "far ahead", "no rival"}},
	{Name: "other lead", Levels: []string{"not weighed", "behind a rival", "level with a rival", "just ahead", "ahead", "far ahead", "very far ahead", "no rival"}},
	{Name: "third record", Levels: []string{"not weighed", "none", "very weak", "weak", "fair", "strong", "very strong"}},
	{Name: "best row", Levels: []string{"not weighed", "the best of its rows", "close to the best", "another row goes better"}},
}

// Bounds of the levels of [RivalComparisons] from level 2 on, in bits.
var rivalBounds = [][]float32{
	{-5, -3.5, -2, -1, 0, 1.5, 3},
	{-3, -1, -0.3, 0.5, 1.5, 3, 5},
	{-1, 0.5, 1.5, 3, 5, 7},
	{-6, -3, -1, 0.5, 2},
	{0.1, 1.5},
}

func levelOf(x float32, bounds []float32) uint8 {
	l := uint8(1)
	for _, b := range bounds {
		if x >= b {
			l++
		}
	}
	return l
}

// noRival is what a pair leads by where its records have no rival, and what the support by no third record is worth, in bits.
const noRival = -9

// Rivals returns the levels of [RivalComparisons] of all pairs, end to end. A rival is a pair of one of the two records with another unit of the
// other's dataset; where a dataset has many records about one thing, there are none. Rows of one unit compete as one. The
// levels of two rows of one unit are 0.
func Rivals(p *Population, pairs []Scored) []uint8 {
	c := newClusters(p, pairs)
	tops := c.tops()
	k := len(RivalComparisons)
	all := make([]uint8, k*len(pairs))
	for n, s := range pairs {
		out := all[n*k : (n+1)*k]
		a, b := p.Unit[s.A], p.Unit[s.B]
		if a == b {
			continue
		}
		own := float32(c.bits(a, b))
		x, y := own-c.rival(tops, a, b), own-c.rival(tops, b, a)
		for i, v := range [...]float32{own, min(x, y), max(x, y), c.support(a, b), own - s.Same} {
			out[i] = levelOf(v, rivalBounds[i])
		}
	}
	return all
}

// top holds the two strongest pairs of a unit with units of one dataset.
type top struct {
	data       uint16
	to         int32
	best, next float32
}

// tops lists them for each unit, by dataset.
func (c *clusters) tops() [][]top {
	out := make([][]top, len(c.edges))
	for a, list := range c.edges {
		for _, e := range list {
			d := c.p.Data[e.to]
			k, ok := slices.BinarySearchFunc(out[a], d, func(t top, d uint16) int { return cmp.Compare(t.data, d) })
			if !ok {
				out[a] = slices.Insert(out[a], k, top{d, -1, noRival, noRival})
			}
			switch t := &out[a][k]; {
			case e.bits > t.best:
				t.to, t.best, t.next = e.to, e.bits, t.best
			default:
				t.next = max(t.next, e.bits)
			}
		}
	}
	return out
}

// rival is the strongest pair of a with another unit of the dataset of b.
func (c *clusters) rival(tops [][]top, a, b int32) float32 {
	d := c.p.Data[b]
	if c.p.Many[d] {
		return noRival
	}
	k, ok := slices.BinarySearchFunc(tops[a], d, func(t top, d uint16) int { return cmp.Compare(t.data, d) })
	switch {
	case !ok:
		return noRival
	case tops[a][k].to == b:
		return tops[a][k].next
	}
	return tops[a][k].best
}

// support is the best third unit, of another dataset than both, by the weaker of its pairs with a and b.
func (c *clusters) support(a, b int32) float32 {
	best := float32(noRival)
	x, y := c.edges[a], c.edges[b]
	if len(y) < len(x) {
		x, y = y, x
	}
	for _, e := range x {
		k, ok := slices.BinarySearchFunc(y, e.to, func(f edge, t int32) int { return cmp.Compare(f.to, t) })
		if ok {
			if d := c.p.Data[e.to]; c.p.Many[d] || d != c.p.Data[a] && d != c.p.Data[b] {
				best = max(best, min(e.bits, y[k].bits))
			}
		}
		y = y[k:]
	}
	return best
}
