// Package cov009 holds rule COV009 (size-bias-across): a dataset misses more of the small events that others have.
package cov009

import "github.com/assaydata/assay/internal/check"

// Rule is COV009.
var Rule = &check.Rule{
	Code:       "COV009",
	Name:       "size-bias-across",
	Title:      "a dataset misses more of the small events that others have",
	Severity:   check.Note,
	Confidence: 0.85,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "In a military log of the war in Iraq, 94.1 % of sampled events with 20 or more dead and 17.4 % of single killings had a likely match in a press-based count (Carpenter et al. 2013; the matching is disputed). A dataset that " +
			"misses small events shows a war of massacres, and regions of daily killing look calm. COV002 infers this from the number of sources within one dataset; here other datasets show what is missing.",
		How: "For each dataset: the events that any other dataset has, with at least one dead, in the dataset's countries, in months for which it has any event, of kinds that make at least 1 % of its rows. Of these, how many has it too (as the same " +
			"event, a part or a larger one), by the number of dead that the others count: 1, 2-4, 5-9, 10-24, 25 and more? Classes of large events are joined until *events* are in the last. The trend is tested with the Cochran-Armitage score test within " +
			"strata of country, kind and distance to the capital (Mantel's variance), corrected for the number of datasets by Holm's method. A finding needs significance at *level* and shares of the largest and the smallest that are *effect* apart.",
		FalseAlarms: "Small events are also harder to link, since less is said of them: part of what seems missing may be there and not be recognised. A dataset with a least number of dead by its own rules misses the smaller ones by design. " +
			"What no dataset has is not seen, and there the bias is greatest.",
		Fix: "Compare places and times by deaths, or above a number of dead, rather than by events. Estimate what is missing by size from several datasets.",
		Literature: []string{
			"Carpenter, D., Fuller, T., Roberts, L. (2013). WikiLeaks and Iraq Body Count: the Sum of Parts May Not Add Up to the Whole. A Comparison of Two Tallies of Iraqi Civilian Deaths. Prehospital and Disaster Medicine. https://doi.org/10.1017/S1049023X13000113",
			"Price, M., Ball, P. (2014). Big Data, Selection Bias, and the Statistical Patterns of Mortality in Conflict. SAIS Review of International Affairs 34(1): 9-20",
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
			"Armitage, P. (1955). Tests for Linear Trends in Proportions and Frequencies. Biometrics 11(3): 375-386. https://doi.org/10.2307/3001775",
			"Mantel, N. (1963). Chi-Square Tests with One Degree of Freedom; Extensions of the Mantel-Haenszel Procedure. Journal of the American Statistical Association 58(303): 690-700. https://doi.org/10.1080/01621459.1963.10500879",
		},
		Before: "dead,events of the others,of these in ged\n1,310,62\n2-4,240,96\n5-9,90,58\n10 or more,70,61\n\n" +
			"dead,events of the others,of these in acled\n1,180,121\n2-4,150,104\n5-9,60,41\n10 or more,50,36",
		After: "dead,events of the others,of these in ged\n1,310,188\n2-4,240,143\n5-9,90,56\n10 or more,70,44\n\n" +
			"dead,events of the others,of these in acled\n1,180,121\n2-4,150,104\n5-9,60,41\n10 or more,50,36",
	},
	Options: []check.Option{
		{Name: "events", Default: 30, Doc: "least number of events of the others in the smallest and in the largest class"},
		{Name: "effect", Default: 0.15, Doc: "least difference of the shares of the largest and the smallest events"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Across: run,
}
