package latent

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/coverage/capture"
)

func logBeta(x, y float64) float64 {
	a, _ := math.Lgamma(x)
	b, _ := math.Lgamma(y)
	c, _ := math.Lgamma(x + y)
	return a + b - c
}

func logFactorial(n int64) float64 {
	l, _ := math.Lgamma(float64(n) + 1)
	return l
}

// exact is the posterior of the number of unseen cases by adding up every division of the cases among the classes, with everything
// continuous integrated out: capture probabilities and sticks in closed form, alpha on a grid.
func exact(t *capture.Table, o *Options) []float64 {
	k, lists := o.Classes, len(t.Lists)
	limit := int64(math.Ceil(o.Cap * float64(t.N())))
	out := make([]float64, limit+1)
	// log of the probability of a division by sizes, alpha integrated over its prior
	sticks := func(size []int64, n int64) float64 {
		const points = 600
		sum := 0.0
		for i := range points {
			logAlpha := -30 + 36*(float64(i)+0.5)/points
			alpha := math.Exp(logAlpha)
			l := o.A*logAlpha - o.B*alpha // density of log alpha
			rest := n
			for _, x := range size[:k-1] {
				rest -= x
				l += logBeta(1+float64(x), alpha+float64(rest)) + logAlpha
			}
			sum += math.Exp(l)
		}
		return math.Log(sum)
	}
	known := map[[4]int64]float64{}
	size := make([]int64, k)
	on := make([]int64, k*lists)
	patterns := append([]uint32{0}, t.Pattern...)
	var walk func(i, class int, left int64, l float64, unseen int64)
	walk = func(i, class int, left int64, l float64, unseen int64) {
		if class == k-1 { // the last class takes the rest
			size[class] += left
			for j := range lists {
				on[class*lists+j] += left * int64(patterns[i]>>j&1)
			}
			l -= logFactorial(left)
			if i+1 < len(patterns) {
				walk(i+1, 0, t.Count[i], l, unseen)
			} else {
				n := t.N() + unseen
				var key [4]int64
				copy(key[:], size)
				s, ok := known[key]
				if !ok {
					s = sticks(size, n)
					known[key] = s
				}
				l += logFactorial(n) - math.Log(float64(n)) + s
				for c := range k {
					for j := range lists {
						x := on[c*lists+j]
						l += logBeta(1+float64(x), 1+float64(size[c]-x))
					}
				}
				out[unseen] += math.Exp(l)
			}
			size[class] -= left
			for j := range lists {
				on[class*lists+j] -= left * int64(patterns[i]>>j&1)
			}
			return
		}
		for x := range left + 1 {
			size[class] += x
			for j := range lists {
				on[class*lists+j] += x * int64(patterns[i]>>j&1)
			}
			walk(i, class+1, left-x, l-logFactorial(x), unseen)
			size[class] -= x
			for j := range lists {
				on[class*lists+j] -= x * int64(patterns[i]>>j&1)
			}
		}
	}
	for unseen := range limit + 1 {
		walk(0, 0, unseen, 0, unseen)
	}
	total := 0.0
	for _, p := range out {
		total += p
	}
	for i := range out {
		out[i] /= total
	}
	return out
}

// The sampler draws from the posterior that enumeration gives, at every number of classes and with a cap that bites.
func TestExactPosterior(t *testing.T) {
	table := func(lists string, dense ...int64) *capture.Table {
		got, err := capture.New(strings.Split(lists, ""), dense)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	small := table("ABC", 0, 3, 2, 1, 1, 0, 0, 1)
	sparse := table("AB", 0, 2, 2, 1)
	for _, c := range []struct {
		name    string
		table   *capture.Table
		classes int
		cap     float64
	}{
		{"one class", small, 1, 20},
		{"two classes", small, 2, 3},
		{"three classes", small, 3, 1.5},
		{"two classes of two lists, cut", sparse, 2, 2},
		{"four classes of two lists, cut", sparse, 4, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := Options{Classes: c.classes, Cap: c.cap, Seed: 11, Chains: 4, MaxChains: 4, BurnIn: 1000, Sweeps: 100_000, Thin: 5}
			want := exact(c.table, &Options{Classes: c.classes, Cap: c.cap, A: 0.25, B: 0.25})
			p, err := Run(context.Background(), c.table, o)
			if err != nil {
				t.Fatal(err)
			}
			got := make([]float64, len(want))
			draws := 0.0
			for _, chain := range p.Draws {
				for _, n := range chain {
					got[n-p.Seen]++
					draws++
				}
			}
			sumGot, sumWant, worst := 0.0, 0.0, 0.0
			for i := range want {
				sumGot += got[i] / draws
				sumWant += want[i]
				worst = math.Max(worst, math.Abs(sumGot-sumWant))
			}
			t.Logf("distance %.4f, ESS %.0f, at cap %.3f", worst, p.ESS, p.AtCap)
			if limit := 3.5 * 0.5 / math.Sqrt(p.ESS); worst > limit { // a distribution function's standard error is at most 0.5/sqrt(ESS)
				t.Errorf("distribution functions differ by %.4f, over %.4f", worst, limit)
			}
		})
	}
}
