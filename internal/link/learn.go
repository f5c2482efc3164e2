package link

import (
	"bytes"
	"math"
	"slices"
)

// Evidence is what a model is learned from where there are no labels: levels of pairs, end to end.
type Evidence struct {
	Candidates []uint8 // pairs that blocking brought together, or a sample of them
	Each       float64 // candidates that each of them stands for
	Random     []uint8 // pairs drawn at random from all
	Pairs      float64 // number of all pairs
}

// Learned are the bounds within which [Model.Learn] moves.
type Learned struct {
	Prior  float64 // expected share of pairs of one thing among all pairs
	Within float64 // the share found stays between Prior/Within and Prior·Within: it can't collapse
	M, U   float64 // strength of the reference frequencies, in pairs
	Most   float64 // greatest weight of one level, in bits

	// Ceilings are greatest weights of single levels, by comparison and level, for those that speak against whatever the data seem to say:
	// where few pairs are one thing, a model without them learns to find relatives.
	Ceilings map[[2]int]float64
}

// weight is the match weight of a level within bounds.
func (o *Learned) weight(c, l int, m, u float64) float64 {
	w := math.Max(-o.Most, math.Min(o.Most, ratio(m, u)))
	if top, ok := o.Ceilings[[2]int{c, l}]; ok {
		return math.Min(w, top)
	}
	return w
}

// Learn fits the frequencies of the levels of scale Alone without labels. How often levels occur among pairs of different things comes
// from pairs drawn at random, since these are nearly all different; how often among pairs of one thing by expectation and
// maximisation over the candidates (Fellegi and Sunter 1969; Winkler 1988, Using the EM algorithm for weight computation in the
// Fellegi-Sunter model of record linkage). The frequencies that the model comes with hold both: as so many pairs seen before. A prior
// left free can declare half of all candidates one thing, which is why it is bounded.
func (m *Model) Learn(e Evidence, o Learned) {
	k := len(m.Alone.Weights)
	if e.Pairs < 1 || len(e.Candidates) < k {
		return
	}
	patterns, counts := tally(e.Candidates, k)
	u := zero(m.U[:k])
	for i := 0; i+k <= len(e.Random); i += k {
		for c, l := range e.Random[i : i+k] {
			u[c][l]++
		}
	}
	p := o.Prior
	n := float64(len(e.Random) / k)
	mm, uu := clone(m.M[:k]), clone(m.U[:k])
	weights, different := zero(mm), zero(mm)
	round := 0
	for ; round < learnRounds; round++ {
		for c := range uu {
			// Of a short list, the few pairs of one thing are a good part of the random pairs that agree: they are taken off.
			for l := 1; l < len(u[c]); l++ {
				same := p * n * mm[c][l] * (1 - u[c][0]/math.Max(n, 1))
				different[c][l] = math.Max(u[c][l]/50, u[c][l]-same)
			}
			smooth(uu[c], different[c], m.U[c], o.U)
		}
		for c := range weights {
			for l := 1; l < len(weights[c]); l++ {
				weights[c][l] = o.weight(c, l, mm[c][l], uu[c][l])
			}
		}
		base := Bits(p)
		sm := zero(mm)
		total := 0.0
		for i, row := range patterns {
			w := base
			for c, l := range row {
				w += weights[c][l]
			}
			g := counts[i] * e.Each * Probability(w)
			total += g
			for c, l := range row {
				sm[c][l] += g
			}
		}
		before := p
		p = math.Max(o.Prior/o.Within, math.Min(o.Prior*o.Within, total/e.Pairs))
		for c := range mm {
			smooth(mm[c], sm[c], m.M[c], o.M)
		}
		if math.Abs(math.Log(p/before)) < 1e-5 && round > 4 {
			break
		}
	}
	for c := range weights {
		for l := 1; l < len(weights[c]); l++ {
			weights[c][l] = o.weight(c, l, mm[c][l], uu[c][l])
		}
		copy(m.Alone.Weights[c], weights[c])
	}
	m.Alone.Prior = Bits(p)
	copy(m.M, mm)
	copy(m.U, uu)
	m.Fit.Pairs, m.Fit.Rounds, m.Fit.Prior = len(e.Candidates)/k, round, p
}

const learnRounds = 60

// tally counts the different rows of levels, in an order that follows from the levels.
func tally(levels []uint8, k int) (rows [][]uint8, counts []float64) {
	seen := map[string]int{}
	for i := 0; i+k <= len(levels); i += k {
		seen[string(levels[i:i+k])]++
	}
	for s := range seen {
		rows = append(rows, []byte(s))
	}
	slices.SortFunc(rows, bytes.Compare)
	for _, r := range rows {
		counts = append(counts, float64(seen[string(r)]))
	}
	return rows, counts
}
