package con004

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
)

func run(p *check.Pass) {
	for _, c := range figure.Clusters(p.Case.Figures.Falls()) {
		f := citing.Figures(append([]*figure.Figure{c.Figure}, c.Others...)...)
		a, b := c.Pairs[0].A, c.Pairs[0].B
		f.Message = fmt.Sprintf("%s falls from %s (%s, %s) to %s (%s, %s)", citing.Quantity(b), a.Words(), citing.Voice(a)+" "+citing.Dated(a), citing.Where(a),
			b.Words(), citing.Voice(b)+" "+citing.Dated(b), citing.Where(b))
		f.Why = "a cumulative count can only grow, and the later figure covers the same or more"
		f.Help = "show them by origin, not as one series; look for a narrower definition in the later statement"
		f.Expected = "at least " + a.Words()
		f.Weight = figure.Ratio(a, b)
		f.Severity = check.Warning
		if c.Fit != figure.Impossible {
			f.Severity, f.Confidence = check.Note, 0.7
			f.Why += "; rounding alone can explain the difference"
		} else if figure.OneVoice(a, b) {
			f.Severity = check.Error
		}
		p.Report(f)
	}
}
