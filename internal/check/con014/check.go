package con014

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/incident"
)

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		for _, t := range in.PartyTolls() {
			if told(in, t.Field) {
				continue
			}
			report(p, in, t)
		}
	}
}

// told reports whether other sources already contradict each other on the field.
func told(in *incident.Incident, name string) bool {
	f := in.Field(name)
	return f != nil && (f.Verdict == incident.Contested || f.Verdict == incident.Growing)
}

func report(p *check.Pass, in *incident.Incident, t incident.PartyToll) {
	x := citing.Finding("claimed_by", t.Claim)
	word := "killed"
	if t.Field == incident.Injured {
		word = "injured"
	}
	who := "the row itself counts"
	if t.Others.FromText {
		who = "the authorities say"
	}
	x.Key = t.Field
	x.Message = fmt.Sprintf("%s: who claimed the attack speaks of %s %s, %s %s (%s)", in.Key, t.Party.Text, word, who, t.Others.Text, incident.Cite(t.Claim))
	x.Why = "one row holds two tolls, and only one of them stands in its column"
	x.Help = "give each party's number a row of its own, and do not count with the number of a party alone"
	x.Found, x.Expected = t.Party.Text, t.Others.Text
	x.Weight = t.Party.Number - t.Others.Number
	if i := t.Claim.Column("attributed_by_authorities_to"); i >= 0 && t.Others.FromText {
		x.Marked = append(x.Marked, i)
	}
	p.Report(x)
}
