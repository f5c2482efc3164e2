// Package fig004 holds rule FIG004 (outlier-group): one origin moves the pooled value by more than a fifth.
package fig004

import "github.com/assaydata/assay/internal/check"

// Rule is FIG004.
var Rule = &check.Rule{
	Code:       "FIG004",
	Name:       "outlier-group",
	Title:      "one origin moves the pooled value by more than a fifth",
	Severity:   check.Note,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A pooled value that hangs on one voice is that voice's number in disguise.",
		How: "Where figures of one definition can be pooled (three origins or more, not too far apart), the value is computed " +
			"again without each origin; a shift of more than 20 % is reported with the claims of that origin.",
		FalseAlarms: "With three origins a shift of a fifth is not rare.",
		Fix:         "Give the value with and without this origin.",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-06,,1800,,Ministry,S1\nF2,citizens,Mali,Libya,present,2015-06,,1800,,Research centre of Gao,S2\nF3,citizens,Mali,Libya,present,2015-06,,3600,,Newspaper,S3",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-06,,1800,,Ministry,S1\nF2,citizens,Mali,Libya,present,2015-06,,1900,,Institute,S2\nF3,citizens,Mali,Libya,present,2015-06,,1700,,Newspaper,S3",
	},
	Case: run,
}
