// Package att010 holds rule ATT010 (anachronistic-relation): a relation to a group at a time when it did not exist under that name.
package att010

import "github.com/assaydata/assay/internal/check"

// Rule is ATT010.
var Rule = &check.Rule{
	Code:       "ATT010",
	Name:       "anachronistic-relation",
	Title:      "a relation to a group at a time when it did not exist under that name",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Later names are projected back: groups are said to have joined an alliance years before it was founded. Whoever " +
			"counts by name then finds the alliance older and larger than it was.",
		How: "The names on both sides of a relation are looked up in the dated registry of groups; the date of the relation, with " +
			"its precision, must overlap the time in which the name was in use.",
		FalseAlarms: "Sources that knowingly use the later name for the earlier organisation: then the name is to be corrected, not the " +
			"date.",
		Fix: "Use the name of the time, or correct the date.",
		Literature: []string{
			"Stanford University, Center for International Security and Cooperation. Mapping Militants Project: relationships of groups over time. https://mappingmilitants.org",
		},
		Before: "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,joined,hts,2015,S1,",
		After:  "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,joined,hts,2017-03,S1,",
	},
	Case: run,
}
