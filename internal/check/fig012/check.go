package fig012

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Figures.Figures {
		if x.Derived || x.AsOf.Known() {
			continue
		}
		f := citing.Figures(x)
		f.Column = x.Column("as_of")
		f.Message = fmt.Sprintf("%s, said by %s, has no date as of which it holds", citing.What(x), citing.Voice(x))
		f.Why = "figures are compared only at one time; this one is left out of every comparison"
		f.Help = "look for the date in the source"
		f.Found, f.Expected = x.AsOf.Text, "a date, 2014-11 or 2014"
		p.Report(f)
	}
}
