// Package fig016 holds rule FIG016 (unit-slip): the text gives the number a thousand times as large or small.
package fig016

import "github.com/assaydata/assay/internal/check"

// Rule is FIG016.
var Rule = &check.Rule{
	Code:       "FIG016",
	Name:       "unit-slip",
	Title:      "the text gives the number a thousand times as large or small",
	Severity:   check.Warning,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Thousand for million, and numbers that are given in thousands and printed with the word thousand once more, are the " +
			"commonest slips of translation and typing. A table that takes them over is wrong by three digits; one that corrects " +
			"them silently cannot be checked.",
		How: "Numbers with a unit (thousand, million, in several languages) in *locator* and *notes* are compared with the coded " +
			"number; a ratio of a thousand or a million is a slip in the source or in the coding.",
		FalseAlarms: "A locator that quotes another quantity in thousands which happens to share its digits.",
		Fix:         "Look the number up. If the source is wrong, keep the corrected number and say so in *notes*.",
		Literature:  []string{},
		Before:      "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,locator\nF1,citizens,Mali,Libya,present,2015-10,,1700,,Service,S1,the text prints 1.7 million",
		After:       "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,locator\nF1,citizens,Mali,Libya,present,2015-10,,1700,,Service,S1,1.7 thousand",
	},
	Case: run,
}
