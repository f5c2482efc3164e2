package stats

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// Smooth is a smooth reference for how often each whole number occurs: a Poisson regression of the counts on the
// logarithm of the number and its square, which is a log-normal distribution read at whole numbers.
type Smooth struct {
	Dispersion float64 // Pearson's chi-squared over its degrees of freedom, at least 1

	beta   [terms]float64
	cov    *mat.Dense // covariance of beta without the dispersion
	centre float64
}

const terms = 3

// FitSmooth fits the reference to counts[v] for low <= v < len(counts) with use(v). It reports false where the counts do
// not determine it.
func FitSmooth(counts []int32, low int, use func(v int) bool) (*Smooth, bool) {
	s := &Smooth{centre: math.Log(float64(low+len(counts)) / 4)}
	var values []int
	total := 0.0
	for v := low; v < len(counts); v++ {
		if use(v) {
			values = append(values, v)
			total += float64(counts[v])
		}
	}
	if len(values) < 2*terms || total < 20 {
		return nil, false
	}
	s.beta[0] = math.Log(total / float64(len(values)))
	for range 100 {
		info, score := mat.NewSymDense(terms, nil), mat.NewVecDense(terms, nil)
		for _, v := range values {
			x, mu := s.row(v), s.At(v)
			for i := range terms {
				score.SetVec(i, score.AtVec(i)+x[i]*(float64(counts[v])-mu))
				for j := i; j < terms; j++ {
					info.SetSym(i, j, info.At(i, j)+x[i]*x[j]*mu)
				}
			}
		}
		var chol mat.Cholesky
		if !chol.Factorize(info) {
			return nil, false
		}
		var step mat.VecDense
		if chol.SolveVecTo(&step, score) != nil {
			return nil, false
		}
		largest := 0.0
		for i := range terms {
			largest = max(largest, math.Abs(step.AtVec(i)))
		}
		// A long first step overshoots where the start is far off; half of the way is enough then.
		shrink := min(1, 2/max(largest, 1e-300))
		for i := range terms {
			s.beta[i] += shrink * step.AtVec(i)
		}
		if largest < 1e-9 {
			var inverse mat.SymDense
			if chol.InverseTo(&inverse) != nil {
				return nil, false
			}
			s.cov = mat.DenseCopyOf(&inverse)
			s.Dispersion = s.dispersion(counts, values)
			return s, true
		}
	}
	return nil, false
}

func (s *Smooth) row(v int) [terms]float64 {
	x := math.Log(float64(v)) - s.centre
	return [terms]float64{1, x, x * x}
}

// At returns the expected count of a number.
func (s *Smooth) At(v int) float64 {
	x := s.row(v)
	return math.Exp(min(s.beta[0]*x[0]+s.beta[1]*x[1]+s.beta[2]*x[2], 50))
}

// Sum returns the expected count of several numbers together and its variance around a new count: that of the count itself,
// overdispersed as the others are, and that of the estimate.
func (s *Smooth) Sum(values []int) (expected, variance float64) {
	var gradient [terms]float64
	for _, v := range values {
		mu := s.At(v)
		expected += mu
		for i, x := range s.row(v) {
			gradient[i] += mu * x
		}
	}
	for i := range terms {
		for j := range terms {
			variance += gradient[i] * gradient[j] * s.cov.At(i, j)
		}
	}
	return expected, s.Dispersion * (expected + variance)
}

// dispersion pools neighbouring numbers until at least five are expected, since Pearson's statistic means nothing on cells
// that are nearly always empty.
func (s *Smooth) dispersion(counts []int32, values []int) float64 {
	const least = 5
	var chi, observed, expected float64
	cells := 0
	for _, v := range values {
		observed += float64(counts[v])
		expected += s.At(v)
		if expected >= least {
			chi += (observed - expected) * (observed - expected) / expected
			observed, expected = 0, 0
			cells++
		}
	}
	if cells <= terms {
		return 1
	}
	return max(1, chi/float64(cells-terms))
}
