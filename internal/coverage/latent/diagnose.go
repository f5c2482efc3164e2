package latent

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// diagnose gives the rank-normalised split R-hat and the bulk effective sample size of chains of one length (Vehtari, Gelman,
// Simpson, Carpenter, Bürkner 2021, Bayesian Analysis 16:667-718). R-hat is the greater of that of the draws and that of their
// distances from the median. Draws that are all equal agree: 1, and as many effective draws as there are.
func diagnose(chains [][]int64) (rhat, ess float64) {
	var split [][]float64
	total := 0
	for _, c := range chains {
		half := len(c) / 2
		for _, part := range [][]int64{c[:half], c[len(c)-half:]} {
			values := make([]float64, len(part))
			for i, n := range part {
				values[i] = float64(n)
			}
			split = append(split, values)
			total += half
		}
	}
	all := slices.Concat(split...)
	slices.Sort(all)
	if all[0] == all[len(all)-1] {
		return 1, float64(total)
	}
	median := quantile(all, 0.5)
	folded := make([][]float64, len(split))
	for i, c := range split {
		folded[i] = make([]float64, len(c))
		for j, x := range c {
			folded[i][j] = math.Abs(x - median)
		}
	}
	bulk := rankNormal(split)
	return math.Max(potentialReduction(bulk), potentialReduction(rankNormal(folded))), effectiveSize(bulk)
}

// rankNormal replaces values by the normal scores of their average ranks among all chains.
func rankNormal(chains [][]float64) [][]float64 {
	type address struct{ chain, at int }
	var order []address
	for i, c := range chains {
		for j := range c {
			order = append(order, address{i, j})
		}
	}
	value := func(a address) float64 { return chains[a.chain][a.at] }
	slices.SortFunc(order, func(x, y address) int {
		switch a, b := value(x), value(y); {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	})
	out := make([][]float64, len(chains))
	for i, c := range chains {
		out[i] = make([]float64, len(c))
	}
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && value(order[to]) == value(order[from]) {
			to++
		}
		rank := float64(from+to+1) / 2
		score := distuv.UnitNormal.Quantile((rank - 0.375) / (float64(len(order)) + 0.25))
		for ; from < to; from++ {
			out[order[from].chain][order[from].at] = score
		}
	}
	return out
}

// spread gives the mean variance within chains and the pooled estimate of the variance.
func spread(chains [][]float64) (within, pooled float64, means []float64) {
	n, m := float64(len(chains[0])), float64(len(chains))
	means = make([]float64, len(chains))
	grand := 0.0
	for i, c := range chains {
		for _, x := range c {
			means[i] += x / n
		}
		grand += means[i] / m
	}
	between := 0.0
	for i, c := range chains {
		for _, x := range c {
			within += (x - means[i]) * (x - means[i]) / (n - 1) / m
		}
		between += (means[i] - grand) * (means[i] - grand) / (m - 1)
	}
	return within, within*(n-1)/n + between, means
}

func potentialReduction(chains [][]float64) float64 {
	within, pooled, _ := spread(chains)
	if within == 0 {
		if pooled == 0 {
			return 1
		}
		return math.Inf(1)
	}
	return math.Sqrt(pooled / within)
}

// effectiveSize adds up autocorrelations in pairs as long as these fall and are positive (Geyer 1992).
func effectiveSize(chains [][]float64) float64 {
	n, m := len(chains[0]), len(chains)
	within, pooled, means := spread(chains)
	total := float64(n * m)
	if pooled == 0 {
		return total
	}
	correlation := func(lag int) float64 {
		covariance := 0.0
		for i, c := range chains {
			for t := 0; t+lag < n; t++ {
				covariance += (c[t] - means[i]) * (c[t+lag] - means[i])
			}
		}
		return 1 - (within-covariance/total)/pooled
	}
	tau, before := -1.0, math.Inf(1)
	for lag := 0; lag+1 < n; lag += 2 {
		pair := correlation(lag) + correlation(lag+1)
		if lag == 0 {
			pair = 1 + correlation(1)
		}
		if pair < 0 {
			break
		}
		before = math.Min(before, pair)
		tau += 2 * before
	}
	return total / math.Max(tau, 1/math.Log10(total))
}
