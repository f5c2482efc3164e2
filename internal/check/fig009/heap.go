package fig009

import (
	"math"

	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const (
	lowest  = 6   // number from which the reference is fitted
	round   = 10  // number from which round numbers are counted
	highest = 200 // number up to which they are
	least   = 3   // least single number
)

// tally counts the events by their number, whole numbers up to highest, and says how many have at least round.
func tally(d *record.Dataset, c *record.Column) (counts []int32, many int) {
	n := tabular.NumbersOf(c)
	if !n.OK() {
		return nil, 0
	}
	counts = make([]int32, highest+1)
	var counted []bool
	if d.Events != nil {
		counted = d.Events.Counted
	}
	for row := range d.N {
		v := n.At(row)
		if !(v >= 1) || v != math.Trunc(v) || counted != nil && !counted[row] {
			continue
		}
		if v <= highest {
			counts[int(v)]++
			if v >= round {
				many++
			}
		}
	}
	return counts, many
}

// heap is one comparison of the frequency of some numbers with a smooth reference.
type heap struct {
	key      string
	column   *record.Column
	number   int // a single number; 0 for a class of numbers
	what     string
	observed int
	expected float64
	z, p     float64
	of       int // events with round to highest
}

func (h *heap) index() float64 { return float64(h.observed) / max(h.expected, 1e-9) }

// classes tests the multiples of ten, and the odd multiples of five.
func classes(c *record.Column, counts []int32, of int) []heap {
	smooth, ok := stats.FitSmooth(counts, lowest, func(v int) bool { return v%5 != 0 })
	if !ok {
		return nil
	}
	var out []heap
	for _, class := range [...]struct {
		from      int
		key, what string
	}{{round, "multiples of 10", "multiples of 10"}, {round + 5, "multiples of 5", "odd multiples of 5"}} {
		var values []int
		h := heap{key: class.key, column: c, what: class.what, of: of}
		for v := class.from; v <= highest; v += 10 {
			values = append(values, v)
			h.observed += int(counts[v])
		}
		var variance float64
		h.expected, variance = smooth.Sum(values)
		h.z = (float64(h.observed) - h.expected) / math.Sqrt(variance)
		h.p = stats.Upper(h.z)
		out = append(out, h)
	}
	return out
}

// singles tests numbers one by one against neighbours of the same roundness. Multiples of fifty are rounder than any
// neighbour and are left to the classes.
func singles(c *record.Column, counts []int32) []heap {
	const few = 20 // numbers that are rarer are not looked at
	var out []heap
	for v := least; v <= highest; v++ {
		if v%50 == 0 || counts[v] < few {
			continue
		}
		expected, noise := 0.0, 0.0
		for _, step := range [...]int{1, 2, 10} {
			if (v%5 == 0) != (step == 10) && v >= round || v < round && step == 10 {
				continue
			}
			a, b := v-step, v+step
			if a < 1 || b > highest || v >= round && step < 10 && (a%5 == 0 || b%5 == 0) {
				continue
			}
			low, high := float64(counts[a])+0.5, float64(counts[b])+0.5
			if g := math.Sqrt(low * high); g > expected {
				// The greater of two expectations is kept: a number stands out only where it does beside either pair.
				expected, noise = g, (1/low+1/high)/4
			}
		}
		if expected == 0 {
			continue
		}
		h := heap{key: "number " + wording.Thousands(v), column: c, number: v, what: wording.Thousands(v), observed: int(counts[v]), expected: expected}
		h.z = math.Log(h.index()) / math.Sqrt(1/float64(h.observed)+noise)
		h.p = stats.Upper(h.z)
		out = append(out, h)
	}
	return out
}
