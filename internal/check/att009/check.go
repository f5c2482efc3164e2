package att009

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, d := range p.Case.Roster.Redated() {
		var claims []claim.Claim
		for _, t := range d.Ties {
			claims = append(claims, t.Relation)
		}
		f := citing.Finding("date", claims...)
		f.Message = fmt.Sprintf("%s: dated to %s", d.Ties[0].Words(), wording.List(d.Values, 5))
		f.Why = fmt.Sprintf("the dates cannot all be right: read as closely as their precision allows, they still lie up to %s apart", wording.Count(d.Apart, "day"))
		f.Help = "look for the first publication and date it by that"
		f.Found = wording.List(d.Values, 5)
		f.Weight = float64(d.Apart)
		p.Report(f)
	}
	for _, d := range p.Case.Roster.Disorder() {
		f := citing.Finding("date", append([]claim.Claim{d.Pledge.Relation}, d.Claims...)...)
		f.Key = "order"
		f.Message = fmt.Sprintf("%s: dated to %s, after it was accepted on %s", d.Pledge.Words(), when(d.Pledge), d.Accepted)
		f.Why = "an oath is accepted after it was sworn"
		f.Help = "look whether the date is that of the recording, of its publication or of a later renewal"
		f.Found, f.Expected = when(d.Pledge), "not later than "+d.Accepted.String()
		p.Report(f)
	}
}

func when(t *roster.Tie) string {
	if t.When.First == t.When.Last {
		return t.When.First.String()
	}
	return t.When.First.String() + " to " + t.When.Last.String()
}
