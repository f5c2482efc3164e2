// Package fig002 holds rule FIG002 (stock-as-cumulative): present and cumulative are confused.
package fig002

import "github.com/assaydata/assay/internal/check"

// Rule is FIG002.
var Rule = &check.Rule{
	Code:       "FIG002",
	Name:       "stock-as-cumulative",
	Title:      "present and cumulative are confused",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "How many are there now and how many have ever gone are different quantities: the first falls when people die or " +
			"come home, the second cannot. A cumulative total reported as present strength overstates it by all the dead and the " +
			"returned; the best known case is a total since 2011 that was reported as the current number of fighters.",
		How: "Two signs. (1) One statement (voice, number, month) that one report tells as present and another as cumulative. (2) " +
			"For one area, a line of at least four figures from two or more items that never falls while the wording changes at " +
			"least twice between present and cumulative: a stock does not rise in step with the total, so that it is probably " +
			"one series under two names.",
		FalseAlarms: "A body that gave both, equal, at the very beginning of a movement, when nobody had returned or died.",
		Fix:         "Find out which of the two the body counted, and correct *measure*. Do not draw the figures as one line.",
		Literature: []string{
			"Johnson, A. (2014). Origin of a foreign-fighter figure (web article, adamjohnsonnyc.kinja.com)",
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-10,5000,,7000,President,S1\nF2,citizens,Mali,Libya,cumulative joined,2015-10,5000,,7000,President,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-10,5000,,7000,President,S1\nF2,citizens,Mali,Libya,present,2015-10,5000,,7000,President,S2",
	},
	Case: run,
}
