package loglinear

import (
	"cmp"
	"slices"
	"strings"
)

// Pairs lists the interactions of two lists.
func Pairs(lists int) []uint32 {
	var out []uint32
	for j := range lists {
		for i := range j {
			out = append(out, 1<<i|1<<j)
		}
	}
	return out
}

// Hierarchical lists every model whose interactions have at most a number of lists, each model as its interactions in
// ascending order of lists and masks. With an interaction a model has all smaller ones inside it. The interaction of all
// lists is never in a model: it could not be estimated.
func Hierarchical(lists, most int) [][]uint32 {
	models := [][]uint32{nil}
	for k := 2; k <= min(most, lists-1); k++ {
		var candidates []uint32
		for m := uint32(0); m < 1<<lists; m++ {
			if order(m) == k {
				candidates = append(candidates, m)
			}
		}
		var next [][]uint32
		for _, model := range models {
			var open []uint32
			for _, m := range candidates {
				if admits(model, m) {
					open = append(open, m)
				}
			}
			for chosen := range uint64(1) << len(open) {
				with := slices.Clone(model)
				for i, m := range open {
					if chosen>>i&1 == 1 {
						with = append(with, m)
					}
				}
				next = append(next, with)
			}
		}
		models = next
	}
	return models
}

// admits reports whether a model has all interactions of one list less than m.
func admits(model []uint32, m uint32) bool {
	if order(m) == 2 {
		return true
	}
	for rest := m; rest > 0; rest &= rest - 1 {
		if !slices.Contains(model, m&^(rest&-rest)) {
			return false
		}
	}
	return true
}

// Name writes a model by its largest interactions, "[A,B,C][C,D]", with the lists that depend on no other as "[E]".
func Name(lists []string, interactions []uint32) string {
	var sets []uint32
	add := func(m uint32) {
		if !slices.ContainsFunc(interactions, func(o uint32) bool { return o != m && o&m == m }) {
			sets = append(sets, m)
		}
	}
	for _, m := range interactions {
		add(m)
	}
	for i := range lists {
		add(1 << i)
	}
	slices.SortFunc(sets, func(a, b uint32) int { return cmp.Or(order(b)-order(a), cmp.Compare(a, b)) })
	var b strings.Builder
	for _, m := range sets {
		b.WriteByte('[')
		for i, first := 0, true; i < len(lists); i++ {
			if m>>i&1 == 1 {
				if !first {
					b.WriteByte(',')
				}
				b.WriteString(lists[i])
				first = false
			}
		}
		b.WriteByte(']')
	}
	return b.String()
}
