// Package fig012 holds rule FIG012 (undated-figure): a figure has no date as of which it holds.
package fig012

import "github.com/assaydata/assay/internal/check"

// Rule is FIG012.
var Rule = &check.Rule{
	Code:       "FIG012",
	Name:       "undated-figure",
	Title:      "a figure has no date as of which it holds",
	Severity:   check.Note,
	Confidence: 0.95,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A figure without a date means nothing: published totals of foreign fighters for one war went from under 1,000 to " +
			"over 25,000 in four years. An undated figure cannot be compared with any other.",
		How:         "Rows of the table of figures whose *as_of* is empty or not a date. The date of the source is not taken for it.",
		FalseAlarms: "None.",
		Fix: "Look for the date in the source; if there is none, give the date of publication in EDTF as an upper end " +
			"(`../2015-03`) and say so in *notes*.",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,n.d.,,300,,Service,S1",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2014-11,,300,,Service,S1",
	},
	Case: run,
}
