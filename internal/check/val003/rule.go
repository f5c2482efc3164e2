// Package val003 holds rule VAL003 (count-range): counts that cannot be counts, and estimates outside their bounds.
package val003

import "github.com/assaydata/assay/internal/check"

// Rule is VAL003.
var Rule = &check.Rule{
	Code:       "VAL003",
	Name:       "count-range",
	Title:      "a count is negative or fractional, or the best estimate lies outside low and high",
	Claims:     true,
	Severity:   check.Error,
	Confidence: 0.99,
	Doc: check.Doc{
		Why: "Sums of deaths are what most studies report. A negative or fractional count enters them unseen, and where the best " +
			"estimate lies outside its own bounds at least one of three published numbers is wrong, so that an analysis that uses " +
			"the bounds as an interval contradicts one that uses the best estimate. UCDP GED has such rows: 101 for Syria in the " +
			"layout of release 19.1, 70 for Nigeria, 20 for the Central African Republic in 23.1. Even sound " +
			"bounds are held to be less realistic than a distribution drawn from a survey of UCDP's coders (Vesco et al. 2026, abstract).",
		How: "Every column that the codebook describes as a whole number or a count is searched for numbers below zero, unless the " +
			"codebook allows them, and for fractions. The codebook's missing-value codes (SCAD -99, -88, -77; GTD -9, -99) are not " +
			"counts and are left out. Where a row states low, best and high, low <= best <= high must hold; an empty bound is not " +
			"compared. A value that repeats in more than 20 rows of a column is one finding.\n\nIn GTD a fractional number of dead or " +
			"wounded is a total that was divided among related incidents: fractions of one day that lie close together are one note with their sum.",
		FalseAlarms: "None known for negative counts and broken bounds: they contradict the codebook. A fraction in GTD is a rule of its " +
			"coding, not a slip; it is reported because sums over single rows and rounding lose deaths.",
		Fix: "Look the record up in the dataset's current release. For broken bounds compare the sides' deaths (CON002) to see which " +
			"of the three numbers is wrong. Do not round fractions in GTD: add the related rows up first.",
		Literature: []string{
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
			"Vesco, P., Randahl, D., Hegre, H., Högbladh, S., Yilmaz, M. C. (2026). The Underreported Death Toll of Wars: A Probabilistic Reassessment From a Survey with UCDP Coders. Journal of Conflict Resolution. https://doi.org/10.1177/00220027261423826",
		},
		Before: "id,date_start,low,best,high\n900001,2012-05-01,12,9,15\n900002,2012-05-03,0,-2,4",
		After:  "id,date_start,low,best,high\n900001,2012-05-01,9,12,15\n900002,2012-05-03,0,2,4",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
