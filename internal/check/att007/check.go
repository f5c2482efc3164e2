package att007

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
)

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		if in.OccurrenceDisputed() {
			report(p, in)
		}
	}
}

func report(p *check.Pass, in *incident.Incident) {
	m := in.Stances()
	var said []string
	var claims []*claim.Incident
	for _, s := range []incident.Stance{incident.Vouches, incident.Denies, incident.Doubts, incident.Unverified} {
		if len(m[s]) == 0 {
			continue
		}
		claims = append(claims, m[s]...)
		var who []string
		for _, c := range m[s] {
			who = append(who, incident.Cite(c))
		}
		said = append(said, string(s)+" by "+strings.Join(who, ", "))
	}
	x := citing.Finding("status", citing.All(claims)...)
	x.Message = fmt.Sprintf("%s is %s", in.Key, strings.Join(said, "; "))
	x.Why = "no claim counts a victim, so that nothing but the claim itself speaks for the event"
	x.Help = "leave it out of counts of events that took place, or give it a status of its own"
	x.Found, x.Expected = "told as a fact", string(in.Status)
	x.Weight = float64(len(claims) - len(m[incident.Vouches]))
	if len(m[incident.Denies]) == 0 {
		x.Severity, x.Confidence = check.Warning, 0.8
	}
	p.Report(x)
}
