// Package capture holds what coverage estimation starts from: how many cases each combination of lists has recorded.
package capture

import (
	"fmt"
	"math/bits"
	"slices"
)

// MaxLists is the greatest number of lists of a table: patterns are bit masks.
const MaxLists = 16

// Table counts cases by capture pattern: bit i of a pattern is set where list i holds the case. Patterns ascend, each stands
// once, none is zero (cases that no list holds are what is estimated), and all counts are positive: an absent pattern has
// count 0.
type Table struct {
	Lists   []string
	Pattern []uint32
	Count   []int64
}

// N is the number of cases on any list.
func (t *Table) N() int64 {
	var n int64
	for _, c := range t.Count {
		n += c
	}
	return n
}

// Size is the number of cases on list i.
func (t *Table) Size(i int) int64 { return t.Overlap(1 << i) }

// Overlap is the number of cases that are on all lists of a mask.
func (t *Table) Overlap(mask uint32) int64 {
	var n int64
	for k, p := range t.Pattern {
		if p&mask == mask {
			n += t.Count[k]
		}
	}
	return n
}

// Seen is the number of cases on exactly k lists.
func (t *Table) Seen(k int) int64 {
	var n int64
	for i, p := range t.Pattern {
		if bits.OnesCount32(p) == k {
			n += t.Count[i]
		}
	}
	return n
}

// Dense is the count of every pattern by its value, index 0 being 0.
func (t *Table) Dense() []int64 {
	out := make([]int64, 1<<len(t.Lists))
	for k, p := range t.Pattern {
		out[p] = t.Count[k]
	}
	return out
}

// New makes a table of dense counts, index being the pattern; the count of pattern 0 must be 0. It refuses negative counts,
// a sum that does not fit and a wrong length.
func New(lists []string, dense []int64) (*Table, error) {
	if len(lists) == 0 || len(lists) > MaxLists {
		return nil, fmt.Errorf("%d lists (hint: a table has 1 to %d)", len(lists), MaxLists)
	}
	if len(dense) != 1<<len(lists) {
		return nil, fmt.Errorf("%d counts for %d lists, want %d", len(dense), len(lists), 1<<len(lists))
	}
	if dense[0] != 0 {
		return nil, fmt.Errorf("a count of %d for cases on no list (hint: those are what is estimated; leave the row out)", dense[0])
	}
	t := &Table{Lists: slices.Clone(lists)}
	var sum int64
	for p, c := range dense {
		if c < 0 {
			return nil, fmt.Errorf("a negative count, %d", c)
		}
		if sum += c; sum > MaxCases {
			return nil, fmt.Errorf("more than %d cases", int64(MaxCases))
		}
		if c > 0 {
			t.Pattern, t.Count = append(t.Pattern, uint32(p)), append(t.Count, c)
		}
	}
	return t, nil
}

// MaxCases bounds the number of cases of a table, so that sums and products stay exact in floating point.
const MaxCases = 1 << 46

// Drop is the table without list i; cases on that list alone leave it.
func (t *Table) Drop(i int) *Table {
	low := uint32(1)<<i - 1
	return t.fold(slices.Delete(slices.Clone(t.Lists), i, i+1), func(p uint32) uint32 { return p&low | p>>1&^low })
}

// Merge is the table with lists i and j made one, under both names: a case is on it if it is on either.
func (t *Table) Merge(i, j int) *Table {
	if i > j {
		i, j = j, i
	}
	lists := slices.Clone(t.Lists)
	lists[i] += "+" + lists[j]
	low := uint32(1)<<j - 1
	return t.fold(slices.Delete(lists, j, j+1), func(p uint32) uint32 { return p&low | p>>1&^low | (p>>j&1)<<i })
}

// Given is the table of the cases on list i by the other lists: a population of known size, of which those on no other list
// are hidden. It returns that size as well (the check of Hook and Regal 2000).
func (t *Table) Given(i int) (*Table, int64) {
	low := uint32(1)<<i - 1
	only := &Table{Lists: t.Lists}
	for k, p := range t.Pattern {
		if p>>i&1 == 1 {
			only.Pattern, only.Count = append(only.Pattern, p), append(only.Count, t.Count[k])
		}
	}
	return only.fold(slices.Delete(slices.Clone(t.Lists), i, i+1), func(p uint32) uint32 { return p&low | p>>1&^low }), t.Size(i)
}

// fold maps every pattern to another one and adds up.
func (t *Table) fold(lists []string, to func(uint32) uint32) *Table {
	dense := make([]int64, 1<<len(lists))
	for k, p := range t.Pattern {
		dense[to(p)] += t.Count[k]
	}
	out := &Table{Lists: lists}
	for p, c := range dense {
		if p > 0 && c > 0 {
			out.Pattern, out.Count = append(out.Pattern, uint32(p)), append(out.Count, c)
		}
	}
	return out
}
