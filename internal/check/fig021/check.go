package fig021

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	b := p.Case.Figures
	found := b.Outliers()
	for _, x := range b.Populations {
		others := found[x]
		if others == nil {
			continue
		}
		list := []claim.Claim{x.Population}
		for _, o := range others {
			list = append(list, o.Population)
		}
		f := citing.Finding("population", list...)
		o := others[0]
		f.Message = fmt.Sprintf("%s has %s inhabitants in %s (%s) and %s in %s (%s)", x.Area, wording.Thousands(int(x.N)), x.AsOf.Text, x.ID, wording.Thousands(int(o.N)), o.AsOf.Text, o.ID)
		f.Why = fmt.Sprintf("the number is %.2g times the nearest other in time", x.N/o.N)
		if len(others) == 1 {
			f.Severity, f.Confidence = check.Warning, 0.7
			f.Why += "; with two claims it is open which of them is wrong"
		}
		f.Help = "look the number up before computing rates"
		f.Found, f.Expected = wording.Thousands(int(x.N)), "near "+wording.Thousands(int(o.N))
		f.Weight = max(x.N/o.N, o.N/x.N)
		p.Report(f)
	}
}
