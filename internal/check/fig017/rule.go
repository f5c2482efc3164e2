// Package fig017 holds rule FIG017 (same-definition): two figures of one definition and time do not agree.
package fig017

import "github.com/assaydata/assay/internal/check"

// Rule is FIG017.
var Rule = &check.Rule{
	Code:       "FIG017",
	Name:       "same-definition",
	Title:      "two figures of one definition and time do not agree",
	Severity:   check.Error,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Two numbers for the same people, place and month cannot both be right, however official their sources. A study that " +
			"cites one of them without the other passes a dispute on as a fact.",
		How: "Figures are compared when population, area, destination, measure and kind in time agree and their dates lie within " +
			"a month (*as_of*). Each number is read as the interval that its wording allows: \"about 3,000\" is 2,500 to 3,500, " +
			"\"more than\" is open above. Stocks whose intervals do not meet contradict each other; cumulative figures, which " +
			"grow, only where they differ by a tenth (by a fifth from one body). Two numbers from one statement are compared " +
			"even where reports name different destinations, and so are two lower bounds of one body. Figures that contradict " +
			"one another are told together, around the one that stands in most contradictions.",
		FalseAlarms: "Definitions that differ in a way that no column tells (known cases against all cases).",
		Fix: "Look both statements up. Say which of the numbers is used, and that the other exists. Where the definitions differ, " +
			"say so in the table.",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-09,,1800,,Interior ministry,S1\nF2,citizens,Mali,Libya,present,2015-09,,2400,,Security service,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,known citizens,Mali,Libya,present,2015-09,1800,,,Interior ministry,S1\nF2,citizens,Mali,Libya,present,2015-09,,2400,,Security service,S2",
	},
	Case: run,
}
