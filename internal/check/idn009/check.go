package idn009

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Roster.People {
		d, ok := x.Doubts()
		if !ok {
			continue
		}
		f := citing.Finding("death_detail", append(citing.All(d.Doubting), citing.All(d.Reporting)...)...)
		f.Message = fmt.Sprintf("the death of this person is reported by %s and doubted or denied in %s", wording.Count(len(d.Reporting), "claim"), wording.Count(len(d.Doubting), "claim"))
		f.Why = fmt.Sprintf("the reports come from %s, the doubts from %s", wording.Count(roster.Origins(p.Case.Evidence, d.Reporting), "origin"), wording.Count(roster.Origins(p.Case.Evidence, d.Doubting), "origin"))
		f.Help = "keep the death as reported, with both sides, until a source says how the identity was established"
		f.Weight = float64(len(d.Doubting))
		switch {
		case d.Confirmed:
			f.Severity = check.Note
			f.Why += "; another claim says that the identity was established"
		case d.Settled:
			f.Severity = check.Note
			f.Why += "; sources younger than every doubt report the death without one"
		case d.Later:
			f.Severity = check.Note
			f.Why += "; other claims report the death more than a year later, which bears the doubt out"
		}
		p.Report(f)
	}
}
