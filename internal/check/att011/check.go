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
			f.Why = fmt.Sprintf("read as closely as their precision allows, the dates still lie up to %s apart; %s from %s", wording.Count(l.Apart, "day"), wording.Count(len(l.Claims), "claim"), wording.Count(roster.Origins(p.Case.Evidence, l.Claims), "origin"))
			f.Help = "say of what each is the date: founding, name, proclamation"
			f.Found = wording.List(l.Values, 6)
			f.Weight = float64(l.Apart)
			p.Report(f)
		}
	}
}
