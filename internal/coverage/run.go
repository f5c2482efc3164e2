package coverage

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/coverage/bounds"
	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/graph"
	"github.com/assaydata/assay/internal/coverage/latent"
	"github.com/assaydata/assay/internal/coverage/loglinear"
	"github.com/assaydata/assay/internal/wording"
)

// Family is a family of models that can be left out. Bounds and independence always run.
type Family string

// Families, in the order in which they run.
const (
	LogLinear Family = "log-linear"
	Graphs    Family = "graphs"
	Latent    Family = "latent"
)

// Families lists them all.
var Families = []Family{LogLinear, Graphs, Latent}

// Options of a run.
type Options struct {
	Families []Family // all where nil
	Seed     uint64
	// Quick takes fewer draws everywhere: enough to look, too few to publish.
	Quick bool
	// Progress is called as stages begin; total is 0 where it is not known.
	Progress func(stage string, done, total int64)
}

// Report is the outcome of a run.
type Report struct {
	Study   *Study
	Options Options
	Results []*Result // one a stratum
}

// Result is what is known of one stratum.
type Result struct {
	Stratum string
	// Seen is the documented minimum: the cases on any list.
	Seen int64
	// All is the table as given; Table is the one that models see, with lists joined and left out.
	All, Table       *capture.Table
	Grouped, Dropped []string
	Gates            []Gate
	Verdict          Verdict

	// What follows is empty if the verdict is Refused.

	Chao   bounds.Chao
	Pairs  []bounds.Pair
	Sample bounds.SampleCoverage
	Closed []bounds.Closed

	Independence  loglinear.Fit
	Search        *loglinear.Search // nil for more lists than are searched
	Triples       *loglinear.Search // nil where there are none
	Stepwise      loglinear.Fit
	StepwisePairs []uint32
	Bootstrap     *loglinear.Bootstrap
	Latent        *latent.Posterior
	Graphs        []*graph.Posterior
	Combined      *Combined

	// Lines are all estimates, the primary one first.
	Lines   []Line
	Changes []Change
	// Headline is the estimate that may be quoted, with its assumption; nil if a gate forbids one.
	Headline *Line
	Range    Range
	// Signs say what suggests that the estimates are too low.
	Signs []string
	// Notes say what was not run, and why.
	Notes []string
}

// Best is the log-linear model of least BIC, nil if there is none.
func (r *Result) Best() *loglinear.Ranked {
	if r.Search == nil {
		return nil
	}
	return r.Search.Best()
}

// Run checks and estimates every stratum. It ends with the error of the context; everything else that goes wrong with a
// stratum is in its result.
func Run(ctx context.Context, s *Study, o Options) (*Report, error) {
	if len(s.Strata) == 0 {
		return nil, fmt.Errorf("%s: no table to estimate from", s.Name)
	}
	for _, x := range s.Strata {
		if len(x.Table.Lists) != len(s.Lists) {
			return nil, fmt.Errorf("%s: %d lists are described and stratum %q has %d", s.Name, len(s.Lists), x.Name, len(x.Table.Lists))
		}
	}
	if o.Families == nil {
		o.Families = Families
	}
	if o.Progress == nil {
		o.Progress = func(string, int64, int64) {}
	}
	rep := &Report{Study: s, Options: o}
	for i, x := range s.Strata {
		show := func(stage string) {
			if len(s.Strata) == 1 {
				o.Progress(stage, 0, 0)
				return
			}
			o.Progress(x.Name+": "+stage, int64(i), int64(len(s.Strata)))
		}
		r, err := one(ctx, s, x, &o, show)
		if err != nil {
			return nil, err
		}
		rep.Results = append(rep.Results, r)
	}
	return rep, nil
}

func one(ctx context.Context, s *Study, x capture.Stratum, o *Options, show func(string)) (*Result, error) {
	p := prepare(s, x.Table)
	r := &Result{Stratum: x.Name, Seen: x.Table.N(), All: x.Table, Table: p.table, Grouped: p.grouped, Dropped: p.dropped, Gates: gates(s, p)}
	if r.Verdict = worst(r.Gates); r.Verdict == Refused {
		return r, nil
	}
	r.bounds()
	for _, f := range Families {
		if !slices.Contains(o.Families, f) {
			r.Notes = append(r.Notes, string(f)+" models were not asked for")
			continue
		}
		show(string(f) + " models")
		var err error
		switch f {
		case LogLinear:
			err = r.logLinear(ctx, o)
		case Graphs:
			err = r.graphs(ctx, o)
		case Latent:
			err = r.latent(ctx, o)
		}
		if err != nil {
			return nil, err
		}
	}
	if len(s.Replicates) > 0 && slices.Contains(o.Families, Latent) {
		show("replicates of the linkage")
		if err := r.replicates(ctx, s, o); err != nil {
			return nil, err
		}
	}
	show("sensitivity")
	if err := r.changeLists(ctx); err != nil {
		return nil, err
	}
	draws := 100
	if o.Quick {
		draws = 20
	}
	if err := r.changeMatches(ctx, draws, o.Seed); err != nil {
		return nil, err
	}
	r.changeHighest()
	r.conclude()
	return r, nil
}

// FromFrequencies is all that counts of how often cases were seen, without lists, allow: Chao's lower bound.
func FromFrequencies(f *capture.Frequencies) bounds.Chao { return bounds.LowerBound(f.Seen, 0) }

func (r *Result) bounds() {
	t := r.Table
	r.Chao = bounds.LowerBound(bounds.Seen(t), len(t.Lists))
	r.Pairs = bounds.Pairs(t)
	r.Sample = bounds.Coverage(t)
	r.Closed = bounds.Models(t)
	r.Independence, _ = independence.fit(context.Background(), t)
	r.StepwisePairs, r.Stepwise = loglinear.Stepwise(t, loglinear.DefaultThreshold)
}

func (r *Result) logLinear(ctx context.Context, o *Options) error {
	var err error
	if r.Search, err = loglinear.All(ctx, r.Table); err != nil {
		return err
	}
	if r.Search == nil {
		r.Notes = append(r.Notes, fmt.Sprintf("all log-linear models are searched for up to %d lists; of %d only the stepwise selection is fitted", loglinear.MaxSearched, len(r.Table.Lists)))
	} else {
		if r.Triples, err = r.Search.Triples(ctx, r.Table); err != nil {
			return err
		}
		r.Gates = append(r.Gates, existenceGate(r.Search))
	}
	replicates := loglinear.DefaultReplicates
	if o.Quick {
		replicates /= 5
	}
	r.Bootstrap, err = loglinear.BCa(ctx, r.Table, loglinear.DefaultThreshold, replicates, o.Seed)
	return err
}

func existenceGate(s *loglinear.Search) Gate {
	refused := 0
	for _, n := range s.Refused {
		refused += n
	}
	all := refused + len(s.Models)
	g := Gate{Name: "existence", Text: fmt.Sprintf("all %s log-linear models have an estimate", wording.Thousands(all))}
	if refused > 0 {
		var why []string
		for _, o := range []loglinear.Outcome{loglinear.NoMaximum, loglinear.NotIdentifiable, loglinear.NotFound} {
			if n := s.Refused[o]; n > 0 {
				why = append(why, fmt.Sprintf("%s: %s", wording.Thousands(n), o))
			}
		}
		g.Text = fmt.Sprintf("%s of %s log-linear models are refused (%s)", wording.Thousands(refused), wording.Thousands(all), strings.Join(why, ", "))
	}
	if s.Best() == nil {
		g.Verdict = Withheld
	}
	return g
}

func (r *Result) graphs(ctx context.Context, o *Options) error {
	lists := len(r.Table.Lists)
	if lists > graph.MaxLists {
		r.Notes = append(r.Notes, fmt.Sprintf("graphs are averaged for up to %d lists", graph.MaxLists))
		return nil
	}
	deltas := []float64{1 / float64(int(1)<<lists), 0.5, 1}
	if o.Quick && lists > 5 {
		deltas = deltas[:1]
	}
	for _, d := range deltas {
		if err := ctx.Err(); err != nil {
			return err
		}
		p, err := graph.Average(r.Table, graph.Options{Delta: d})
		if err != nil {
			r.Notes = append(r.Notes, "graphs: "+err.Error())
			return nil
		}
		r.Graphs = append(r.Graphs, p)
	}
	return nil
}

// latentOptions are the defaults, or short chains.
func latentOptions(o *Options, short bool) latent.Options {
	out := latent.Options{Seed: o.Seed}
	if short {
		out.Chains, out.MaxChains, out.BurnIn, out.Sweeps, out.Thin = 4, 4, 2_000, 20_000, 20
	}
	return out
}

func (r *Result) latent(ctx context.Context, o *Options) error {
	p, err := latent.Run(ctx, r.Table, latentOptions(o, o.Quick))
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		r.Notes = append(r.Notes, "latent classes: "+err.Error())
		return nil
	}
	r.Latent = p
	r.Gates = append(r.Gates, convergenceGate(p), capGate(p))
	return nil
}

func convergenceGate(p *latent.Posterior) Gate {
	chains := fmt.Sprintf("%d chains, split R-hat %.3f, effective sample size %.0f", len(p.Draws), p.RHat, p.ESS)
	if p.Converged {
		return Gate{Name: "convergence", Text: chains}
	}
	return Gate{Name: "convergence", Verdict: Withheld, Text: fmt.Sprintf("the sampler did not converge (%s; R-hat at most 1.05 and a size of at least 400 are needed): %s", chains, modeText(p))}
}

func modeText(p *latent.Posterior) string {
	var at []string
	for _, m := range p.Modes {
		at = append(at, fmt.Sprintf("%s (%.0f %% of draws)", whole(m.N), 100*m.Share))
	}
	switch len(at) {
	case 0:
		return "no mode"
	case 1:
		return "draws gather near " + at[0] + ", but chains disagree"
	}
	return "modes near " + wording.List(at, 6)
}

func capGate(p *latent.Posterior) Gate {
	g := Gate{Name: "cap", Text: fmt.Sprintf("%.1f %% of the posterior is within a tenth of the ceiling of %s", 100*p.AtCap, whole(float64(p.Cap)))}
	if p.AtCap > maxAtCap {
		g.Verdict = Withheld
		g.Text += ": the ceiling shapes the result"
	}
	return g
}

// replicates runs the primary model on each replicate and combines.
func (r *Result) replicates(ctx context.Context, s *Study, o *Options) error {
	var all []Draws
	refused := 0
	for i, strata := range s.Replicates {
		at := slices.IndexFunc(strata, func(x capture.Stratum) bool { return x.Name == r.Stratum })
		if at < 0 {
			refused++
			continue
		}
		t := sameLists(r.Table, prepare(s, strata[at].Table), s, strata[at].Table)
		if t == nil {
			refused++
			continue
		}
		lo := latentOptions(o, true)
		lo.Seed = o.Seed + uint64(i+1)*1000
		p, err := latent.Run(ctx, t, lo)
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			refused++
			continue
		}
		all = append(all, summarise(p))
	}
	if refused > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("%d of %d replicates of the linkage have no estimate: another set of lists remains, or no cases", refused, len(s.Replicates)))
	}
	unsettled := 0
	for _, d := range all {
		if !d.Accepted {
			unsettled++
		}
	}
	if unsettled > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("the sampler did not settle in %d of %d replicates of the linkage, whose chains are short", unsettled, len(all)))
	}
	c, err := Combine(all)
	if err != nil {
		r.Notes = append(r.Notes, "replicates of the linkage: "+err.Error())
		return nil
	}
	if c.Warning != "" {
		r.Notes = append(r.Notes, c.Warning)
	}
	r.Combined = c
	return nil
}

// sameLists returns the table of a replicate if the gates leave the lists that the result has.
func sameLists(want *capture.Table, p *prepared, s *Study, given *capture.Table) *capture.Table {
	if slices.Equal(given.Lists, s.names()) && slices.Equal(p.table.Lists, want.Lists) && p.table.N() > 0 {
		return p.table
	}
	return nil
}

func (s *Study) names() []string {
	var out []string
	for _, l := range s.Lists {
		out = append(out, l.Name)
	}
	return out
}

// summarise is the posterior of the unseen count by its moments; none unseen counts as a tenth of a case on the logarithm.
func summarise(p *latent.Posterior) Draws {
	d := Draws{Seen: p.Seen, Accepted: p.RHat <= 1.1}
	var logs []float64
	for _, chain := range p.Draws {
		for _, n := range chain {
			unseen := float64(n - p.Seen)
			d.Mean += unseen
			logs = append(logs, math.Log(max(unseen, 0.1)))
		}
	}
	d.Mean /= float64(len(logs))
	for _, l := range logs {
		d.LogMean += l / float64(len(logs))
	}
	for _, l := range logs {
		d.LogVar += (l - d.LogMean) * (l - d.LogMean) / float64(len(logs)-1)
	}
	return d
}
