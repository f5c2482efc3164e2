package fig020

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
)

func run(p *check.Pass) {
	for _, c := range figure.Clusters(p.Case.Figures.Jumps()) {
		a, b := c.Pairs[0].A, c.Pairs[0].B
		f := citing.Figures(append([]*figure.Figure{c.Figure}, c.Others...)...)
		f.Message = fmt.Sprintf("%s goes from %s (%s, %s) to %s (%s, %s) for %s, %.0f times", citing.Voice(b), citing.What(a), a.AsOf.Text, a.ID, citing.What(b), b.AsOf.Text, b.ID, b.Area, figure.Ratio(a, b))
		f.Why = "both are of one body, for one area, within a year"
		f.Help = "look for a change of method or definition between the two"
		f.Weight = figure.Ratio(a, b)
		p.Report(f)
	}
}
