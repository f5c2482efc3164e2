package cov001

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/overlap"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	if len(p.Across.Linked.Datasets) < 3 {
		return // two lists cannot show whether they depend on each other
	}
	tables, err := overlap.Build(p.Context, p.Across.Linked, p.Across.Facts, overlap.Options{})
	if err != nil {
		return // nothing in common, or too few datasets: there is no table, and nothing to say
	}
	study := tables.Study
	if study.Strata[0].Table.N() < int64(p.Int("events")) {
		return
	}
	rep, err := coverage.Run(p.Context, study, coverage.Options{Families: []coverage.Family{coverage.LogLinear, coverage.Graphs}, Quick: true, Seed: 1})
	if err != nil {
		return // interrupted
	}
	r := rep.Results[0]
	if r.Verdict == coverage.Refused {
		return
	}
	bound := bound(r)
	if bound == nil {
		return
	}
	seen := float64(r.Seen)
	share := 1 - seen/bound.Low
	if !(share >= p.Float("share")) {
		return
	}
	report(p, r, tables, bound, share)
}

// bound is Chao's lower bound for lists of different size.
func bound(r *coverage.Result) *coverage.Line {
	for i := range r.Lines {
		if l := &r.Lines[i]; l.Model == "Mth Chao" && l.Has() && l.Low > 0 {
			return l
		}
	}
	return nil
}

func report(p *check.Pass, r *coverage.Result, t *overlap.Tables, bound *coverage.Line, share float64) {
	d := p.Across.Linked.Datasets[0]
	thousands := func(n float64) string { return wording.Thousands(int(math.Round(n))) }
	f := check.Finding{Data: d, Row: -1, Column: -1, Key: "missing", Weight: share}
	f.Message = fmt.Sprintf("%s %s are in at least one of %d datasets; by a lower bound there were %s (%s to %s), so that at least %s are in none",
		wording.Thousands(int(r.Seen)), t.Study.Lists[0].Unit, len(r.All.Lists), thousands(bound.N), thousands(bound.Low), thousands(bound.High), wording.Percent(share))
	f.Why = fmt.Sprintf("in %s, %s to %s; on one dataset only: %s; range over %d choices of model and lists: %s to %s; no estimate to quote: %s",
		wording.List(t.Countries, 4), t.From, t.To, wording.Share(int(r.All.Seen(1)), int(r.Seen)), r.Range.Choices, thousands(r.Range.Low), thousands(r.Range.High), reasons(r))
	if len(r.Signs) > 0 {
		f.Why += "; likely too low: " + r.Signs[0]
	}
	f.Help = "quote the documented number as a minimum; assay coverage shows the models, what each assumes and what the result depends on"
	f.Expected, f.Found = "few events missed by all", fmt.Sprintf("at least %s missed", wording.Percent(share))
	f.Stat = &check.Stat{
		Test: "Chao's lower bound for lists of different size, 95 % limit", Statistic: bound.Low, P: 0.025, Adjusted: 0.025, Tests: 1,
		Effect: share, EffectIs: "least share of the events that no dataset has",
	}
	p.Report(f)
}

// reasons says which gates keep an estimate from being quoted.
func reasons(r *coverage.Result) string {
	var out []string
	for _, g := range r.Gates {
		if g.Verdict >= coverage.Withheld {
			out = append(out, g.Name)
		}
	}
	if len(out) == 0 {
		return "latent classes were not run"
	}
	return strings.Join(out, ", ")
}
