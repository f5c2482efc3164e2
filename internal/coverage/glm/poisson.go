package glm

import (
	"errors"
	"math"
)

// Poisson is a regression of counts: log E[y] = offset + x β, the first column of x being the intercept.
type Poisson struct {
	X       []float64 // rows of P values
	P       int
	Y       []float64
	Offset  []float64 // one a row, or nil
	Beta    []float64 // set by Fit
	LogLike float64   // set by Fit, with the constant of the counts
	Var0    float64   // set by Fit: variance of the intercept
}

// Errors of [Poisson.Fit].
var (
	ErrSingular  = errors.New("the parameters cannot be told apart on these counts")
	ErrDiverged  = errors.New("the counts have no maximum-likelihood estimate, or the iteration does not find it")
	errNotFinite = errors.New("a count or a column is not a finite number")
)

// Fit finds the maximum of the likelihood by iteratively reweighted least squares (Nelder and Wedderburn 1972, J. R.
// Statist. Soc. A 135:370).
func (m *Poisson) Fit() error {
	rows, p := len(m.Y), m.P
	offset := m.Offset
	if offset == nil {
		offset = make([]float64, rows)
	}
	mu, eta := make([]float64, rows), make([]float64, rows)
	for i, y := range m.Y {
		if !(y >= 0) || math.IsInf(y, 0) {
			return errNotFinite
		}
		mu[i] = y + 0.1
		eta[i] = math.Log(mu[i])
	}
	gram, right := make([]float64, p*p), make([]float64, p)
	before := math.Inf(-1)
	for range 200 {
		clear(gram)
		clear(right)
		for i := range rows {
			x := m.X[i*p : (i+1)*p]
			z := eta[i] - offset[i] + (m.Y[i]-mu[i])/mu[i]
			for a, v := range x {
				right[a] += v * mu[i] * z
				for b := range a + 1 {
					gram[a*p+b] += v * mu[i] * x[b]
				}
			}
		}
		if !Cholesky(gram, p, 1e-13) {
			return ErrSingular
		}
		Solve(gram, p, right)
		m.Beta = append(m.Beta[:0], right...)
		m.LogLike = 0
		for i := range rows {
			e := offset[i]
			for a, v := range m.X[i*p : (i+1)*p] {
				e += v * m.Beta[a]
			}
			eta[i], mu[i] = e, math.Exp(e)
			g, _ := math.Lgamma(m.Y[i] + 1)
			m.LogLike += m.Y[i]*e - mu[i] - g
		}
		if math.IsNaN(m.LogLike) || math.IsInf(m.LogLike, 0) {
			return ErrDiverged
		}
		if math.Abs(m.LogLike-before) <= 1e-12*(1+math.Abs(m.LogLike)) {
			m.Var0 = FirstVariance(gram, p, right)
			return nil
		}
		before = m.LogLike
	}
	return ErrDiverged
}
