package bounds

import (
	"math"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Seen is how many cases were seen how often: index 0 has those seen once.
func Seen(t *capture.Table) []int64 {
	out := make([]int64, len(t.Lists))
	for k := range out {
		out[k] = t.Seen(k + 1)
	}
	return out
}

// Chao is a lower bound from the numbers of cases seen once and twice (Chao 1987, Biometrics 43:783), in two forms.
type Chao struct {
	Once, Twice int64
	// Binomial is for a number of lists t, corrected for bias: n + (t-1)/t f1 (f1-1) / (2 (f2+1)). It has no value for t < 2.
	Binomial Estimate
	// Poisson is for very many occasions: n + f1²/(2 f2), and n + f1 (f1-1)/2 where no case was seen twice.
	Poisson Estimate
}

// LowerBound is Chao's, for counts of cases seen once, twice and so on, of a number of lists (0 if that is not known).
func LowerBound(seen []int64, lists int) Chao {
	var n float64
	for _, c := range seen {
		n += float64(c)
	}
	at := func(k int) int64 {
		if k < len(seen) {
			return seen[k]
		}
		return 0
	}
	c := Chao{Once: at(0), Twice: at(1)}
	f1, f2 := float64(c.Once), float64(c.Twice)
	if n == 0 {
		c.Binomial, c.Poisson = none("no cases"), none("no cases")
		return c
	}
	if f2 > 0 {
		c.Poisson = logNormal(n, n+f1*f1/(2*f2), chaoVariance(f1, f2, 1))
	} else {
		c.Poisson = logNormal(n, n+f1*(f1-1)/2, f1*(f1-1)/2+f1*(2*f1-1)*(2*f1-1)/4)
	}
	if lists < 2 {
		c.Binomial = none("it needs two lists or more")
		return c
	}
	share := float64(lists-1) / float64(lists)
	c.Binomial = logNormal(n, n+share*f1*(f1-1)/(2*(f2+1)), chaoVariance(f1, f2+1, share))
	return c
}

// chaoVariance is the approximate variance of share f1²/(2 f2).
func chaoVariance(f1, f2, share float64) float64 {
	r := f1 / f2
	return f2 * (share*r*r/2 + share*share*r*r*r + share*share*r*r*r*r/4)
}

// SampleCoverage is the estimate from how much of each list the others cover (Chao and Tsay 1998, J. Am. Stat. Assoc. 93:283;
// for three lists Chao, Tsay, Lin, Shau and Chao 2001, Statistics in Medicine 20:3123).
type SampleCoverage struct {
	// Coverage is the mean share of a list that is on another list; Covered is the mean number of cases on the other lists.
	Coverage, Covered float64
	// Independent is Covered/Coverage: right if the lists are independent, too low under positive dependence.
	Independent float64
	// Dependent corrects for dependence of pairs of lists, and OneStep does so in one step, which suits a coverage under 55 %.
	// Both exist for three lists only and are NaN otherwise.
	Dependent, OneStep float64
	Why                string // why there is none
}

// Coverage is the estimate of Chao and Tsay.
func Coverage(t *capture.Table) SampleCoverage {
	s := SampleCoverage{Independent: math.NaN(), Dependent: math.NaN(), OneStep: math.NaN()}
	lists := len(t.Lists)
	dense := t.Dense()
	var alone, share float64
	for i := range lists {
		size, only := float64(t.Size(i)), float64(dense[1<<i])
		if size == 0 {
			s.Why = "list " + t.Lists[i] + " is empty"
			return s
		}
		alone += only
		share += only / size
	}
	s.Coverage = 1 - share/float64(lists)
	s.Covered = float64(t.N()) - alone/float64(lists)
	if lists < 2 || !(s.Coverage > 0) {
		s.Why = "no case is on two lists"
		return s
	}
	s.Independent = s.Covered / s.Coverage
	if lists != 3 {
		return s
	}
	// For each pair, the cases on the one list without the third one and on the other without it, and how many times as many
	// cases as independence would give are on both, per case of the population.
	var weight, excess [3]float64
	var ratio float64
	for third := range 3 {
		a, b := (third+1)%3, (third+2)%3
		on := func(i int) float64 { return float64(t.Overlap(1<<i) - t.Overlap(1<<i|1<<third)) }
		weight[third] = on(a) + on(b)
		excess[third] = float64(t.Overlap(1<<a|1<<b)) / (float64(t.Size(a)) * float64(t.Size(b)))
		ratio += weight[third] * excess[third]
	}
	var pairs float64
	for _, m := range []uint32{3, 5, 6} {
		pairs += float64(t.Overlap(m))
	}
	if d := 1 - ratio/(3*s.Coverage); d > 0 {
		s.Dependent = pairs / (3 * s.Coverage) / d
	}
	step := func(n float64, least float64) float64 {
		var sum float64
		for i, w := range weight {
			sum += w * max(n*excess[i]-1, least)
		}
		return s.Independent + sum/(3*s.Coverage)
	}
	s.OneStep = step(step(s.Independent, math.Inf(-1)), 0)
	return s
}
