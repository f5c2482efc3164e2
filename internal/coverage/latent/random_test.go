package latent

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// Counts of draws agree with probabilities, on both sides of every switch of method: chi-squared over cells that expect 20 and more.
func TestDiscreteDraws(t *testing.T) {
	const draws = 200_000
	s := newSource(7, 0)
	check := func(name string, draw func() int64, logProb func(k float64) float64, from, to int64) {
		t.Helper()
		counts := map[int64]float64{}
		for range draws {
			counts[draw()]++
		}
		statistic, cells := 0.0, 0
		restSeen, rest := float64(draws), float64(draws)
		for k := from; k <= to; k++ {
			if expected := draws * math.Exp(logProb(float64(k))); expected >= 20 {
				statistic += (counts[k] - expected) * (counts[k] - expected) / expected
				cells++
				restSeen, rest = restSeen-counts[k], rest-expected
			}
		}
		if rest >= 20 {
			statistic += (restSeen - rest) * (restSeen - rest) / rest
			cells++
		}
		if p := (distuv.ChiSquared{K: float64(cells - 1)}).Survival(statistic); p < 1e-4 {
			t.Errorf("%s: chi-squared %.1f on %d cells, p %.2g", name, statistic, cells, p)
		}
	}
	for _, c := range []struct {
		n int64
		p float64
	}{{1, 0.3}, {7, 0.5}, {50, 0.01}, {99, 0.1}, {101, 0.1}, {40, 0.26}, {400, 0.5}, {400, 0.93}, {1_000_000, 1e-6}, {100_000, 2e-3}} {
		check("binomial", func() int64 { return s.binomial(c.n, c.p) },
			func(k float64) float64 { return distuv.Binomial{N: float64(c.n), P: c.p}.LogProb(k) }, 0, min(c.n, 2000))
	}
	for _, mean := range []float64{0.01, 1, 9.9, 10.1, 60, 1000} {
		check("poisson", func() int64 { return s.poisson(mean) },
			func(k float64) float64 { return distuv.Poisson{Lambda: mean}.LogProb(k) }, 0, 2000)
	}
}

func TestGammaDraws(t *testing.T) {
	const draws = 100_000
	s := newSource(8, 0)
	for _, shape := range []float64{0.05, 0.4, 1, 3.5, 200} {
		below := [9]float64{}
		for range draws {
			x := s.logGamma(shape)
			p := mathext.GammaIncReg(shape, math.Exp(x)) // uniform, if the draws are right
			for i := range below {
				if p <= float64(i+1)/10 {
					below[i]++
				}
			}
			if math.IsInf(x, 0) || math.IsNaN(x) {
				t.Fatalf("shape %v: %v", shape, x)
			}
		}
		for i, n := range below {
			if p := float64(i+1) / 10; math.Abs(n/draws-p) > 4.5*math.Sqrt(p*(1-p)/draws) {
				t.Errorf("shape %v: %.4f of draws below quantile %.1f", shape, n/draws, p)
			}
		}
	}
}

// The saddle-point forms agree with log-factorials where those are exact enough.
func TestLogProbabilities(t *testing.T) {
	for _, n := range []float64{1, 2, 15, 16, 17, 300} {
		for k := 0.0; k <= n; k++ {
			if got, want := logBinomial(k, n, 0.3), (distuv.Binomial{N: n, P: 0.3}).LogProb(k); math.Abs(got-want) > 1e-10*math.Max(1, -want) {
				t.Fatalf("binomial %v of %v: %v, want %v", k, n, got, want)
			}
			if got, want := logPoisson(k, n), (distuv.Poisson{Lambda: n}).LogProb(k); math.Abs(got-want) > 1e-10*math.Max(1, -want) {
				t.Fatalf("poisson %v of %v: %v, want %v", k, n, got, want)
			}
		}
	}
}
