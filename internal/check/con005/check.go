package con005

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, s := range p.Case.Figures.Sums() {
		f := citing.Figures(append([]*figure.Figure{s.Whole}, s.Parts...)...)
		f.Message = fmt.Sprintf("%s together make %s, more than the %s of %s (%s)", parts(s.Parts), wording.Num(s.Sum), citing.What(s.Whole), citing.Voice(s.Whole), s.Whole.ID)
		f.Why = "nobody is counted in two of these, and all of them travelled"
		f.Help = "ask the body for its definitions; do not compute with these figures"
		f.Expected = "at least " + wording.Num(s.Sum)
		f.Weight = s.Sum / max(1, s.Whole.Point)
		if s.Fit != figure.Impossible {
			f.Severity, f.Confidence = check.Note, 0.6
			f.Why += "; rounding can explain the difference"
		}
		p.Report(f)
	}
}

func parts(list []*figure.Figure) string {
	var out []string
	for _, f := range list {
		out = append(out, fmt.Sprintf("%s (%s)", citing.What(f), f.ID))
	}
	return wording.List(out, 4)
}
