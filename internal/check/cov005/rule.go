// Package cov005 holds rule COV005 (list-overlap-map): two datasets of one war that have next to nothing in common.
package cov005

import "github.com/assaydata/assay/internal/check"

// Rule is COV005.
var Rule = &check.Rule{
	Code:       "COV005",
	Name:       "list-overlap-map",
	Title:      "two datasets of one time and place have next to nothing in common",
	Severity:   check.Note,
	Confidence: 0.8,
	Doc: check.Doc{
		Why: "What several lists have in common is the footing of every estimate of what all of them miss, and of every check of one by the other. Where two lists of the same months and countries share nothing, they count different " +
			"things, or their records could not be recognised as the same; a model that is fitted nevertheless puts an empty cell down to a dependence that it cannot estimate (Chan, Silverman and Vincent 2021).",
		How: "The events of all datasets are linked. For every two, the records are counted that the other could have: in its countries, in months for which it has any event, of kinds that make at least 1 % of its rows. Where both have " +
			"at least *events* of these and fewer than *least* events in common by the probabilities of the links, there is a finding, which tells how many events each two datasets share. Where a third dataset shares events with both, it gives a number to expect: " +
			"the product of what it shares with each, divided by its own size, as if both drew from its events independently. The Poisson probability of so few is stated, corrected for the number of pairs by Bonferroni's method.",
		FalseAlarms: "Datasets that exclude each other's events by their rules (a list of protests and one of battles that share a kind in name only).",
		Fix:         "Look at what `assay link --explain-blocking` compares. Use the two side by side and not as samples of one population; leave such a pair out of estimates of what is missing.",
		Literature: []string{
			"Chan, L., Silverman, B. W., Vincent, K. (2021). Multiple Systems Estimation for Sparse Capture Data: Inferential Challenges When There Are Nonoverlapping Lists. Journal of the American Statistical Association 116(535): 1297-1306. https://arxiv.org/abs/1902.05156",
		},
		Before: "datasets,events in common\nacled and ged,210\nacled and gtd,164\nged and gtd,0\n\nrecords that the other could have,number\nged,410\ngtd,330",
		After:  "datasets,events in common\nacled and ged,210\nacled and gtd,164\nged and gtd,91\n\nrecords that the other could have,number\nged,410\ngtd,330",
	},
	Options: []check.Option{
		{Name: "events", Default: 50, Doc: "least number of records of each that the other could have"},
		{Name: "least", Default: 5, Doc: "number of events in common under which there is a finding"},
	},
	Across: run,
}
