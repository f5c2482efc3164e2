package att009

import (
	"fmt"
	"slices"

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
		f.Why = roster.Gap(d.Apart)
		if d.Inside {
			f.Why = "the claim itself tells of another date"
		}
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
	for _, e := range p.Case.Roster.Early() {
		claims := []claim.Claim{e.Tie.Relation}
		var dates []string
		for _, t := range e.Events {
			claims = append(claims, t.Relation)
			if !slices.Contains(dates, t.Date.Text) {
				dates = append(dates, t.Date.Text)
			}
		}
		f := citing.Finding("date", claims...)
		f.Key = "early"
		f.Message = fmt.Sprintf("%s: dated to %s, before the claims that it, or a part of it, went over to %s (%s)", e.Tie.Words(), e.Tie.Date.Text, e.Tie.NameB, wording.List(dates, 4))
		f.Why = "a group stands under another after it went over to it, not before"
		f.Help = "look what each date is that of: a post, an oath, a change of name, a report"
		f.Found, f.Expected = e.Tie.Date.Text, "not earlier than "+wording.List(dates, 4)
		f.Confidence = 0.6
		p.Report(f)
	}
}

func when(t *roster.Tie) string {
	if t.When.First == t.When.Last {
		return t.When.First.String()
	}
	return t.When.First.String() + " to " + t.When.Last.String()
}
