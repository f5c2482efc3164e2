package idn002

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Roster.People {
		for _, i := range x.Impossibles() {
			f := citing.Finding("", append(citing.All(i.Claims), citing.All(i.Against)...)...)
			f.Message = "this does not fit into one life: " + i.Why
			f.Why = "the claims are about one person by their key"
			if x.Key == "" {
				f.Why = "one row says both"
			}
			f.Help = "check the dates, and that the key does not join two persons"
			f.Key = i.Why
			f.Weight = float64(len(i.Claims))
			p.Report(f)
		}
	}
}
