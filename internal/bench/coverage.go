package bench

import (
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"text/tabwriter"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/graph"
	"github.com/assaydata/assay/internal/coverage/latent"
	"github.com/assaydata/assay/internal/coverage/loglinear"
	"github.com/assaydata/assay/internal/coverage/reach"
)

// Truth is a way in which cases come onto four lists, A to D.
type Truth struct {
	Name string
	// Hidden says that some cases are hard to reach for every list, which no model of dependence between lists repairs.
	Hidden bool

	classes []class
	odds    [2]float64 // ratios of A with B and of C with D; 1 is independence
	copies  float64    // share of A that B takes over besides what it finds itself
}

// class is a part of the cases, whose probabilities of capture are those of all times a factor.
type class struct{ share, factor float64 }

// TrueCases is the number of cases of every simulated table, seen and unseen.
const TrueCases = 2000

// capture probabilities of the lists A to D
var caught = [4]float64{0.3, 0.25, 0.2, 0.1}

// Truths lists what is simulated.
func Truths() []Truth {
	all := []class{{1, 1}}
	hard := []class{{0.4, 2}, {0.6, 1.0 / 3}}
	return []Truth{
		{Name: "lists are independent", classes: all, odds: [2]float64{1, 1}},
		{Name: "A and B depend, odds ratio 4", classes: all, odds: [2]float64{4, 1}},
		{Name: "A and B depend, odds ratio 4, and C and D, 3", classes: all, odds: [2]float64{4, 3}},
		{Name: "B copies 60 % of A", classes: all, odds: [2]float64{1, 1}, copies: 0.6},
		{Name: "60 % of cases are hard to reach", Hidden: true, classes: hard, odds: [2]float64{1, 1}},
		{Name: "60 % hard to reach, and B copies 60 % of A", Hidden: true, classes: hard, odds: [2]float64{1, 1}, copies: 0.6},
	}
}

func (w *Truth) independent() bool { return !w.Hidden && w.copies == 0 && w.odds == [2]float64{1, 1} }

// Simulate draws a table of a number of cases.
func (w *Truth) Simulate(r *rand.Rand, cases int) *capture.Table {
	dense := make([]int64, 16)
	for range cases {
		factor, u := w.classes[0].factor, r.Float64()
		for _, c := range w.classes {
			if factor = c.factor; u < c.share {
				break
			}
			u -= c.share
		}
		pattern := 0
		for k := range 2 {
			i, j := 2*k, 2*k+1
			pi, pj := caught[i]*factor, caught[j]*factor
			both := joint(pi, pj, w.odds[k])
			given := (pj - both) / (1 - pi)
			if r.Float64() < pi {
				pattern |= 1 << i
				given = both / pi
			}
			if r.Float64() < given {
				pattern |= 1 << j
			}
		}
		if pattern&1 == 1 && w.copies > 0 && r.Float64() < w.copies {
			pattern |= 2
		}
		dense[pattern]++
	}
	dense[0] = 0
	t, err := capture.New([]string{"A", "B", "C", "D"}, dense)
	if err != nil {
		panic(err) // four lists and counts of a simulation are always a table
	}
	return t
}

// joint is the probability of being on two lists, from those of each and their odds ratio (Plackett 1965).
func joint(p, q, odds float64) float64 {
	if odds == 1 {
		return p * q
	}
	s := 1 + (p+q)*(odds-1)
	return (s - math.Sqrt(s*s-4*odds*(odds-1)*p*q)) / (2 * (odds - 1))
}

// CoverageOptions steer a simulation.
type CoverageOptions struct {
	Repetitions int // tables for each truth
	Latent      int // of which the latent-class sampler runs on this many
	Seed        uint64
}

// CoverageResult is how one model did under one truth.
type CoverageResult struct {
	Truth       Truth
	Model       string
	Tables      int     // that the model ran on
	Estimates   int     // of these, tables with an estimate
	Median      float64 // of the estimates
	Low, High   float64 // medians of the limits
	Covered     float64 // share of the estimates whose 95 % interval holds the truth
	SaysTooLow  float64 // share of the estimates beside which assay says "likely too low"
	BelowTruth  float64 // share of the estimates whose interval lies below the truth
	Repairable  bool    // the model has a form that holds this truth
	WithinRange bool    // Covered lies from 93 % to 97 %
}

// models in the order of the results
var coverageModels = []string{"independence", "stepwise", "best by BIC", "graphs", "latent classes"}

// answer is what one model says of one table.
type answer struct {
	ran, estimated, tooLow bool
	n, low, high           float64
}

// Coverage simulates tables of every truth and estimates their cases by every model, on all cores. The result depends on the options alone.
func Coverage(ctx context.Context, o CoverageOptions, progress func(done, total int)) ([]CoverageResult, error) {
	return coverageOf(ctx, Truths(), o, progress)
}

func coverageOf(ctx context.Context, truths []Truth, o CoverageOptions, progress func(done, total int)) ([]CoverageResult, error) {
	if o.Repetitions < 1 || o.Latent < 0 {
		return nil, fmt.Errorf("%d repetitions, latent classes on %d (hint: at least one)", o.Repetitions, o.Latent)
	}
	answers := make([][][]answer, len(truths))
	for i := range answers {
		answers[i] = make([][]answer, o.Repetitions)
	}
	total := len(truths) * o.Repetitions
	errs := make([]error, total)
	var next, done atomic.Int64
	var wait sync.WaitGroup
	var mu sync.Mutex
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			fitter := loglinear.NewFitter(4)
			models := loglinear.Hierarchical(4, 3)
			for {
				at := int(next.Add(1)) - 1
				if at >= total || ctx.Err() != nil {
					return
				}
				// the slow ones are the first of each truth: take truths in turn
				w, rep := at%len(truths), at/len(truths)
				r := rand.New(rand.NewPCG(o.Seed, uint64(w)<<32|uint64(rep)))
				t := truths[w].Simulate(r, TrueCases)
				answers[w][rep], errs[at] = estimate(ctx, t, fitter, models, rep < o.Latent, r.Uint64())
				n := int(done.Add(1))
				if progress != nil && n%16 == 0 {
					mu.Lock()
					progress(n, total)
					mu.Unlock()
				}
			}
		})
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	var out []CoverageResult
	for w, truth := range truths {
		for m, name := range coverageModels {
			if r := summarise(answers[w], m); r.Tables > 0 {
				r.Truth, r.Model = truth, name
				r.Repairable = !truth.Hidden && (m > 0 || truth.independent())
				out = append(out, r)
			}
		}
	}
	return out, nil
}

// estimate runs every model on a table.
func estimate(ctx context.Context, t *capture.Table, f *loglinear.Fitter, models [][]uint32, sample bool, seed uint64) ([]answer, error) {
	out := make([]answer, len(coverageModels))
	fitted := func(m int, terms []uint32, fit loglinear.Fit) {
		out[m] = answer{ran: true, estimated: fit.Outcome == loglinear.Estimated, n: fit.N}
		if out[m].estimated {
			out[m].low, out[m].high = fit.Interval()
			sign, err := reach.Test(t, terms)
			out[m].tooLow = err == nil && sign.Present
		}
	}
	f.Load(t)
	independence := f.Fit(nil)
	fitted(0, nil, independence)
	terms, fit := loglinear.Stepwise(t, loglinear.DefaultThreshold)
	fitted(1, terms, fit)
	selected := out[1].tooLow
	best, bestTerms := independence, []uint32(nil)
	for _, m := range models {
		if x := f.Fit(m); x.Outcome == loglinear.Estimated && (best.Outcome != loglinear.Estimated || x.BIC < best.BIC) {
			best, bestTerms = x, m
		}
	}
	fitted(2, bestTerms, best)
	g, err := graph.Average(t, graph.Options{})
	if err != nil {
		return nil, err
	}
	out[3] = answer{true, true, selected, g.Median, g.Low, g.High}
	if sample {
		p, err := latent.Run(ctx, t, latent.Options{
			Seed: seed, Workers: 1, Chains: 4, MaxChains: 8, BurnIn: 3_000, Sweeps: 12_000, Thin: 12, MinESS: 100,
		})
		if err != nil {
			return nil, err
		}
		out[4] = answer{true, p.Converged, selected, p.Median, p.Low, p.High}
	}
	return out, nil
}

func summarise(answers [][]answer, model int) CoverageResult {
	var r CoverageResult
	var n, low, high []float64
	for _, repetition := range answers {
		a := repetition[model]
		if !a.ran {
			continue
		}
		r.Tables++
		if !a.estimated {
			continue
		}
		r.Estimates++
		n, low, high = append(n, a.n), append(low, a.low), append(high, a.high)
		if a.low <= TrueCases && TrueCases <= a.high {
			r.Covered++
		}
		if a.high < TrueCases {
			r.BelowTruth++
		}
		if a.tooLow {
			r.SaysTooLow++
		}
	}
	if r.Estimates > 0 {
		for _, v := range [][]float64{n, low, high} {
			slices.Sort(v)
		}
		r.Median, r.Low, r.High = loglinear.Quantile(n, 0.5), loglinear.Quantile(low, 0.5), loglinear.Quantile(high, 0.5)
		all := float64(r.Estimates)
		r.Covered, r.SaysTooLow, r.BelowTruth = r.Covered/all, r.SaysTooLow/all, r.BelowTruth/all
	}
	r.WithinRange = r.Covered >= 0.93 && r.Covered <= 0.97
	return r
}

// WriteCoverage prints results for people.
func WriteCoverage(w io.Writer, results []CoverageResult) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "truth\tmodel\ttables\testimates\tmedian\tlimits\tcovered\tbelow the truth\tsays too low")
	before := ""
	for _, r := range results {
		name := r.Truth.Name
		if name == before {
			name = ""
		}
		before = r.Truth.Name
		fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%.0f\t%.0f to %.0f\t%.1f %%\t%.1f %%\t%.1f %%\n",
			name, r.Model, r.Tables, r.Estimates, r.Median, r.Low, r.High, 100*r.Covered, 100*r.BelowTruth, 100*r.SaysTooLow)
	}
	return t.Flush()
}

// WriteCoverageDocs writes results as the page docs/coverage-simulation.md.
func WriteCoverageDocs(w io.Writer, results []CoverageResult, o CoverageOptions) error {
	var b strings.Builder
	fmt.Fprintf(&b, `# Coverage under known truth

Made by `+"`assay bench coverage --repetitions %d --latent %d --seed %d`"+`: %d cases, four lists that catch %.0f, %.0f, %.0f and %.0f %% of them. For each truth many
tables are drawn; every model estimates the %d from each. *Covered* is the share of 95 %% intervals that hold the truth, *below* the share that lie under it
altogether, *says too low* the share beside which assay says that the estimate is likely too low.

| truth | model | tables | with an estimate | median | median limits | covered | below | says too low |
|---|---|--:|--:|--:|--:|--:|--:|--:|
`, o.Repetitions, o.Latent, o.Seed, TrueCases, 100*caught[0], 100*caught[1], 100*caught[2], 100*caught[3], TrueCases)
	for _, r := range results {
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %.0f | %.0f to %.0f | %.1f %% | %.1f %% | %.1f %% |\n",
			r.Truth.Name, r.Model, r.Tables, r.Estimates, r.Median, r.Low, r.High, 100*r.Covered, 100*r.BelowTruth, 100*r.SaysTooLow)
	}
	b.WriteString(`
Dependence between two lists is repaired by models that look for it. A class of cases that is hard to reach for every list is not: intervals then lie
below the truth, and their width says nothing about that. The sign that assay looks for is dependence that all lists have in common; it is blind to cases that no list
reaches at all, so that its absence proves nothing.
`)
	_, err := io.WriteString(w, b.String())
	return err
}
