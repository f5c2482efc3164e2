// Package cov003 holds rule COV003 (remoteness-bias): a dataset misses more of what happens far from the capital.
package cov003

import "github.com/assaydata/assay/internal/check"

// Rule is COV003.
var Rule = &check.Rule{
	Code:       "COV003",
	Name:       "remoteness-bias",
	Title:      "a dataset misses more of the events far from the capital",
	Severity:   check.Note,
	Confidence: 0.8,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "Reporters, telephones and embassies are in the capital. Where fewer observe, fewer events are reported and those that are reported are less accurate (Weidmann 2015, 2016); " +
			"rural places and places that are no known hotspots are under-reported, and that alone makes relations that do not exist (von Borzyskowski and Wahman 2021). " +
			"One dataset does not show what it lacks; the others do.",
		How: "For each dataset: the events that any other dataset has, with at least one dead, in the dataset's countries, in months for which it has any event, of kinds that make at least 1 % of its rows. Of these, how many has " +
			"it too (as the same event, a part or a larger one), by quarters of the distance to the country's capital? The number of dead, the kind and the point are taken from the others alone; points known to no more than 50 km are left out. " +
			"The trend over the quarters is tested with the Cochran-Armitage score test within strata of country, kind and class of size (Mantel's variance), corrected for the number of datasets by Holm's method. A finding needs " +
			"*events* in each quarter, significance at *level*, and a share in the nearest quarter that is *effect* over that in the farthest.",
		FalseAlarms: "The capital is not the only place that is watched: where the press sits in another city the distance is the wrong one. A dataset that counts only some conflicts has less where these are not. " +
			"Events near each other are not independent, so that the significance is overstated. What no dataset has is not seen.",
		Fix: "Compare places by what several datasets have together; weight events by the share that the dataset has of the others' at that distance; name the limit with every map.",
		Literature: []string{
			"Weidmann, N. B. (2016). A Closer Look at Reporting Bias in Conflict Event Data. American Journal of Political Science 60(1): 206-218. https://doi.org/10.1111/ajps.12196",
			"Weidmann, N. B. (2015). On the Accuracy of Media-based Conflict Event Data. Journal of Conflict Resolution 59(6): 1129-1149. https://doi.org/10.1177/0022002714530431",
			"von Borzyskowski, I., Wahman, M. (2021). Systematic Measurement Error in Election Violence Data: Causes and Consequences. British Journal of Political Science 51(1): 230-252. https://doi.org/10.1017/S0007123418000509",
			"Armitage, P. (1955). Tests for Linear Trends in Proportions and Frequencies. Biometrics 11(3): 375-386. https://doi.org/10.2307/3001775",
			"Mantel, N. (1963). Chi-Square Tests with One Degree of Freedom; Extensions of the Mantel-Haenszel Procedure. Journal of the American Statistical Association 58(303): 690-700. https://doi.org/10.1080/01621459.1963.10500879",
		},
		Before: "km to the capital,events of the others,of these in acled\n0 to 60,120,96\n60 to 140,118,77\n140 to 260,121,63\n260 to 410,119,38\n\n" +
			"km to the capital,events of the others,of these in gtd\n0 to 60,130,64\n60 to 140,128,66\n140 to 260,131,63\n260 to 410,129,65",
		After: "km to the capital,events of the others,of these in acled\n0 to 60,120,71\n60 to 140,118,70\n140 to 260,121,72\n260 to 410,119,69\n\n" +
			"km to the capital,events of the others,of these in gtd\n0 to 60,130,64\n60 to 140,128,66\n140 to 260,131,63\n260 to 410,129,65",
	},
	Options: []check.Option{
		{Name: "events", Default: 20, Doc: "least number of events of the others in each quarter of the distances"},
		{Name: "effect", Default: 0.15, Doc: "least difference of the shares in the nearest and the farthest quarter"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Across: run,
}
