// Package att010 holds rule ATT010 (anachronistic-relation): a relation to a group, or a role in it, at a time when it did not exist.
package att010

import "github.com/assaydata/assay/internal/check"

// Rule is ATT010.
var Rule = &check.Rule{
	Code:       "ATT010",
	Name:       "anachronistic-relation",
	Title:      "a relation to a group, or a role in it, at a time when it did not exist",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Later names are projected back: groups are said to have joined an alliance years before it was founded. Whoever " +
			"counts by name then finds the alliance older and larger than it was.",
		How: "The names on both sides of a relation, and affiliations of the form \"the League since 2005\", are looked up in the " +
			"dated registry of groups. Where the case has several keys for names of one organisation, the date, with its " +
			"precision, must overlap the time in which the name was in use; otherwise the existence of the organisation counts. " +
			"Besides, relations and roles are held against the *active_from* and *active_to* of the claims on the group: more " +
			"than a month before its beginning or after its end by all claims that give one. An old name that goes on in use, " +
			"and a post before the beginning, are notes.",
		FalseAlarms: "Sources that knowingly use the later name for the earlier organisation: then the name is to be corrected, not the " +
			"date.",
		Fix: "Use the name of the time, or correct the date.",
		Literature: []string{
			"Stanford University, Center for International Security and Cooperation. Mapping Militants Project: relationships of groups over time. https://mappingmilitants.org",
		},
		Before: "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,joined,hts,2015,S1,\nR2,south,part_of,jabhat_nusra,2014,S2,",
		After:  "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,joined,hts,2017-03,S1,\nR2,south,part_of,jabhat_nusra,2014,S2,",
	},
	Case: run,
}
