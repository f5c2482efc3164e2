package idn007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, s := range p.Case.Roster.SharedNames() {
		f := citing.Finding("kunya_nisba", citing.All(s.Claims)...)
		f.Message = fmt.Sprintf("%s share one byname", wording.Count(len(s.Claims), "person"))
		f.Why = "their keys differ, so that they are not the same person, and a report that uses the byname alone may be about any of them"
		f.Help = "match on the byname only together with a birth date, a place or a group"
		f.Weight = float64(len(s.Claims))
		p.Report(f)
	}
}
