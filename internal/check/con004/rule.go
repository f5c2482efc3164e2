// Package con004 holds rule CON004 (cumulative-falls): a count that can only grow falls.
package con004

import "github.com/assaydata/assay/internal/check"

// Rule is CON004.
var Rule = &check.Rule{
	Code:       "CON004",
	Name:       "cumulative-falls",
	Title:      "a count that can only grow falls",
	Severity:   check.Error,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "How many have ever travelled, returned or been killed can only grow. Where a later figure is smaller, one of the " +
			"two is wrong, or they count different people, and a time series made of them shows a decline that did not happen.",
		How: "Cumulative figures of one measure, population and area are compared over time. The later one must cover the same " +
			"destinations or more. It falls when its highest reading lies under the lowest of the earlier one; where only " +
			"rounding stands between them, the finding is a note. Upper bounds (\"up to\") set no floor and lower bounds (\"more " +
			"than\") no ceiling.",
		FalseAlarms: "A body that revised its list downward, or a later figure of a narrower definition that no column tells.",
		Fix:         "Show the figures by origin instead of as one series. Ask the later body whether it counts known or all cases.",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,returned,2017-10,,412,,Institute,S1\nF2,citizens,Mali,Libya,returned,2019-10,,337,,Security service,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,returned,2017-10,,312,,Institute,S1\nF2,citizens,Mali,Libya,returned,2019-10,,337,,Security service,S2",
	},
	Case: run,
}
