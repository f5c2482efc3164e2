package src010

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// test is the comparison of two mixes.
type test struct {
	statistic, p float64
	df           int
	divergence   float64 // bits, less its expectation under chance, not below 0
}

// compare tests whether two rows of counts come from one distribution. Categories that are expected fewer than five times
// in either row are pooled, so that the chi-squared approximation holds (Cochran's rule).
func compare(a, b []float64) test {
	na, nb := sum(a), sum(b)
	n := na + nb
	if na == 0 || nb == 0 {
		return test{p: 1}
	}
	var pa, pb []float64
	restA, restB := 0.0, 0.0
	for k := range a {
		total := a[k] + b[k]
		if total*min(na, nb)/n < 5 {
			restA += a[k]
			restB += b[k]
			continue
		}
		pa, pb = append(pa, a[k]), append(pb, b[k])
	}
	if restA+restB > 0 {
		pa, pb = append(pa, restA), append(pb, restB)
	}
	t := test{df: len(pa) - 1, p: 1}
	if t.df < 1 {
		return t
	}
	for k := range pa {
		total := pa[k] + pb[k]
		ea, eb := total*na/n, total*nb/n
		t.statistic += (pa[k]-ea)*(pa[k]-ea)/ea + (pb[k]-eb)*(pb[k]-eb)/eb
		x, y := pa[k]/na, pb[k]/nb
		t.divergence += (part(x, (x+y)/2) + part(y, (x+y)/2)) / 2
	}
	t.p = distuv.ChiSquared{K: float64(t.df)}.Survival(t.statistic)
	// To second order the divergence is a quarter of the chi-squared distance of the two shares over twice their mean, whose
	// expectation under chance is the number of free categories times the sum of the inverse sample sizes.
	t.divergence = math.Max(0, t.divergence-float64(t.df)*(1/na+1/nb)/(8*math.Ln2))
	return t
}

// part is one term of the divergence of x from m in bits.
func part(x, m float64) float64 {
	if x == 0 {
		return 0
	}
	return x * math.Log2(x/m)
}

// holm adjusts p values by Holm's step-down method.
func holm(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	out := make([]float64, len(p))
	worst := 0.0
	for rank, i := range order {
		worst = math.Max(worst, math.Min(1, p[i]*float64(len(p)-rank)))
		out[i] = worst
	}
	return out
}
