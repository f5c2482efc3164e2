package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Two tests whether two shares differ: the pooled z test for two proportions, two-sided. It returns the statistic, positive
// where the second share is the larger one, and the p-value. Both samples must hold at least one row.
func Two(hits1, n1, hits2, n2 int) (z, p float64) {
	p1, p2 := float64(hits1)/float64(n1), float64(hits2)/float64(n2)
	pooled := float64(hits1+hits2) / float64(n1+n2)
	se := math.Sqrt(pooled * (1 - pooled) * (1/float64(n1) + 1/float64(n2)))
	if se == 0 {
		return 0, 1
	}
	z = (p2 - p1) / se
	return z, math.Erfc(math.Abs(z) / math.Sqrt2)
}

// Over returns the probability of at least hits successes in n trials of the given chance: the exact one-sided binomial
// test, through the regularised incomplete beta function.
func Over(hits, n int, chance float64) float64 {
	switch {
	case hits <= 0 || chance >= 1:
		return 1
	case chance <= 0 || hits > n:
		return 0
	}
	return mathext.RegIncBeta(float64(hits), float64(n-hits+1), chance)
}
