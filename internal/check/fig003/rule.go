// Package fig003 holds rule FIG003 (heterogeneity): origins of one definition are too far apart to be pooled.
package fig003

import "github.com/assaydata/assay/internal/check"

// Rule is FIG003.
var Rule = &check.Rule{
	Code:       "FIG003",
	Name:       "heterogeneity",
	Title:      "origins of one definition are too far apart to be pooled",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "An average of numbers that do not count the same is a number that nobody stands behind. Where origins differ by " +
			"more than half of their value, the likely reason is not chance but definition, and no pooled value is better than a " +
			"false one.",
		How: "Figures of one definition within half a year are grouped by origin, one value an origin (the median). With three " +
			"origins or more, the standard deviation of the logarithms must not be over ln 1.5 (a factor of 1.5); beyond it the " +
			"finding says that these figures must not be pooled.",
		FalseAlarms: "A few origins that are exact and one that is wrong: then the others can be pooled without it.",
		Fix:         "Show the origins side by side with their definitions. Leave one out only for a reason that is written down.",
		Literature: []string{
			"Guyatt, G. H., Oxman, A. D., Kunz, R., et al. (2011). GRADE guidelines: 7. Rating the quality of evidence - inconsistency. Journal of Clinical Epidemiology 64(12): 1294-1302. https://doi.org/10.1016/j.jclinepi.2011.03.017",
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-06,,1800,,Ministry,S1\nF2,citizens,Mali,Libya,present,2015-06,,5000,,Institute,S2\nF3,citizens,Mali,Libya,present,2015-06,,900,,Newspaper,S3",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2015-06,,1800,,Ministry,S1\nF2,citizens,Mali,Libya,present,2015-06,,1900,,Institute,S2\nF3,citizens,Mali,Libya,present,2015-06,,1700,,Newspaper,S3",
	},
	Case: run,
}
