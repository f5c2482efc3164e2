// Package fig014 holds rule FIG014 (bound-inverted): an upper bound became a lower bound.
package fig014

import "github.com/assaydata/assay/internal/check"

// Rule is FIG014.
var Rule = &check.Rule{
	Code:       "FIG014",
	Name:       "bound-inverted",
	Title:      "an upper bound became a lower bound",
	Severity:   check.Error,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "'Up to 4,000' and 'at least 4,000' share a number and mean the opposite. The second shifts every estimate that " +
			"builds on it upward without limit.",
		How: "Two figures of one statement (voice, number, month; different items), of which one has the number as its upper end " +
			"(*high*, or the top of a range) and the other as its lower end (*low*). All reports that share the number are told " +
			"together.",
		FalseAlarms: "A speaker who said both on one occasion; then the item's own text says so.",
		Fix:         "Go back to the statement itself and correct *low* and *high*.",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2017-02,,,4000,President,S1\nF2,citizens,Mali,Libya,present,2017-02,4000,,,President,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2017-02,,,4000,President,S1\nF2,citizens,Mali,Libya,present,2017-02,,,4000,President,S2",
	},
	Case: run,
}
