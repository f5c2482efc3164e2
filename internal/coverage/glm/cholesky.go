// Package glm fits Poisson regressions with a log link: the small dense solver and the iteration that the models of
// coverage share.
package glm

import "math"

// Cholesky replaces the lower triangle of a symmetric n by n matrix, row by row in a, by its factor L with A = L Lᵀ. It
// reports whether A is positive definite: every pivot must be more than tolerance times the diagonal element it comes from.
func Cholesky(a []float64, n int, tolerance float64) bool {
	for i := range n {
		row := a[i*n : i*n+i+1]
		for j := range i {
			other := a[j*n : j*n+j+1]
			s := row[j]
			for k, v := range row[:j] {
				s -= v * other[k]
			}
			row[j] = s / other[j]
		}
		s := row[i]
		for _, v := range row[:i] {
			s -= v * v
		}
		if !(s > tolerance*row[i]) || math.IsInf(s, 0) {
			return false
		}
		row[i] = math.Sqrt(s)
	}
	return true
}

// Solve replaces b by A⁻¹ b, given the factor of A.
func Solve(l []float64, n int, b []float64) {
	forward(l, n, b)
	for i := n - 1; i >= 0; i-- {
		s := b[i]
		for k := i + 1; k < n; k++ {
			s -= l[k*n+i] * b[k]
		}
		b[i] = s / l[i*n+i]
	}
}

func forward(l []float64, n int, b []float64) {
	for i := range n {
		s := b[i]
		for k, v := range l[i*n : i*n+i] {
			s -= v * b[k]
		}
		b[i] = s / l[i*n+i]
	}
}

// FirstVariance is the first diagonal element of A⁻¹, given the factor of A; work has n elements.
func FirstVariance(l []float64, n int, work []float64) float64 {
	clear(work[:n])
	work[0] = 1
	forward(l, n, work[:n])
	var v float64
	for _, x := range work[:n] {
		v += x * x
	}
	return v
}
