package loglinear

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// DefaultThreshold is the p-value below which stepwise selection adds an interaction.
const DefaultThreshold = 0.02

// Stepwise chooses interactions of two lists one at a time, beginning with none: the one whose overlap is least likely under
// the model so far, as one tail of a Poisson count, as long as that is below the threshold and the model with it has an
// estimate (Chan, Silverman and Vincent 2021). It returns the interactions in the order of their choice. An error of the
// first model is in Fit.Outcome.
func Stepwise(t *capture.Table, threshold float64) ([]uint32, Fit) {
	s := newStepper(len(t.Lists), threshold)
	s.fit.Load(t)
	fit := s.run()
	return append([]uint32(nil), s.chosen...), fit
}

// stepper runs stepwise selection again and again without allocating.
type stepper struct {
	fit       *Fitter
	threshold float64
	pairs     []uint32
	chosen    []uint32
	refused   []bool
}

func newStepper(lists int, threshold float64) *stepper {
	p := Pairs(lists)
	return &stepper{fit: NewFitter(lists), threshold: threshold, pairs: p, chosen: make([]uint32, 0, len(p)), refused: make([]bool, len(p))}
}

func (s *stepper) run() Fit {
	s.chosen = s.chosen[:0]
	fit := s.fit.Fit(nil)
	for fit.Outcome == Estimated && len(s.chosen) < len(s.pairs) {
		clear(s.refused)
		found := false
		for !found {
			best, least := -1, s.threshold
			for i, m := range s.pairs {
				if s.refused[i] || s.has(m) {
					continue
				}
				if p := tail(s.fit.sum[m], s.fit.expected(m)); p < least {
					best, least = i, p
				}
			}
			if best < 0 {
				return fit
			}
			s.chosen = append(s.chosen, s.pairs[best])
			next := s.fit.Fit(s.chosen)
			if next.Outcome == Estimated {
				fit, found = next, true
				continue
			}
			s.chosen = s.chosen[:len(s.chosen)-1]
			s.refused[best] = true
			s.fit.Fit(s.chosen) // the expectations again
		}
	}
	return fit
}

func (s *stepper) has(m uint32) bool {
	for _, c := range s.chosen {
		if c == m {
			return true
		}
	}
	return false
}

// tail is the smaller of the probabilities that a Poisson count is at most, or at least, the one observed.
func tail(observed, expected float64) float64 {
	if !(expected > 0) {
		return 1 // an empty overlap that the model already says is empty
	}
	if observed == 0 {
		return math.Exp(-expected)
	}
	if observed <= expected {
		return mathext.GammaIncRegComp(observed+1, expected)
	}
	return mathext.GammaIncReg(observed, expected)
}
