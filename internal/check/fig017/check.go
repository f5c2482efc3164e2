package fig017

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
)

func run(p *check.Pass) {
	b := p.Case.Figures
	// A figure whose population was swapped on the way contradicts others as a consequence; FIG008 tells it.
	swapped := map[*figure.Figure]bool{}
	for _, r := range b.Retellings() {
		if r.Kind == figure.PopulationSwapped {
			swapped[r.A], swapped[r.B] = true, true
		}
	}
	var pairs []figure.Pair
	for _, x := range b.Contradictions() {
		if !swapped[x.A] && !swapped[x.B] {
			pairs = append(pairs, x)
		}
	}
	for _, c := range figure.Clusters(pairs) {
		f := citing.Figures(append([]*figure.Figure{c.Figure}, c.Others...)...)
		f.Message = fmt.Sprintf("%s, %s: %s against %s", citing.Quantity(c.Figure), citing.Dated(c.Figure), citing.Say(c.Figure), citing.SayAll(c.Others, 3))
		f.Why = "the definitions agree in population, area, measure and time, and the numbers do not meet even when read as rounded"
		f.Help = "name both numbers, or the reason why one of them is set aside"
		f.Expected = citing.Others(c.Others, 3)
		f.Weight = figure.Ratio(c.Figure, c.Others[0])
		f.Severity = check.Warning
		for _, x := range c.Pairs {
			if x.Fit == figure.Impossible && x.A.Row.Source == x.B.Row.Source && x.A.Body == x.B.Body {
				f.Why = "one item gives both numbers to one body"
			}
			if x.Fit == figure.Impossible && figure.OneOccasion(x.A, x.B) && x.A.Body != "" && x.A.Body == x.B.Body {
				f.Severity = check.Error
				f.Why = "both are told of one statement of one body, so that one of them is wrong"
				if x.A.Kind == figure.Cumulative && x.A.Row.Source.Date != x.B.Row.Source.Date {
					f.Severity = check.Warning
					f.Why = "one body gives them within days, more apart than so few days explain"
				}
			}
		}
		if c.Fit != figure.Impossible {
			f.Severity, f.Confidence = check.Note, 0.7
			f.Why = "one body gives two numbers for one thing; as bounds or rounded numbers both can hold, but they were not the same count"
		}
		p.Report(f)
	}
}
