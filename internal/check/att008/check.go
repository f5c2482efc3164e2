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
		f.Key = wording.List(a.Names, 3)
		f.Weight = float64(len(a.Claims))
		f.Help = "date each affiliation and keep both sides; count its acts under the group itself"
		switch {
		case a.Denied:
			f.Key = "denied"
			f.Message = fmt.Sprintf("claims disagree whether %s belongs to another group: %s", a.Group.Name, wording.Quote(wording.List(a.Names, 3), wording.Label))
			f.Why = "some claims put it under another group, others call it independent or deny the tie"
		case a.Rivals:
			f.Message = fmt.Sprintf("%s is put under %s at one time, which are hostile to each other", a.Group.Name, wording.List(a.Names, 3))
			f.Why = "the dates overlap, and by other claims the one fights or denounces the other, or a group under it does"
		default:
			f.Message = fmt.Sprintf("%s is put under %s at one time", a.Group.Name, wording.List(a.Names, 3))
			f.Why = "one source says both, and no claim puts one of these under the other"
			f.Severity = check.Note
		}
		p.Report(f)
	}
}
