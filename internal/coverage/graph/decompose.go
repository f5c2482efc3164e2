package graph

import "math/bits"

// A set of lists is a bit mask.

// model is a decomposable graph over lists: its edges, and the sets of lists whose marginal tables make its likelihood, each with the power at
// which it stands there. For cliques that is 1, for separators minus how often they separate.
type model struct {
	edges uint32 // bit i: pair i of Pairs
	sets  []uint32
	power []int
}

// Pairs lists the pairs of lists in the order of the bits of a graph's edges.
func Pairs(lists int) [][2]int {
	var out [][2]int
	for j := range lists {
		for i := range j {
			out = append(out, [2]int{i, j})
		}
	}
	return out
}

// decomposable lists all decomposable graphs over a number of lists: 8, 61, 822 and 18,154 for 3 to 6.
func decomposable(lists int) []model {
	pairs := Pairs(lists)
	neighbours := make([]uint32, lists)
	power := make([]int, 1<<lists)
	var out []model
	for edges := range uint32(1) << len(pairs) {
		clear(neighbours)
		for e := edges; e != 0; e &= e - 1 {
			p := pairs[bits.TrailingZeros32(e)]
			neighbours[p[0]] |= 1 << p[1]
			neighbours[p[1]] |= 1 << p[0]
		}
		clear(power)
		if !eliminate(neighbours, power) {
			continue
		}
		m := model{edges: edges}
		for set, n := range power {
			if set > 0 && n != 0 {
				m.sets, m.power = append(m.sets, uint32(set)), append(m.power, n)
			}
		}
		out = append(out, m)
	}
	return out
}

// eliminate takes lists away whose remaining neighbours all know each other. A graph is decomposable exactly if that takes away all
// (Fulkerson and Gross 1965). Each list taken multiplies the likelihood by that of it together with its neighbours, given these.
func eliminate(neighbours []uint32, power []int) bool {
	left := uint32(1)<<len(neighbours) - 1
next:
	for left != 0 {
		for rest := left; rest != 0; rest &= rest - 1 {
			v := bits.TrailingZeros32(rest)
			near := neighbours[v] & left
			if complete(neighbours, near) {
				power[near|1<<v]++
				power[near]--
				left &^= 1 << v
				continue next
			}
		}
		return false
	}
	return true
}

func complete(neighbours []uint32, set uint32) bool {
	for rest := set; rest != 0; rest &= rest - 1 {
		v := bits.TrailingZeros32(rest)
		if set&^neighbours[v] != 1<<v {
			return false
		}
	}
	return true
}
