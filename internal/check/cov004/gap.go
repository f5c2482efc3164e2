package cov004

import (
	"math"

	"github.com/assaydata/assay/internal/check/stats"
)

// gap is a run of empty months or days. First and last are positions in the calendar.
type gap struct {
	first, last   int
	area          int     // index of the country or unit
	before, after float64 // means per month or day
	windows       [2]int  // lengths of what they are means of
	expected      float64
	logP          float64 // of the run where it begins
	adjusted      float64 // probability of such a run at any of the tested places
}

// most bounds the size of the negative binomial: a window that happens to vary as little as chance alone would is no proof
// that the series never varies more.
const most = 20

// dense is the least mean per month or day on the sparser side. Below it emptiness is the rule, and long calm between two
// episodes would look like a gap.
const dense = 1

// gaps finds the runs of zeros of a series that lie inside it. keep lists the positions that are looked at, ascending; window
// is how far to look on either side.
func gaps(series []int32, keep []int, window int) []gap {
	v := make([]int32, len(keep))
	from, to := -1, -1
	for i, k := range keep {
		if v[i] = series[k]; v[i] > 0 {
			if from < 0 {
				from = i
			}
			to = i
		}
	}
	var out []gap
	for i := from + 1; i > 0 && i < to; i++ {
		if v[i] != 0 {
			continue
		}
		start := i
		for v[i] == 0 {
			i++
		}
		before, after := v[max(from, start-window):start], v[i:min(to+1, i+window)]
		if 2*len(before) < window || 2*len(after) < window {
			continue
		}
		g := gap{first: keep[start], last: keep[i-1], windows: [2]int{len(before), len(after)}}
		var v1, v2 float64
		g.before, v1 = stats.Moments(before)
		g.after, v2 = stats.Moments(after)
		mean, variance := g.before, v1
		if g.after < g.before {
			mean, variance = g.after, v2
		}
		if mean < dense {
			continue
		}
		n := i - start
		rho := stats.Autocorrelation(centred(before, g.before), centred(after, g.after))
		g.expected = mean * float64(n)
		g.logP = stats.Independent(n, rho) * stats.LogZero(mean, min(stats.Size(mean, variance), most))
		out = append(out, g)
	}
	return out
}

func centred(v []int32, mean float64) []float64 {
	out := make([]float64, len(v))
	for i, n := range v {
		out[i] = float64(n) - mean
	}
	return out
}

// chance is the probability of the run where it begins.
func (g *gap) chance() float64 { return max(math.Exp(g.logP), 1e-300) }
