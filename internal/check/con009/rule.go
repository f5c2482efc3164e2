// Package con009 holds rule CON009 (part-exceeds-whole): a part is larger than the whole that another figure gives.
package con009

import "github.com/assaydata/assay/internal/check"

// Rule is CON009.
var Rule = &check.Rule{
	Code:       "CON009",
	Name:       "part-exceeds-whole",
	Title:      "a part is larger than the whole that another figure gives",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Those who returned, were killed or are present have all travelled before; women and children are among all; a " +
			"province lies in its country. Where a part is larger than its whole, one of the figures is wrong or they do not " +
			"mean the same, and any share computed from them is nonsense.",
		How: "Every pair of figures is tested whose areas, destinations and populations make one a part of the other: present, " +
			"returned and killed against travelled; women and children against all; an area against the area around it. Numbers " +
			"are read as intervals (rounding, bounds). A part that is dated later than its whole, or within the same year, can " +
			"have outgrown it: such findings are notes. All parts that do not fit one figure are told together.",
		FalseAlarms: "Wholes that count known cases only and parts that are estimates.",
		Fix:         "Put the two definitions side by side. A de-duplicated list of the part is a floor of the whole.",
		Literature: []string{
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
			"Hegghammer, T. (2013). Number of foreign fighters from Europe in Syria is historically unprecedented. Who should be worried? The Washington Post, Monkey Cage, 27 November 2013",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,travelled,2017-03,,850,,Security service,S1\nF2,citizens,Mali,Libya,killed,2017-01,,903,,Interior ministry,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,travelled,2017-03,,1477,,Security service,S1\nF2,citizens,Mali,Libya,killed,2017-01,,903,,Interior ministry,S2",
	},
	Case: run,
}
