// Package att005 finds events in which one actor stands on both sides.
package att005

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports events with the same actor on both sides.
var Rule = &check.Rule{
	Code:       "ATT005",
	Name:       "same-actor-both-sides",
	Title:      "the same actor stands on both sides",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "Who fights whom is read from the pair of actors. An event whose two sides bear one label says nothing about it: it " +
			"drops out of a network of actors or becomes a loop. In ACLED version 7 for Nigeria 301 of 9,998 events are such. Most " +
			"are legitimate, because labels name kinds of people (rioters against rioters, two clans under one name, rival cults); " +
			"forces of one state against themselves are rare enough to be looked at one by one.",
		How: "The labels of the two sides are compared letter by letter. Rows in which forces of a state stand on both sides are " +
			"reported each; all others together in one note that counts them by class of actor.",
		FalseAlarms: "Mutinies, friendly fire, clashes between units or services under one label, and elections fought within one party are " +
			"real events of this shape.",
		Fix: "Read the note. If one side is wrong, correct it; if both are right, name the units or factions where the format has " +
			"room for it (associated actors), or leave the row.",
		Literature: []string{
			"Armed Conflict Location & Event Data Project (ACLED). Codebook: the order of actors does not say who attacked, and both may bear the same name. https://acleddata.com",
		},
		Before: "event_date,actor1,actor2,notes\n2012-05-03,Military Forces of Freedonia (2009-),Military Forces of Freedonia (2009-),Soldiers attacked a rebel camp\n",
		After:  "event_date,actor1,actor2,notes\n2012-05-03,Military Forces of Freedonia (2009-),Freedonia Liberation Front,Soldiers attacked a rebel camp\n",
	},
	Needs: []record.Role{record.RoleActor1, record.RoleActor2},
	Applies: func(p *check.Pass) string {
		if p.Data.Role(record.RoleActor1).Storage != record.Coded || p.Data.Role(record.RoleActor2).Storage != record.Coded {
			return "the actors are not labels"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
