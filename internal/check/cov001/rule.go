// Package cov001 holds rule COV001 (missing-by-mse): a large share of the events is in no dataset.
package cov001

import "github.com/assaydata/assay/internal/check"

// Rule is COV001.
var Rule = &check.Rule{
	Code:       "COV001",
	Name:       "missing-by-mse",
	Title:      "a large share of the events is in no dataset",
	Severity:   check.Note,
	Confidence: 0.8,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "What several datasets share says something about what all of them miss: lists that hardly overlap have each seen a small part. In Nigeria in 2011 four datasets had 596 violent events, and an estimate put the total at 2,318 (1,491 to 4,078; Donnay et al. " +
			"2019). A union of datasets then counts what was easy to see.",
		How: "Events with a death, in the countries and months that all datasets have, by which datasets have them. The gates of [coverage](../coverage.md) come first: at least three lists of five events, two pairs that share five. A finding needs the lower limit of Chao's " +
			"lower bound, with lists of different size, to lie so far above the documented number that at least *share* of the events is in no dataset. It names the documented minimum, the bound, the range over all defensible choices, and why there is no estimate to quote. " +
			"Latent classes, the primary model, run only in `assay coverage`.",
		FalseAlarms: "Missed links make lists look as if they shared less: records of one event that were not recognised count twice and raise the bound. Datasets with different rules for what enters them avoid each other, which has the same effect. " +
			"Cases that every list misses leave no trace: silence proves nothing.",
		Fix: "Quote the documented number as a minimum. Run `assay coverage` on the datasets, state what is known of the lists, measure the linkage, and quote an estimate only with its assumption and the range over choices.",
		Literature: []string{
			"Manrique-Vallier, D. (2016). Bayesian population size estimation using Dirichlet process mixtures. Biometrics 72(4): 1246-1254. https://doi.org/10.1111/biom.12502",
			"Chao, A. (1987). Estimating the population size for capture-recapture data with unequal catchability. Biometrics 43(4): 783-791. https://doi.org/10.2307/2531532",
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
			"Aleshin-Guendel, S., Sadinle, M., Wakefield, J. (2021). The central role of the identifying assumption in population size estimation. https://arxiv.org/abs/2101.09304",
		},
		Before: "datasets that have the event,events\nacled,140\nged,115\ngtd,70\nacled ged,90\nacled gtd,60\nged gtd,50\nall three,25\n\ndocumented,lower bound,lower limit\n550,743,705",
		After:  "datasets that have the event,events\nacled,20\nged,15\ngtd,10\nacled ged,160\nacled gtd,110\nged gtd,95\nall three,240\n\ndocumented,lower bound,lower limit\n650,659,657",
	},
	Options: []check.Option{
		{Name: "events", Default: 100, Doc: "least number of documented events"},
		{Name: "share", Default: 0.15, Doc: "least share of the events, by the lower limit of the bound, that is in no dataset"},
	},
	Across: run,
}
