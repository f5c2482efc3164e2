// Package att011 holds rule ATT011 (group-dates): claims date the beginning or end of a group so that they cannot all be right.
package att011

import "github.com/assaydata/assay/internal/check"

// Rule is ATT011.
var Rule = &check.Rule{
	Code:       "ATT011",
	Name:       "group-dates",
	Title:      "claims date the beginning or end of a group so that they cannot all be right",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Whether an attack can be a group's depends on when the group began and ended. Sources date the same founding to " +
			"different years, and lists take over one of them.",
		How: "*active_from* and *active_to* of the claims with one group_key are compared with their precision, and the " +
			"end with a year that the words of the same claim give for it (\"absorbed in 2007\").",
		FalseAlarms: "Claims that date a predecessor, a renaming or a proclamation rather than the founding.",
		Fix:         "Give each date with what it is the date of; in the registry of groups the widest interval stands.",
		Literature: []string{
			"Stanford University, Center for International Security and Cooperation. Mapping Militants Project: relationships of groups over time. https://mappingmilitants.org",
		},
		Before: "claim_id,group_key,name_in_source,active_from,active_to,affiliation,source_id\nG1,north,Northern Front,2012,,,S1\nG2,north,Northern Front,2014,,,S2",
		After:  "claim_id,group_key,name_in_source,active_from,active_to,affiliation,source_id\nG1,north,Northern Front,2012,,,S1\nG2,north,Northern Front,2012-05,,,S2",
	},
	Case: run,
}
