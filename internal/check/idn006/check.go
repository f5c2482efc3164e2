package idn006

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Roster.People {
		d := x.Births()
		if !d.Clashes {
			continue
		}
		f := citing.Finding("birth_date", citing.All(d.Claims)...)
		f.Message = fmt.Sprintf("claims give this person %d dates of birth that do not all agree, up to %s apart", len(d.Values), years(d.Apart))
		f.Why = fmt.Sprintf("%s from %s", wording.Count(len(d.Claims), "claim"), wording.Count(roster.Origins(p.Case.Evidence, d.Claims), "origin"))
		if roster.Origins(p.Case.Evidence, d.Claims) == 1 {
			f.Why += "; the source itself gives them all and does not say which is right"
		}
		f.Help = "keep all with their sources; check that the key does not join two persons"
		f.Weight = float64(d.Apart)
		if d.Ages {
			f.Severity = check.Note
			f.Why += "; ages in reports are often a year out"
		}
		p.Report(f)
	}
}

func years(days int) string {
	if days < 366 {
		return wording.Count(days, "day")
	}
	return wording.Count(days/365, "year")
}
