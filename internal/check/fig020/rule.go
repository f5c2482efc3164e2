// Package fig020 holds rule FIG020 (series-jump): figures of one body differ more than tenfold within a year.
package fig020

import "github.com/assaydata/assay/internal/check"

// Rule is FIG020.
var Rule = &check.Rule{
	Code:       "FIG020",
	Name:       "series-jump",
	Title:      "figures of one body differ more than tenfold within a year",
	Severity:   check.Warning,
	Confidence: 0.75,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A series that grows forty-fold within a season says more about its maker's method than about the world. Trends " +
			"computed over such a step are trends of data collection.",
		How: "Figures of one body for one area and population that are as of dates at most a year apart and differ more than " +
			"tenfold. Present and cumulative figures are compared too, since no stock exceeds its total tenfold by itself.",
		FalseAlarms: "The first months of a real mass movement.",
		Fix:         "Look for a change of method or of definition between the two, and break the series there.",
		Literature: []string{
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2014-10,,30,,Sahel Monitor,S1\nF2,citizens,Mali,Libya,cumulative travelled,2015-01,,1400,,Sahel Monitor,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,present,2014-10,,1300,,Sahel Monitor,S1\nF2,citizens,Mali,Libya,cumulative travelled,2015-01,,1400,,Sahel Monitor,S2",
	},
	Case: run,
}
