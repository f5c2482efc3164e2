package fig014

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, g := range p.Case.Figures.Statements(figure.BoundInverted) {
		var up, down []*figure.Figure
		for _, x := range g.Figures {
			if x.Bound == figure.AtLeast {
				down = append(down, x)
			} else {
				up = append(up, x)
			}
		}
		f := citing.Figures(append(down[:len(down):len(down)], up...)...)
		f.Message = fmt.Sprintf("%s, said by %s: %s against %s", wording.Num(g.Number), citing.Voice(down[0]), bounds(down), bounds(up))
		f.Why = "voice, number and month are the same, so that it is one statement, and it cannot be a floor and a ceiling"
		f.Help = "go back to the statement itself and correct low and high"
		f.Found, f.Expected = down[0].Words(), up[0].Words()
		f.Weight = float64(len(g.Figures))
		p.Report(f)
	}
}

func bounds(list []*figure.Figure) string {
	var out []string
	for _, f := range list {
		out = append(out, fmt.Sprintf("%s (%s)", f.Words(), citing.Where(f)))
	}
	return wording.List(out, 4)
}
