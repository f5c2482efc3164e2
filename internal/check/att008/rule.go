// Package att008 holds rule ATT008 (affiliation-conflict): a group is put under two others at once, or under one and under none.
package att008

import "github.com/assaydata/assay/internal/check"

// Rule is ATT008.
var Rule = &check.Rule{
	Code:       "ATT008",
	Name:       "affiliation-conflict",
	Title:      "a group is put under two others at once, or under one and under none",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Whose fighters they were decides to which organisation an attack is counted. Lists put a group under two rival " +
			"organisations in one sentence; a page calls a group a branch while the group declares itself independent.",
		How: "Two signs. (1) Claims of oath, membership or affiliation put a group under two others at overlapping times, and " +
			"these are hostile to each other by then: another claim says so, or says that a group under the one fights the other. " +
			"Where one source says both and nothing shows hostility, it is a note. (2) Of the claims on a group's " +
			"*affiliation*, some put it under another, some call it independent, or one says that the tie is claimed and denied.",
		FalseAlarms: "Factions of one group that went different ways under one name; a tie that ended between the two dates.",
		Fix: "Date each affiliation, and keep both sides. Count attacks under the group itself, not under a parent that is " +
			"contested.",
		Literature: []string{
			"Stanford University, Center for International Security and Cooperation. Mapping Militants Project: relationships of groups over time. https://mappingmilitants.org",
		},
		Before: "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,affiliate_of,league,2015-08,S1,\nR2,north,affiliate_of,rivals,2015-08,S1,\nR3,league,hostile,rivals,2014,S2,",
		After:  "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,affiliate_of,league,2013,S1,\nR2,north,affiliate_of,rivals,2015-08,S1,\nR3,league,hostile,rivals,2014,S2,",
	},
	Case: run,
}
