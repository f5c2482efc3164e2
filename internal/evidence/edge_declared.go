package evidence

import (
	"slices"

	"github.com/assaydata/assay/internal/claim"
)

// byDeclaration adds what the table of sources says itself: items that are based on other items. Claims about one thing are
// joined; figures only where they share a number or one of them names nobody, since an item that draws on another may well
// quote further bodies.
func (g *Graph) byDeclaration(things [][]claim.Claim) {
	declared := map[string]bool{}
	for _, s := range g.t.Sources {
		for _, base := range s.BasedOn {
			declared[s.Key], declared[base] = true, true
		}
	}
	if len(declared) == 0 {
		return
	}
	type place struct {
		item  string
		thing int
	}
	at := map[place][]claim.Claim{}
	where := map[string][]int{}
	for i, list := range things {
		for _, c := range list {
			k := c.Base().Source.Key
			if !declared[k] {
				continue
			}
			p := place{k, i}
			if at[p] == nil {
				where[k] = append(where[k], i)
			}
			at[p] = append(at[p], c)
		}
	}
	edge := func(a, b claim.Claim) {
		g.Edges = append(g.Edges, Edge{From: a, To: b, Kind: BasedOn, Probability: 1, Why: "the table of sources says so"})
	}
	for _, s := range g.t.Sources {
		for _, base := range s.BasedOn {
			if base == s.Key || len(where[s.Key]) == 0 || len(where[base]) == 0 {
				continue
			}
			found := false
			for _, i := range where[s.Key] {
				bases := at[place{base, i}]
				for _, c := range at[place{s.Key, i}] {
					if b := basis(c, bases); b != nil {
						edge(c, b)
						found = true
					}
				}
			}
			if !found {
				edge(at[place{s.Key, where[s.Key][0]}][0], at[place{base, where[base][0]}][0])
			}
		}
	}
}

// basis returns the claim of the item below that a claim repeats, nil where there is none.
func basis(c claim.Claim, bases []claim.Claim) claim.Claim {
	f, ok := c.(*claim.Figure)
	if !ok || len(bases) == 0 {
		if len(bases) == 0 {
			return nil
		}
		return slices.MinFunc(bases, published)
	}
	var best claim.Claim
	for _, b := range bases {
		o := b.(*claim.Figure)
		if len(SharedNumbers(f, o)) > 0 || Voice(f.Estimator) == "" {
			if best == nil || published(b, best) < 0 {
				best = b
			}
		}
	}
	return best
}

// Cycles returns the items of which each is said to be based, directly or through others, on every other of its list, and
// items said to be based on themselves: reports that confirm one another and rest on nothing. (Strongly connected
// components; Tarjan 1972, doi 10.1137/0201010.)
func (g *Graph) Cycles() [][]*claim.Source {
	n := len(g.t.Sources)
	index := map[string]int{}
	for i, s := range g.t.Sources {
		index[s.Key] = i
	}
	next := make([][]int, n)
	self := make([]bool, n)
	for i, s := range g.t.Sources {
		for _, base := range s.BasedOn {
			if j, ok := index[base]; ok {
				next[i] = append(next[i], j)
				self[i] = self[i] || i == j
			}
		}
	}
	var out [][]*claim.Source
	for _, part := range components(next) {
		if len(part) < 2 && !self[part[0]] {
			continue
		}
		slices.Sort(part)
		var list []*claim.Source
		for _, i := range part {
			list = append(list, g.t.Sources[i])
		}
		out = append(out, list)
	}
	slices.SortFunc(out, func(a, b []*claim.Source) int { return slices.Compare(keysOf(a), keysOf(b)) })
	return out
}

func keysOf(list []*claim.Source) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.Key)
	}
	return out
}

// components returns the strongly connected components of a directed graph.
func components(next [][]int) [][]int {
	n := len(next)
	order, low, on := make([]int, n), make([]int, n), make([]bool, n)
	var stack []int
	var out [][]int
	count := 0
	var visit func(v int)
	visit = func(v int) {
		count++
		order[v], low[v], on[v] = count, count, true
		stack = append(stack, v)
		for _, w := range next[v] {
			if order[w] == 0 {
				visit(w)
				low[v] = min(low[v], low[w])
			} else if on[w] {
				low[v] = min(low[v], order[w])
			}
		}
		if low[v] == order[v] {
			var part []int
			for {
				w := stack[len(stack)-1]
				stack = stack[:len(stack)-1]
				on[w] = false
				part = append(part, w)
				if w == v {
					break
				}
			}
			out = append(out, part)
		}
	}
	for v := range n {
		if order[v] == 0 {
			visit(v)
		}
	}
	return out
}
