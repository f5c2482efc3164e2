package link

import (
	"cmp"
	"slices"
)

// A record is one thing, so that pairs compete: a strong rival speaks against a pair, a third record that goes with both speaks
// for it. What the competition looks like is compared like everything else, in levels, after all pairs were weighed alone.

// RivalComparisons are the comparisons of a pair with its rivals. They follow the comparisons of the kind of record.
var RivalComparisons = []Comparison{
	{Name: "alone", Levels: []string{"not weighed", "very weak", "weak", "fairly weak", "nearly even", "fairly strong", "strong", "very strong", "almost certain"}, Order: [][]uint8{{8, 7, 6, 5, 4, 3, 2, 1}}},
	{Name: "lead", Levels: []string{"not weighed", "far behind a rival", "behind a rival", "just behind a rival", "level with a rival", "just ahead", "ahead", "far ahead", "no rival"}, Order: [][]uint8{{8, 7, 6, 5, 4, 3, 2, 1}}},
	{Name: "other lead", Levels: []string{"not weighed", "behind a rival", "level with a rival", "just ahead", "ahead", "far ahead", "very far ahead", "no rival"}, Order: [][]uint8{{7, 6, 5, 4, 3, 2, 1}}},
	{Name: "third record", Levels: []string{"not weighed", "none", "very weak", "weak", "fair", "strong", "very strong"}, Order: [][]uint8{{6, 5, 4, 3, 2}, {6, 1}}},
	{Name: "best row", Levels: []string{"not weighed", "the best of its rows", "close to the best", "another row goes better"}, Order: [][]uint8{{1, 2, 3}}},
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
	EachWith(len(pairs), blockSize, func() *beside { return newBeside(c) }, func(near *beside, from, to int) {
		for n, s := range pairs[from:to] {
			out := all[(from+n)*k : (from+n+1)*k]
			a, b := p.Unit[s.A], p.Unit[s.B]
			if a == b {
				continue
			}
			near.focus(a)
			own := near.bits[b]
			x, y := own-c.rival(tops, a, b), own-c.rival(tops, b, a)
			for i, v := range [...]float32{own, min(x, y), max(x, y), near.support(b), own - s.Same} {
				out[i] = levelOf(v, rivalBounds[i])
			}
		}
	})
	return all
}

// blockSize is how many pairs or units are worked on at a time by one core.
const blockSize = 1 << 12

// beside holds the pairs of one unit by the other unit, so that its pairs are looked up at once.
type beside struct {
	c    *clusters
	unit int32
	bits []float32 // by unit; noRival where there is no pair
}

func newBeside(c *clusters) *beside {
	s := &beside{c: c, unit: -1, bits: make([]float32, len(c.edges))}
	for i := range s.bits {
		s.bits[i] = noRival
	}
	return s
}

func (s *beside) focus(a int32) {
	if a == s.unit {
		return
	}
	if s.unit >= 0 {
		for _, e := range s.c.edges[s.unit] {
			s.bits[e.to] = noRival
		}
	}
	s.unit = a
	for _, e := range s.c.edges[a] {
		s.bits[e.to] = e.bits
	}
}

// support is the best third unit, of another dataset than both, by the weaker of its pairs with the unit in focus and b.
func (s *beside) support(b int32) float32 {
	c := s.c
	x, y := c.edges[s.unit], c.edges[b]
	if len(y) > 8*len(x) {
		return c.support(x, y, c.p.Data[s.unit], c.p.Data[b])
	}
	best := float32(noRival)
	da, db := c.p.Data[s.unit], c.p.Data[b]
	for _, e := range y {
		if v := min(e.bits, s.bits[e.to]); v > best {
			if d := c.p.Data[e.to]; c.p.Many[d] || d != da && d != db {
				best = v
			}
		}
	}
	return best
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
	Each(len(c.edges), blockSize, func(from, to int) {
		var slab []top // the lists of many units in one piece of memory
		var own []top
		for a := from; a < to; a++ {
			own = own[:0]
			for _, e := range c.edges[a] {
				d := c.p.Data[e.to]
				k := 0
				for k < len(own) && own[k].data < d {
					k++
				}
				if k == len(own) || own[k].data != d {
					own = slices.Insert(own, k, top{d, -1, noRival, noRival})
				}
				switch t := &own[k]; {
				case e.bits > t.best:
					t.to, t.best, t.next = e.to, e.bits, t.best
				default:
					t.next = max(t.next, e.bits)
				}
			}
			if cap(slab)-len(slab) < len(own) {
				slab = make([]top, 0, max(blockSize, len(own)))
			}
			start := len(slab)
			slab = append(slab, own...)
			out[a] = slab[start:len(slab):len(slab)]
		}
	})
	return out
}

// rival is the strongest pair of a with another unit of the dataset of b.
func (c *clusters) rival(tops [][]top, a, b int32) float32 {
	d := c.p.Data[b]
	if c.p.Many[d] {
		return noRival
	}
	for k := range tops[a] {
		if t := &tops[a][k]; t.data == d {
			if t.to == b {
				return t.next
			}
			return t.best
		}
	}
	return noRival
}

// support is that of the two units with the pairs x and y, where those of y are many.
func (c *clusters) support(x, y []edge, da, db uint16) float32 {
	best := float32(noRival)
	for _, e := range x {
		k, ok := slices.BinarySearchFunc(y, e.to, func(f edge, t int32) int { return cmp.Compare(f.to, t) })
		if ok {
			if d := c.p.Data[e.to]; c.p.Many[d] || d != da && d != db {
				best = max(best, min(e.bits, y[k].bits))
			}
		}
		y = y[k:]
	}
	return best
}
