package loglinear

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Bootstrap is what resampling says about stepwise selection: its interval counts the uncertainty of the choice of the model,
// which a Wald interval leaves out.
type Bootstrap struct {
	// Low and High are the 95 % interval, corrected for bias and acceleration (Efron 1987, J. Am. Stat. Assoc. 82:171; Chan,
	// Silverman and Vincent 2021). Both are NaN if Why says why there is none.
	Low, High float64
	Why       string
	// Median, Replicates and Failed describe the resampled estimates; those without an estimate are left out.
	Median             float64
	Replicates, Failed int
	Seed               uint64
}

// DefaultReplicates is the number of tables that the bootstrap draws.
const DefaultReplicates = 1000

// BCa draws tables of n cases from the observed shares of the patterns, selects a model on each and forms the interval. The
// result depends on the seed alone, not on the number of cores.
func BCa(ctx context.Context, t *capture.Table, threshold float64, replicates int, seed uint64) (*Bootstrap, error) {
	lists := len(t.Lists)
	b := &Bootstrap{Low: math.NaN(), High: math.NaN(), Median: math.NaN(), Replicates: replicates, Seed: seed}
	_, fit := Stepwise(t, threshold)
	if fit.Outcome != Estimated {
		b.Why = "the table itself has no estimate: " + fit.Outcome.String()
		return b, nil
	}
	all := make([]float64, replicates)
	err := inBlocks(ctx, replicates, 8, func() func(from, to int) {
		s, source, draw := newStepper(lists, threshold), rand.NewPCG(0, 0), make([]float64, 1<<lists)
		return func(from, to int) {
			for i := from; i < to; i++ {
				source.Seed(seed, uint64(i))
				Resample(t, source, draw)
				s.fit.loadCounts(draw)
				all[i] = math.NaN()
				if fit := s.run(); fit.Outcome == Estimated {
					all[i] = fit.N
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	estimates := slices.DeleteFunc(all, math.IsNaN)
	b.Failed = replicates - len(estimates)
	if len(estimates) == 0 {
		b.Why = "no resampled table has an estimate"
		return b, nil
	}
	slices.Sort(estimates)
	b.Median = Quantile(estimates, 0.5)
	acceleration, ok := jackknife(t, threshold)
	below, _ := slices.BinarySearch(estimates, fit.N)
	share := float64(below) / float64(len(estimates))
	switch {
	case 10*b.Failed > replicates:
		b.Why = "more than a tenth of the resampled tables have no estimate"
	case !ok:
		b.Why = "a table less one case has no estimate"
	case share == 0 || share == 1:
		b.Why = "all resampled estimates are on one side of the estimate"
	default:
		bias := distuv.UnitNormal.Quantile(share)
		at := func(z float64) float64 {
			return Quantile(estimates, distuv.UnitNormal.CDF(bias+(bias+z)/(1-acceleration*(bias+z))))
		}
		b.Low, b.High = at(-normal975), at(normal975)
	}
	return b, nil
}

// Resample draws a table of as many cases as t has, each with a pattern in its observed share, into counts by pattern.
func Resample(t *capture.Table, source rand.Source, into []float64) {
	clear(into)
	left, mass := float64(t.N()), float64(t.N())
	for k, p := range t.Pattern {
		count := float64(t.Count[k])
		into[p] = Binomial(source, left, count/mass)
		left -= into[p]
		mass -= count
	}
}

// Binomial draws the number of successes of n trials.
func Binomial(source rand.Source, n, p float64) float64 {
	switch {
	case n <= 0 || p <= 0:
		return 0
	case p >= 1:
		return n
	}
	return distuv.Binomial{N: n, P: p, Src: source}.Rand()
}

// jackknife is the acceleration: a sixth of the skewness of the estimates without one case each, which are as many as there
// are patterns with cases.
func jackknife(t *capture.Table, threshold float64) (float64, bool) {
	lists := len(t.Lists)
	s, counts := newStepper(lists, threshold), make([]float64, 1<<lists)
	var values, weights []float64
	var mean float64
	n := float64(t.N())
	for k := range t.Pattern {
		for j, p := range t.Pattern {
			counts[p] = float64(t.Count[j])
		}
		counts[t.Pattern[k]]--
		s.fit.loadCounts(counts)
		fit := s.run()
		if fit.Outcome != Estimated {
			return 0, false
		}
		w := float64(t.Count[k]) / n
		values, weights = append(values, fit.N), append(weights, w)
		mean += w * fit.N
	}
	var second, third float64
	for i, v := range values {
		d := mean - v
		second += weights[i] * n * d * d
		third += weights[i] * n * d * d * d
	}
	if second == 0 {
		return 0, true
	}
	return third / (6 * math.Pow(second, 1.5)), true
}

// Quantile of values in ascending order, linear between them.
func Quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	i := min(max(int(at), 0), len(sorted)-1)
	if i == len(sorted)-1 {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
