package con010

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
)

var dead = []string{incident.KilledCivilians, incident.KilledSecurity, incident.KilledPerpetrators, incident.TotalDead}

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		var growing []*incident.Field
		for _, name := range dead {
			f := in.Field(name)
			if f == nil || f.Verdict != incident.Growing {
				continue
			}
			if name == incident.TotalDead && !stated(f) {
				continue // it only adds up what the other fields say
			}
			growing = append(growing, f)
		}
		report(p, in, "dead", growing)
		if f := in.Field(incident.Injured); f != nil && f.Verdict == incident.Growing {
			report(p, in, "injured", []*incident.Field{f})
		}
	}
}

// stated reports whether a text gives the total.
func stated(f *incident.Field) bool {
	for _, v := range f.Values {
		if v.FromText {
			return true
		}
	}
	return false
}

func report(p *check.Pass, in *incident.Incident, what string, fields []*incident.Field) {
	if len(fields) == 0 {
		return
	}
	var claims []*claim.Incident
	var said []string
	later := false
	for _, f := range fields {
		lowest := f.Values[0]
		for _, v := range f.Values {
			if !v.Earlier && v.Number < lowest.Number {
				lowest = v
			}
		}
		claims = append(claims, lowest.Claim)
		claims = append(claims, f.Claims()...)
		said = append(said, f.Name+" "+course(f))
		later = later || f.LaterContradict
	}
	x := citing.Finding(fields[0].Column(), citing.All(claims)...)
	x.Key = what
	x.Message = fmt.Sprintf("%s: the number of the %s grows with the date of the report: %s", in.Key, what, strings.Join(said, "; "))
	x.Why = "later reports give higher numbers and none gives a lower one, so that the low ones are early reports"
	x.Help = "use the latest number that was counted independently, and say whether the attackers are in it"
	first, last := fields[0].Values[0], fields[0].Values[len(fields[0].Values)-1]
	x.Found, x.Expected = first.Text+" at first", last.Text+" in the latest report"
	x.Weight = float64(len(claims))
	x.Severity = check.Note
	if later {
		x.Severity = check.Warning
		x.Why += "; the reports of the latest day still differ, so that time alone does not explain it"
	}
	p.Report(x)
}

// most is how many steps of a course are told.
const most = 10

// course tells the numbers in order of the sources' dates.
func course(f *incident.Field) string {
	var out []string
	last := ""
	for _, v := range f.Values {
		if v.Earlier {
			continue
		}
		text := v.Text
		if v.Sum {
			text += " (added up)"
		}
		if text == last {
			continue
		}
		last = text
		out = append(out, text+": "+v.Cite())
	}
	if len(out) > most {
		out = append(out[:most], fmt.Sprintf("and %d more", len(out)-most))
	}
	return strings.Join(out, ", ")
}
