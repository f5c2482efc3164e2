// Package att003 finds actors named at a date at which they did not exist, or did not bear that name.
package att003

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports actor labels that do not fit the date of their event.
var Rule = &check.Rule{
	Code:       "ATT003",
	Name:       "anachronistic-actor",
	Title:      "actor named before it existed or after its end",
	Severity:   check.Error,
	Confidence: 0.95,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A label such as \"Military Forces of Nigeria (1999-2015)\" says which government's forces are meant. An event of 1998 " +
			"under that label has either the wrong date or the wrong actor; both move it into another regime in every analysis of " +
			"repression or regime change. The same holds for a group before its founding, or under a name that it took later. " +
			"ACLED version 7 for Nigeria carries three such events (265NIG, 275NIG, 280NIG, all of 1998).",
		How: "Two sources of dates are compared with the interval of days in which the event lies. First the years written in " +
			"brackets in the label, as whole years, an open end allowed: outside them is an error. Second the dated registry of " +
			"armed groups that comes with assay, with a citation for each date: outside them is a warning of lower confidence. A " +
			"date known to the month or year is reported only if the whole interval lies outside. Registry labels match as a " +
			"whole, so that a label that joins two groups or names a faction is left alone. UCDP GED gives an actor one name " +
			"through all its history, so there only the existence of the organisation is compared, not the name. Lists in cells of " +
			"associated actors are taken apart, and findings there are warnings. A label that begins with \"Former\" may come after " +
			"its years. Where most of a label's rows, and at least 20, lie outside its time, the dataset uses it for predecessors " +
			"or successors as a matter of course, and one finding says so.",
		FalseAlarms: "Transitions do not fall on New Year: only whole years outside the brackets are reported, so few of these are false. " +
			"Dates of founding are often contested: the registry takes the widest interval that its sources allow, but a group may " +
			"have fought under its name before announcing it, and remnants may fight on after its end.",
		Fix: "Read the note and the source: correct the date if another day fits, else the label (the predecessor, or " +
			"\"unidentified\").",
		Literature: []string{
			"Armed Conflict Location & Event Data Project (ACLED). Codebook: actor names of governments carry the years of their regime. https://acleddata.com",
			"Raleigh, C., Kishi, R., Linke, A. (2023). Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices. Humanities and Social Sciences Communications 10: 74. https://doi.org/10.1057/s41599-023-01559-4",
		},
		Before: "event_date,actor1,country\n1998-02-11,Military Forces of Freedonia (1999-2015),Freedonia\n",
		After:  "event_date,actor1,country\n1998-02-11,Military Forces of Freedonia (1993-1999),Freedonia\n",
	},
	Options: []check.Option{
		{Name: "registry", Default: true, Doc: "compare with the dated registry of armed groups as well"},
		{Name: "registry_confidence", Default: 0.6, Doc: "confidence of findings that rest on the registry"},
	},
	Applies: func(p *check.Pass) string {
		if p.Data.Events == nil || p.Data.Events.When == nil {
			return "no dates"
		}
		for _, r := range actorRoles {
			if c := p.Data.Role(r); c != nil && c.Storage == record.Coded {
				return ""
			}
		}
		return "no column of actors"
	},
	Check: run,
	Plant: plant,
}

var actorRoles = []record.Role{record.RoleActor1, record.RoleAlly1, record.RoleActor2, record.RoleAlly2}
