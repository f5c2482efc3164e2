package att010

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
)

func run(p *check.Pass) {
	for _, a := range p.Case.Roster.Anachronisms() {
		f := citing.Finding("date", a.Tie.Relation)
		word := "no more"
		if a.Before {
			word = "not yet"
		}
		f.Message = fmt.Sprintf("%s is dated to %s, when the name %s was %s in use", a.Tie.Words(), a.Tie.Date.Text, a.Name, word)
		f.Why = fmt.Sprintf("the name was in use %s (%s)", a.Span, a.Source)
		if !a.Self {
			f.Severity = check.Note
			f.Why += "; the organisation had another name then"
		}
		f.Help = "use the name of the time, or correct the date"
		f.Found, f.Expected = a.Tie.Date.Text, a.Span
		f.Key = a.Name
		p.Report(f)
	}
}
