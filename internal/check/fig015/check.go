package fig015

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
)

func run(p *check.Pass) {
	for _, g := range p.Case.Figures.Statements(figure.RangeCollapsed) {
		var whole, end []*figure.Figure
		for _, x := range g.Figures {
			if x.Bound == figure.Between {
				whole = append(whole, x)
			} else {
				end = append(end, x)
			}
		}
		f := citing.Figures(append(end[:len(end):len(end)], whole...)...)
		side := "top"
		if g.Number == whole[0].Low {
			side = "bottom"
		}
		f.Message = fmt.Sprintf("%s said %s (%s); %s prints only the %s of the range", citing.Voice(whole[0]), whole[0].Words(), citing.Where(whole[0]), citing.Where(end[0]), side)
		f.Why = "voice, number and month are the same, so that it is one statement"
		f.Help = "use the range"
		f.Found, f.Expected = end[0].Words(), whole[0].Words()
		f.Weight = figure.Ratio(end[0], whole[0])
		p.Report(f)
	}
}
