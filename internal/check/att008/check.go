package att008

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, a := range p.Case.Roster.Conflicts() {
		f := citing.Finding("", a.Claims...)
		f.Key = a.Reason
		if a.Denied {
			f.Message = fmt.Sprintf("claims disagree whether %s belongs to another group: %s", a.Group.Name, wording.Quote(wording.List(a.Names, 3), wording.Label))
		} else {
			f.Message = fmt.Sprintf("%s is put under %s at one time", a.Group.Name, wording.List(a.Names, 3))
		}
		f.Why = a.Reason
		f.Help = "date each affiliation and keep both sides; count its acts under the group itself"
		f.Weight = float64(len(a.Claims))
		p.Report(f)
	}
}
