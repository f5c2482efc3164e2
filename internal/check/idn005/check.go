package idn005

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Roster.People {
		d := x.Deaths()
		if !d.Clashes {
			continue
		}
		f := citing.Finding("death_date", append(citing.All(d.Claims), citing.All(x.DeathReports())...)...)
		f.Message = fmt.Sprintf("this person is reported dead on %s: %s", wording.Count(len(d.Values), "different date"), wording.List(d.Values, 8))
		f.Why = fmt.Sprintf("the dates lie up to %s apart; %s from %s", wording.Count(d.Apart, "day"), wording.Count(len(d.Claims), "claim"), wording.Count(roster.Origins(p.Case.Evidence, d.Claims), "origin"))
		f.Help = "keep one date with its evidence and mark the others as reports; a date may also be that of an announcement"
		f.Found, f.Expected = wording.List(d.Values, 8), "one date"
		f.Weight = float64(d.Apart)
		if d.Apart <= 7 {
			f.Severity = check.Warning
			f.Why += "; so short a gap can lie between the death, its announcement and the report"
		}
		p.Report(f)
	}
}
