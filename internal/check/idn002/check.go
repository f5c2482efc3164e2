package idn002

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Roster.People {
		for _, i := range x.Impossibles() {
			f := citing.Finding("", citing.All(i.Claims)...)
			f.Message = "this does not fit into one life: " + i.Why
			f.Why = "both claims are about one person by their key"
			f.Help = "check the dates, and that the key does not join two persons"
			f.Key = i.Why
			p.Report(f)
		}
	}
}
