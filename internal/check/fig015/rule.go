// Package fig015 holds rule FIG015 (range-collapsed): a range became one of its ends.
package fig015

import "github.com/assaydata/assay/internal/check"

// Rule is FIG015.
var Rule = &check.Rule{
	Code:       "FIG015",
	Name:       "range-collapsed",
	Title:      "a range became one of its ends",
	Severity:   check.Warning,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A range says how unsure its source is. A report that prints only its top turns the worst case into the number.",
		How: "Two figures of one statement (voice, number, month; different items), of which one is a range and the other gives " +
			"one end of it as the number.",
		FalseAlarms: "A speaker who gave a range first and a number later on the same occasion.",
		Fix:         "Use the range.",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-10,5000,,7000,President,S1\nF2,citizens,Mali,Libya,present,2015-10,,7000,,President,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-10,5000,,7000,President,S1\nF2,citizens,Mali,Libya,present,2015-10,5000,,7000,President,S2",
	},
	Case: run,
}
