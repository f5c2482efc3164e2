package fig002

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	b := p.Case.Figures
	for _, c := range b.Retold(figure.KindSwapped) {
		o := c.Others[0]
		f := citing.Figures(append([]*figure.Figure{c.Figure}, c.Others...)...)
		f.Column = c.Figure.Column("measure")
		f.Message = fmt.Sprintf("%s is reported as %q (%s) and as %q (%s) with the same number", citing.Voice(o), c.Figure.Row.Measure, citing.Where(c.Figure), o.Row.Measure, citing.Where(o))
		f.Why = "voice, number and month are the same; a present number and a total so far can be equal only before anybody died or returned"
		f.Help = "find out which of the two was said"
		f.Found, f.Expected = c.Figure.Row.Measure, o.Row.Measure
		f.Weight = float64(len(c.Others))
		p.Report(f)
	}
	for _, a := range b.Alternations() {
		last := a.Figures[len(a.Figures)-1]
		f := citing.Figures(a.Figures...)
		f.Column = a.Figures[0].Column("measure")
		f.Key = "series"
		var line []string
		for _, x := range a.Figures {
			line = append(line, fmt.Sprintf("%s %s (%s, %s)", x.Words(), x.Measure, x.AsOf.Text, x.ID))
		}
		f.Message = fmt.Sprintf("the figures for %s rise as one series but are called present and cumulative in turn: %s", last.Area, wording.List(line, 8))
		f.Why = fmt.Sprintf("the wording changes %d times; a present number falls when people die or return", a.Changes)
		f.Help = "find out which of the two each body counted; do not draw them as one line"
		f.Confidence = 0.7
		f.Weight = float64(len(a.Figures))
		p.Report(f)
	}
}
