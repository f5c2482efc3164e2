package link

import (
	"fmt"
	"math"
)

// Comparison is one thing that is compared about two records. Level 0 is "nothing to compare"; it weighs nothing.
type Comparison struct {
	Name   string
	Levels []string // for people

	// Order lists chains of levels, from what speaks most for one thing to what speaks most against it. Weights keep them,
	// whatever a few labelled pairs say: more words in common never speak less for one thing than fewer do. Level 0 may stand in
	// a chain and weighs nothing there too: what is above it speaks for one thing or says nothing, what is below it against. Together
	// the chains form trees. Levels in none are free.
	Order [][]uint8
}

// Scale turns the levels of a pair into log odds, in bits: a prior and one weight a level.
type Scale struct {
	Prior   float64
	Weights [][]float64 // by comparison and level; the first of each is 0
}

// Of adds up the weights of a pair, without the prior.
func (s *Scale) Of(levels []uint8) float64 {
	sum := 0.0
	for c, l := range levels {
		sum += s.Weights[c][l]
	}
	return sum
}

// Model says how levels of comparisons speak for and against. Alone weighs a pair by itself, by the comparisons of its kind of
// record. Same, about one thing, and Related, about one thing or parts of one, weigh it in view of its rivals as well
// ([RivalComparisons], the last of Comparisons). M and U are how often each level occurs among pairs of one thing and among the other
// candidates, as far as they are known; the weights are lower where comparisons repeat each other.
type Model struct {
	Version     string // changes with the weights; stands in decisions
	Comparisons []Comparison
	Alone       Scale
	Same        Scale
	Related     Scale
	M, U        [][]float64
	Fit         Fit // how the weights were fitted to the data at hand
}

// Fit tells what was learned from the data at hand.
type Fit struct {
	Pairs     int     // candidates that the estimation saw
	Rounds    int     // of expectation and maximisation
	Prior     float64 // estimated share of pairs of one thing among the candidates
	Decisions int     // reviewers' decisions that the weights were refitted to, 0 where there were too few
}

// Probability turns log odds in bits into a probability.
func Probability(bits float64) float64 { return 1 / (1 + math.Exp2(-bits)) }

// Bits turns a probability into log odds in bits.
func Bits(p float64) float64 { return math.Log2(p / (1 - p)) }

// Check reports a model whose tables do not fit its comparisons.
func (m *Model) Check() error {
	own := len(m.Comparisons) - len(RivalComparisons)
	for _, t := range []struct {
		scale *Scale
		n     int
	}{{&m.Alone, own}, {&m.Same, len(m.Comparisons)}, {&m.Related, len(m.Comparisons)}} {
		if len(t.scale.Weights) != t.n {
			return fmt.Errorf("a model of %d comparisons has weights for %d", t.n, len(t.scale.Weights))
		}
		for c, w := range t.scale.Weights {
			if len(w) != len(m.Comparisons[c].Levels) {
				return fmt.Errorf("comparison %s has %d levels and weights for %d", m.Comparisons[c].Name, len(m.Comparisons[c].Levels), len(w))
			}
		}
	}
	return nil
}

// Part is one step of the explanation of a pair.
type Part struct {
	Comparison string
	Level      string
	Bits       float64 // weight for one thing
	Related    float64 // weight for one thing or parts of one
}

// Explain lists what each comparison of a pair says, in the order of the comparisons.
func (m *Model) Explain(levels []uint8) []Part {
	var out []Part
	for c, l := range levels {
		out = append(out, Part{m.Comparisons[c].Name, m.Comparisons[c].Levels[l], m.Same.Weights[c][l], m.Related.Weights[c][l]})
	}
	return out
}

var nan = math.NaN()
