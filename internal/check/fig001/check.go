package fig001

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Figures.Figures {
		if x.Derived {
			continue
		}
		var open []string
		column := ""
		add := func(c, what string) {
			if column == "" {
				column = c
			}
			open = append(open, what)
		}
		if x.Area.Alone {
			add("origin_area", fmt.Sprintf("which area of the map or the area tree %s is", wording.Quote(x.Row.Origin, wording.Label)))
		}
		if !x.Area.Known() {
			add("origin_area", fmt.Sprintf("where the people come from (%s)", wording.Quote(x.Row.Origin, wording.Label)))
		}
		if x.Measure == figure.Other {
			add("measure", fmt.Sprintf("what is counted (%s)", wording.Quote(x.Row.Measure, wording.Label)))
		}
		if math.IsNaN(x.Point) {
			add("best", "the number")
		}
		if len(open) == 0 {
			continue
		}
		f := citing.Finding(column, x.Row)
		f.Message = fmt.Sprintf("the figure does not say in words that are understood %s", wording.List(open, 3))
		f.Why = "a figure is compared only where its whole definition is known; this one is left out"
		if x.Area.Alone && len(open) == 1 {
			f.Why = "the figure is compared with others that name the area in the same words, and with no area around it"
		}
		f.Help = "fill in the cell, or write it in one of the forms of docs/claims.md"
		f.Weight = float64(len(open))
		p.Report(f)
	}
}
