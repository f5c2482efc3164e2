package att006

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		if in.OccurrenceDisputed() {
			continue // ATT007 tells that it may not have happened at all
		}
		for _, d := range in.Disputes() {
			report(p, in, d)
		}
	}
}

func report(p *check.Pass, in *incident.Incident, d incident.Dispute) {
	against, support := claims(d.Against), claims(d.For)
	x := citing.Finding(d.Against[0].Column, citing.All(append(against, support...))...)
	x.Key = d.Kind
	switch d.Kind {
	case incident.TwoGroups:
		x.Message = fmt.Sprintf("%s: sources name two groups: %s (%s) and %s (%s)", in.Key, d.Groups[0].Name, say(d.For), d.Groups[1].Name, say(d.Against))
		x.Why = "the two are not known as part or follower of one another"
		x.Expected = "one group, or both marked as disputed"
	case incident.NotClaimed:
		x.Message = fmt.Sprintf("%s: claimed by %s according to %s, but not claimed according to %s", in.Key, names(d.Groups), cite(support), cite(against))
		x.Why = "a claim of responsibility was made or it was not; only a source older than the claim can miss it"
		x.Expected = "one answer to whether it was claimed"
	default:
		x.Message = fmt.Sprintf("%s: %s is named by %s, but %s", in.Key, names(d.Groups), say(d.For), deny(d.Against))
		x.Why = "the attribution rests on statements that exclude each other"
		x.Expected = "an attribution that nobody disputes"
		if weak(d.Against) {
			x.Severity, x.Confidence = check.Note, 0.7
			x.Why = "the attribution is not confirmed"
		}
	}
	x.Found = fmt.Sprintf("%s for, %s against", wording.Count(len(support), "claim"), wording.Count(len(against), "claim"))
	x.Help = "count the incident for the group only under the reading that takes claims at face value, or mark the attribution as disputed"
	x.Weight = float64(min(len(against), len(support)))
	p.Report(x)
}

func weak(list []*incident.Naming) bool {
	for _, n := range list {
		if !n.Weak {
			return false
		}
	}
	return true
}

func claims(list []*incident.Naming) []*claim.Incident {
	var out []*claim.Incident
	for _, n := range list {
		if !slices.Contains(out, n.Claim) {
			out = append(out, n.Claim)
		}
	}
	return out
}

func names(groups []incident.Group) string {
	// A branch stands for itself and the organisation that it is part of.
	return groups[0].Name
}

// say tells who names a group, by voice: "its own claim in A (I1, 2019) and 2 more; authorities in B (I2, 2019)".
func say(list []*incident.Naming) string {
	words := map[incident.Voice]string{
		incident.Self: "its own claim", incident.Authorities: "authorities", incident.Others: "the source itself",
	}
	var out []string
	for _, v := range []incident.Voice{incident.Self, incident.Authorities, incident.Others} {
		var of []*incident.Naming
		for _, n := range list {
			if n.Voice == v {
				of = append(of, n)
			}
		}
		if len(of) > 0 {
			out = append(out, words[v]+" in "+cite(claims(of)))
		}
	}
	return wording.List(out, 3)
}

// deny tells what is said against, by reason.
func deny(list []*incident.Naming) string {
	var reasons []string
	by := map[string][]*incident.Naming{}
	for _, n := range list {
		if by[n.Reason] == nil {
			reasons = append(reasons, n.Reason)
		}
		by[n.Reason] = append(by[n.Reason], n)
	}
	var out []string
	for _, r := range reasons {
		what := "others name " + r
		switch {
		case r == "denied":
			what = "its part is denied or doubted"
		case r == "an accident" || r == "an ordinary crime":
			what = "it is called " + r
		case r == incident.UnsettledReason:
			what = "the cause is not established"
		}
		out = append(out, what+" in "+cite(claims(by[r])))
	}
	return wording.List(out, 4)
}

func cite(list []*claim.Incident) string {
	var out []string
	for _, c := range list[:min(2, len(list))] {
		out = append(out, incident.Cite(c))
	}
	s := wording.List(out, 2)
	if more := len(list) - len(out); more > 0 {
		s = fmt.Sprintf("%s, %d more", s, more)
	}
	return s
}
