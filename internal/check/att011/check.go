package att011

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, g := range p.Case.Roster.Groups {
		for _, l := range g.Lives() {
			f := citing.Finding(l.Column, citing.All(l.Claims)...)
			what := "beginning"
			if l.Column == "active_to" {
				what = "end"
			}
			f.Key = l.Column
			f.Message = fmt.Sprintf("claims date the %s of %s to %s", what, g.Name, wording.List(l.Values, 6))
			f.Why = fmt.Sprintf("%s; %s from %s", roster.Gap(l.Apart), wording.Count(len(l.Claims), "claim"), wording.Count(roster.Origins(p.Case.Evidence, l.Claims), "origin"))
			f.Help = "say of what each is the date: founding, name, proclamation"
			f.Found = wording.List(l.Values, 6)
			f.Weight = float64(l.Apart)
			p.Report(f)
		}
		for _, m := range g.Misended() {
			f := citing.Finding("active_to", m.Claim)
			f.Key = "words"
			f.Message = fmt.Sprintf("the end of %s is dated to %s, while the words of the same claim say %s", g.Name, m.Claim.To.Text, wording.Quote(m.Words, wording.Label))
			f.Why = "one claim gives two dates for one end"
			f.Help = "say of what each is the date: of the last act, the merger or the dissolution"
			f.Found = m.Claim.To.Text
			p.Report(f)
		}
	}
}
