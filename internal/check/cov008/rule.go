// Package cov008 holds rule COV008 (mse-gate): an estimate of unseen cases is printed without what it takes to judge it.
package cov008

import "github.com/assaydata/assay/internal/check"

// Rule is COV008.
var Rule = &check.Rule{
	Code:       "COV008",
	Name:       "mse-gate",
	Title:      "an estimate of unseen cases is printed without what it takes to judge it",
	Severity:   check.Note,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Capture-recapture gives a number for any table, also where lists copy each other, hardly overlap or count different things, and its interval counts none of that. Models that fit one table equally well can give totals that differ several times over: " +
			"three models of killings in Kosovo within one unit of BIC give 10,357, 12,741 and 18,393. A number without its lists, its assumption and its checks cannot be told from a bad one.",
		How: "Rows of figures whose estimator, measure, locator, notes or source title name capture-recapture, multiple systems estimation or a confidence or credible interval. Looked for in the same texts: which lists and how they overlap; how cases were matched; " +
			"on which assumption the number rests; a check of the model (fit, convergence, sensitivity); the documented minimum. A finding names what is missing; a row that tells all five is left alone.",
		FalseAlarms: "The source says it and the table does not. Intervals of surveys, which rest on a sample and need other checks.",
		Fix:         "Look in the source for what is missing and code it in *notes*. Where the source is silent, quote the documented minimum, and the estimate as one claim among others.",
		Literature: []string{
			"Chan, L., Silverman, B. W., Vincent, K. (2021). Multiple systems estimation for sparse capture data: inferential challenges when there are nonoverlapping lists. Journal of the American Statistical Association 116(535): 1297-1306. https://arxiv.org/abs/1902.05156",
			"Aleshin-Guendel, S., Sadinle, M., Wakefield, J. (2021). The central role of the identifying assumption in population size estimation. https://arxiv.org/abs/2101.09304",
			"Ball, P., Betts, W., Scheuren, F., Dudukovich, J., Asher, J. (2002). Killings and refugee flow in Kosovo, March-June 1999. Report to the International Criminal Tribunal for the former Yugoslavia",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,notes\nF1,citizens,Mali,Libya,cumulative joined,2014-10,7000,9000,12000,Institute,S1,\"multiple systems estimation, 95 % interval\"",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,notes\nF1,citizens,Mali,Libya,cumulative joined,2014-10,7000,9000,12000,Institute,S1,\"multiple systems estimation over four lists with 1,900 persons identified, matched by hand (precision .96), assuming no four-list interaction; sensitivity to each list tested\"",
	},
	Case: run,
}
