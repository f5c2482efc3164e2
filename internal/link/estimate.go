package link

import "math"

// Strengths of what was known before, in pairs: how many pairs of the data at hand it takes to move the frequencies of levels half
// way from the reference to what is seen. The frequencies of one thing are known less well from unlabelled data than those of
// the rest, and are held more firmly.
const (
	strengthM = 400
	strengthU = 400
	rounds    = 12
)

// Estimate fits the frequencies of the levels to candidates without labels, by expectation and maximisation (Dempster, Laird,
// Rubin 1977, https://doi.org/10.1111/j.2517-6161.1977.tb01600.x) under the independence model of Fellegi and Sunter, and moves the
// weights by how far they differ from the reference. levels holds the levels of the
// pairs alone, end to end.
//
// It can't collapse: the frequencies have the reference as a Dirichlet prior, and the share of pairs of one thing is held
// between a fifth and five times that of the reference. share says how far the weights follow, 0 to 1.
func (m *Model) Estimate(levels []uint8, share float64) {
	k := len(m.Alone.Weights)
	n := len(levels) / k
	if n == 0 || share == 0 {
		return
	}
	prior := Probability(m.Alone.Prior)
	least, most := prior/5, math.Min(0.5, prior*5)
	p := prior
	mm, uu := clone(m.M[:k]), clone(m.U[:k])
	logs := clone(m.M[:k])
	// Each block has sums of its own, which are added up in order, so that they do not depend on the number of cores.
	const block = 1 << 12
	width := 0
	for _, list := range mm {
		width = max(width, len(list))
	}
	sums := make([][]float64, (n+block-1)/block) // how many pairs of one thing have each level; their number is the last
	for b := range sums {
		sums[b] = make([]float64, k*width+1)
	}
	all := zero(mm) // how often each level occurs
	for i := range n {
		for c, l := range levels[i*k : (i+1)*k] {
			all[c][l]++
		}
	}
	for round := 1; round <= rounds; round++ {
		for c := range logs {
			for l := range logs[c] {
				// The reference weights know how far comparisons repeat each other; frequencies alone do not.
				logs[c][l] = m.Alone.Weights[c][l]
				if l > 0 {
					logs[c][l] += share * (ratio(mm[c][l], uu[c][l]) - ratio(m.M[c][l], m.U[c][l]))
				}
			}
		}
		base := math.Log2(p / (1 - p))
		Each(n, block, func(from, to int) {
			own := sums[from/block]
			clear(own)
			for i := from; i < to; i++ {
				of := levels[i*k : (i+1)*k]
				w := base
				for c, l := range of {
					w += logs[c][l]
				}
				g := Probability(w)
				own[k*width] += g
				for c, l := range of {
					own[c*width+int(l)] += g
				}
			}
		})
		sm, su := zero(mm), clone(all)
		total := 0.0
		for _, own := range sums {
			total += own[k*width]
			for c := range sm {
				for l := range sm[c] {
					sm[c][l] += own[c*width+l]
					su[c][l] -= own[c*width+l]
				}
			}
		}
		p = math.Min(most, math.Max(least, (total+prior*strengthU)/(float64(n)+strengthU)))
		for c := range mm {
			smooth(mm[c], sm[c], m.M[c], strengthM)
			smooth(uu[c], su[c], m.U[c], strengthU)
		}
	}
	for c := range logs {
		for l := 1; l < len(logs[c]); l++ {
			d := share * (ratio(mm[c][l], uu[c][l]) - ratio(m.M[c][l], m.U[c][l]))
			m.Alone.Weights[c][l] += d
			m.Same.Weights[c][l] += d / 2
			m.Related.Weights[c][l] += d / 4
		}
	}
	copy(m.M, mm)
	copy(m.U, uu)
	m.Fit.Pairs, m.Fit.Rounds, m.Fit.Prior = n, rounds, p
}

// ratio is the match weight of a level in bits, 0 where its frequencies are not known.
func ratio(m, u float64) float64 {
	if m <= 0 || u <= 0 {
		return 0
	}
	return math.Log2(m / u)
}

// smooth makes frequencies out of counts, with those of before as so many pairs. Level 0, where nothing could be compared, has no
// part in them.
func smooth(to, counts, before []float64, strength float64) {
	sum := 0.0
	for l := 1; l < len(counts); l++ {
		sum += counts[l]
	}
	for l := 1; l < len(to); l++ {
		to[l] = (counts[l] + strength*before[l]) / (sum + strength)
	}
}

func clone(t [][]float64) [][]float64 {
	out := make([][]float64, len(t))
	for i := range t {
		out[i] = append([]float64(nil), t[i]...)
	}
	return out
}

func zero(t [][]float64) [][]float64 {
	out := make([][]float64, len(t))
	for i := range t {
		out[i] = make([]float64, len(t[i]))
	}
	return out
}
