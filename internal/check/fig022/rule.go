// Package fig022 holds rule FIG022 (two-tellings): one item tells its number in two ways.
package fig022

import "github.com/assaydata/assay/internal/check"

// Rule is FIG022.
var Rule = &check.Rule{
	Code:       "FIG022",
	Name:       "two-tellings",
	Title:      "one item tells its number in two ways",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Headline, first sentence and quotation of one item often word a number differently: \"more than\" above, \"about\" " +
			"below. Tables copy the headline; the speaker said the other.",
		How: "Rows whose *locator* or *notes* name two places of the item (headline, lede, quote, text) with two different bounds " +
			"or numbers.",
		FalseAlarms: "Remarks that compare two items rather than two places of one.",
		Fix:         "Code the quotation, not the headline, and keep the other in *notes*.",
		Literature: []string{
			"Andrew, B. C. (2007). Media-generated Shortcuts: Do Newspaper Headlines Present Another Roadblock for Low-information Rationality? Harvard International Journal of Press/Politics 12(2): 24-43. https://doi.org/10.1177/1081180X07299795",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,locator\nF1,citizens,Mali,Libya,travelled,2017-12,4500,,,Service,S1,\"headline 'more than 4,500', quote 'about 4,500'\"",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,locator\nF1,citizens,Mali,Libya,travelled,2017-12,,4500,,Service,S1,\"quote 'about 4,500'\"",
	},
	Case: run,
}
