package grouping

import "math/bits"

// Groups holds sets of two or more rows with equal keys. Rows ascend within a group, and groups are ordered by their
// first row, so that the result does not depend on hashing.
type Groups struct {
	rows []int32
	ends []int32
}

// Len returns the number of groups.
func (g *Groups) Len() int { return len(g.ends) }

// At returns the rows of group i, ascending. The slice must not be changed.
func (g *Groups) At(i int) []int32 {
	start := int32(0)
	if i > 0 {
		start = g.ends[i-1]
	}
	return g.rows[start:g.ends[i]:g.ends[i]]
}

// Rows returns the number of rows in all groups together.
func (g *Groups) Rows() int { return len(g.rows) }

// Equal groups the rows whose keys are equal. A row with key 0 takes no part.
func Equal(keys []uint64) *Groups {
	// An open-addressing table of row numbers costs 4 bytes a slot and one cache miss a row; a Go map or a sort of the
	// keys takes several times as long on millions of rows.
	size := 1 << bits.Len(uint(len(keys)+len(keys)/2))
	mask := uint64(size - 1)
	table := make([]int32, size) // row + 1
	group := make([]int32, len(keys))
	var firsts, counts []int32
	for row, key := range keys {
		group[row] = -1
		if key == 0 {
			continue
		}
		for slot := key & mask; ; slot = (slot + 1) & mask {
			first := table[slot] - 1
			if first < 0 {
				table[slot] = int32(row) + 1
				break
			}
			if keys[first] != key {
				continue
			}
			if group[first] < 0 {
				group[first] = int32(len(firsts))
				firsts = append(firsts, first)
				counts = append(counts, 1)
			}
			group[row] = group[first]
			counts[group[first]]++
			break
		}
	}
	return collect(group, firsts, counts)
}

// collect lays the rows of each group side by side, groups by their first row.
func collect(group, firsts, counts []int32) *Groups {
	g := &Groups{ends: make([]int32, 0, len(firsts))}
	if len(firsts) == 0 {
		return g
	}
	place := make([]int32, len(firsts))
	total := int32(0)
	// Groups were numbered when their second row was met; walking the rows again visits them by first row.
	seen := make([]bool, len(firsts))
	for row := range group {
		if id := group[row]; id >= 0 && !seen[id] {
			seen[id] = true
			place[id] = total
			total += counts[id]
			g.ends = append(g.ends, total)
		}
	}
	g.rows = make([]int32, total)
	for row, id := range group {
		if id >= 0 {
			g.rows[place[id]] = int32(row)
			place[id]++
		}
	}
	return g
}

// Confirm keeps of each group the rows for which same(first, row) holds, splitting a group whose rows only share a hash.
// It returns g itself where every group holds.
func (g *Groups) Confirm(same func(a, b int) bool) *Groups {
	for i := range g.Len() {
		rows := g.At(i)
		for _, r := range rows[1:] {
			if !same(int(rows[0]), int(r)) {
				return g.split(same)
			}
		}
	}
	return g
}

func (g *Groups) split(same func(a, b int) bool) *Groups {
	out := &Groups{}
	for i := range g.Len() {
		for _, part := range Partition(g.At(i), same) {
			if len(part) > 1 {
				out.rows = append(out.rows, part...)
				out.ends = append(out.ends, int32(len(out.rows)))
			}
		}
	}
	return out
}

// Partition splits rows into the classes of an equivalence, each in the order given, ordered by first row. It compares
// each row with the first of every class: use it on the few rows of one group.
func Partition(rows []int32, same func(a, b int) bool) [][]int32 {
	var out [][]int32
next:
	for _, r := range rows {
		for i := range out {
			if same(int(out[i][0]), int(r)) {
				out[i] = append(out[i], r)
				continue next
			}
		}
		out = append(out, []int32{r})
	}
	return out
}
