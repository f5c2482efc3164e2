package con011

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

var what = map[string]string{
	incident.Attackers: "number of attackers", incident.Ages: "age of the attackers", incident.BirthYear: "birth year of the attacker",
}

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		for _, name := range []string{incident.Attackers, incident.Ages, incident.BirthYear} {
			f := in.Field(name)
			if f == nil || f.Verdict != incident.Contested || name == incident.Attackers && toldByDead(in, f) {
				continue
			}
			report(p, in, f)
		}
	}
}

// toldByDead reports whether the number of killed perpetrators differs between the same values, so that the attackers'
// number is the same problem.
func toldByDead(in *incident.Incident, f *incident.Field) bool {
	k := in.Field(incident.KilledPerpetrators)
	if k == nil || k.Verdict != incident.Contested && k.Verdict != incident.Growing {
		return false
	}
	known := map[float64]bool{}
	for _, v := range k.Values {
		known[v.Number] = true
	}
	differ := map[float64]bool{}
	for _, p := range f.Positions {
		if n := p.Values[0].Number; known[n] {
			differ[n] = true
		}
	}
	return len(differ) > 1
}

func report(p *check.Pass, in *incident.Incident, f *incident.Field) {
	x := citing.Finding(f.Column(), citing.All(f.Weakest())...)
	x.Key = f.Name
	x.Message = fmt.Sprintf("%s: sources contradict each other on the %s: %s", in.Key, what[f.Name], f.Say())
	x.Why = "these values stand in texts and cannot all be right"
	for _, v := range f.Values {
		if v.Earlier {
			x.Message += fmt.Sprintf("; %s corrects %s", incident.Cite(v.Claim), v.Text)
			x.Why = "one source corrects a value that another still gives"
			break
		}
	}
	x.Help = "take the corrected or better supported value, and keep the number in a column of its own"
	x.Found, x.Expected = wording.List(f.Texts(), 6), "one value"
	x.Weight = float64(len(f.Positions))
	if len(f.Claims()) == 1 {
		x.Severity = check.Note
		x.Why = "one source gives two values, of different voices"
	}
	p.Report(x)
}
