package fig016

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, s := range p.Case.Figures.UnitSlips() {
		f := citing.Figures(s.Figure)
		f.Message = fmt.Sprintf("the text gives %q, which is %s; the number is coded as %s", s.Text, wording.Num(s.Value), wording.Num(s.Coded))
		f.Why = "the two differ by a factor of a thousand"
		f.Help = "look the number up; if the source is wrong, keep the corrected number and say so"
		f.Found, f.Expected = wording.Num(s.Coded), wording.Num(s.Value)
		p.Report(f)
	}
}
