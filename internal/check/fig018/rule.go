// Package fig018 holds rule FIG018 (rival-totals): totals of different bodies cannot be put on one line.
package fig018

import "github.com/assaydata/assay/internal/check"

// Rule is FIG018.
var Rule = &check.Rule{
	Code:       "FIG018",
	Name:       "rival-totals",
	Title:      "totals of different bodies cannot be put on one line",
	Severity:   check.Note,
	Confidence: 0.75,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Two official totals for one country, a year apart and a half apart in size, are often taken for growth. They are " +
			"two counts: of those who left, of those who joined, of those who are known.",
		How: "Cumulative totals for one area and everybody, by different bodies, whose dates lie at most two years apart and " +
			"whose numbers differ by a third or more, with intervals that do not meet. Pairs that other rules tell (the later " +
			"one smaller, one definition and one month) are left out. All totals of an area are told together.",
		FalseAlarms: "Real growth in the years in which most people left.",
		Fix:         "Show the totals by body with their wording (left, joined, identified), not as one series.",
		Literature: []string{
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,cumulative joined,2017-09,,900,,Security service,S1\nF2,citizens,Mali,Libya,cumulative travelled,2018-10,,1477,,Interior ministry,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,cumulative joined,2017-09,,1400,,Security service,S1\nF2,citizens,Mali,Libya,cumulative travelled,2018-10,,1477,,Interior ministry,S2",
	},
	Case: run,
}
