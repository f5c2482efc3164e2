package att010

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
)

func run(p *check.Pass) {
	for _, a := range p.Case.Roster.Anachronisms() {
		f := citing.Finding(a.Column, a.Claims...)
		when := "when %s did not exist any more"
		switch {
		case a.Self && a.Before:
			when = "when %s did not exist yet"
		case a.Before:
			when = "when the name %s was not yet in use"
		case !a.Self:
			when = "when the name %s was no more in use"
		}
		f.Message = a.What + ", " + fmt.Sprintf(when, a.Name)
		f.Why = fmt.Sprintf("its dates: %s (%s)", a.Span, a.Source)
		if !a.Self {
			f.Why += "; the organisation had another name then"
		}
		if a.Loose {
			f.Severity = check.Note
		}
		f.Help = "use the name of the time, or correct the date"
		f.Expected = a.Span
		f.Key = a.Name + " " + a.Column
		p.Report(f)
	}
}
