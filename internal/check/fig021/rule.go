// Package fig021 holds rule FIG021 (population-outlier): a population differs from all others of its area.
package fig021

import "github.com/assaydata/assay/internal/check"

// Rule is FIG021.
var Rule = &check.Rule{
	Code:       "FIG021",
	Name:       "population-outlier",
	Title:      "a population differs from all others of its area",
	Severity:   check.Error,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Rates per 100,000 stand and fall with their denominator. A digit lost from the population of a small area makes it " +
			"the most affected of all.",
		How: "A population that is more than half as large again, or less than two thirds, of every other claim about the same " +
			"area within six years.",
		FalseAlarms: "War, expulsion and redrawn borders can change a population by a third within a few years.",
		Fix:         "Look the number up; a missing digit is the usual cause.",
		Literature:  []string{},
		Before:      "claim_id,area,as_of,population,source_id\nN1,Mali,2019,49393,S1\nN2,Mali,2021,509000,S2",
		After:       "claim_id,area,as_of,population,source_id\nN1,Mali,2019,493930,S1\nN2,Mali,2021,509000,S2",
	},
	Case: run,
}
