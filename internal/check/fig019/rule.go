// Package fig019 holds rule FIG019 (arithmetic): a share or a sum does not follow from the numbers beside it.
package fig019

import "github.com/assaydata/assay/internal/check"

// Rule is FIG019.
var Rule = &check.Rule{
	Code:       "FIG019",
	Name:       "arithmetic",
	Title:      "a share or a sum does not follow from the numbers beside it",
	Severity:   check.Warning,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A percentage that does not follow from the printed totals means that one of the three was computed from something " +
			"else. It is a cheap test that published reports fail.",
		How: "Shares in *locator* (\"4,640 minors, 12 %\") are compared with the row's number over the total for everybody that the " +
			"same item or body gives for the same date and area, allowing for rounding of the share and of the total. Breakdowns " +
			"in brackets (\"1,136 men, 341 women\") are added up and compared with the row's number.",
		FalseAlarms: "A share of another total than the one in the table.",
		Fix:         "Find the base of the share in the source; if there is none, do not use the share.",
		Literature: []string{
			"Nuijten, M. B., Hartgerink, C. H. J., van Assen, M. A. L. M., Epskamp, S., Wicherts, J. M. (2016). The prevalence of statistical reporting errors in psychology (1985-2013). Behavior Research Methods 48: 1205-1226. https://doi.org/10.3758/s13428-015-0664-2",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,locator\nF1,affiliates,Mali,Libya,cumulative affiliated,2018-07,,1000,,Institute,S1,\nF2,women affiliates,Mali,Libya,women,2018-07,,100,,Institute,S1,100 women (13 %)",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,locator\nF1,affiliates,Mali,Libya,cumulative affiliated,2018-07,,1000,,Institute,S1,\nF2,women affiliates,Mali,Libya,women,2018-07,,100,,Institute,S1,100 women (10 %)",
	},
	Case: run,
}
