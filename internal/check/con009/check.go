package con009

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
)

func run(p *check.Pass) {
	b := p.Case.Figures
	swapped := map[*figure.Figure]bool{} // told by FIG008
	for _, r := range b.Retellings() {
		if r.Kind == figure.PopulationSwapped {
			swapped[r.B] = swapped[r.B] || !r.B.Area.Contains(r.A.Area) || r.A.Area.Contains(r.B.Area)
			swapped[r.A] = swapped[r.A] || r.B.Area.Contains(r.A.Area)
		}
	}
	var pairs []figure.Pair
	for _, x := range b.Exceeds() {
		if !swapped[x.A] && !swapped[x.B] {
			pairs = append(pairs, x)
		}
	}
	for _, c := range figure.Clusters(pairs) {
		x := c.Pairs[0]
		f := citing.Figures(append([]*figure.Figure{c.Figure}, c.Others...)...)
		f.Message = fmt.Sprintf("%s is more than the whole, %s", say(x.A), say(x.B))
		if n := len(c.Pairs) - 1; n > 0 {
			f.Message += fmt.Sprintf("; likewise %s", citing.Others(c.Others[1:], 3))
		}
		f.Why = x.Why
		f.Help = "put the two definitions side by side; one of them counts known cases only, or other people"
		f.Weight = figure.Ratio(x.A, x.B)
		if c.Fit != figure.Impossible {
			f.Severity, f.Confidence = check.Note, 0.6
			f.Why += "; the part is of a later date, or rounding can explain the difference"
		}
		p.Report(f)
	}
}

func say(f *figure.Figure) string {
	return fmt.Sprintf("%s from %s %s (%s, %s)", citing.What(f), f.Area, citing.Dated(f), citing.Voice(f), f.ID)
}
