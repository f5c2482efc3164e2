// Package fig008 holds rule FIG008 (definition-swapped): a number was passed on with another definition.
package fig008

import "github.com/assaydata/assay/internal/check"

// Rule is FIG008.
var Rule = &check.Rule{
	Code:       "FIG008",
	Name:       "definition-swapped",
	Title:      "a number was passed on with another definition",
	Severity:   check.Error,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A number keeps its shape while what it counts changes on the way: a figure for a region becomes one for its largest " +
			"country, those who died become those who are left. The copy looks like a second, independent source for something " +
			"that nobody ever said.",
		How: "Two figures are taken for one statement when they share a voice (body or speaker) and a number, stand in different " +
			"items and speak of dates within a month of each other. What differs is then a change on the way: the area of the " +
			"population, the destination (neither containing the other), or the measure. The report that differs from most " +
			"others is the row in question.",
		FalseAlarms: "A body that really gave one number for two things on one occasion.",
		Fix: "Go back to the statement itself. Correct the definition in the table, or mark the copy as derived from the other " +
			"(*based_on* in the table of sources).",
		Literature: []string{
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
			"Johnson, A. (2014). Origin of a foreign-fighter figure (web article, adamjohnsonnyc.kinja.com)",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,people from Mali and Niger,Mali and Niger,Libya,present,2015-10,5000,,7000,President,S1\nF2,citizens of Mali,Mali,Libya,present,2015-10,,7000,,President,S2",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,people from Mali and Niger,Mali and Niger,Libya,present,2015-10,5000,,7000,President,S1\nF2,people from Mali and Niger,Mali and Niger,Libya,present,2015-10,,7000,,President,S2",
	},
	Case: run,
}
