package fig018

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, c := range p.Case.Figures.Rivals() {
		first, last := c[0], c[len(c)-1]
		f := citing.Figures(c...)
		f.Message = fmt.Sprintf("the totals for %s are of different bodies and do not make a series: %s", first.Area, citing.SayAll(c, 4))
		f.Why = fmt.Sprintf("they differ by a third or more between %s and %s, and by what they call it (%s)", first.AsOf.Text, last.AsOf.Text, words(c))
		f.Help = "show them by body with their wording, not as one series"
		f.Weight = float64(len(c))
		p.Report(f)
	}
}

// words lists the different measures of figures.
func words(list []*figure.Figure) string {
	var out []string
	for _, f := range list {
		if m := string(f.Measure); !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return wording.List(out, 4)
}
