// Package fig001 holds rule FIG001 (definition-complete): a figure does not say what it counts.
package fig001

import "github.com/assaydata/assay/internal/check"

// Rule is FIG001.
var Rule = &check.Rule{
	Code:       "FIG001",
	Name:       "definition-complete",
	Title:      "a figure does not say what it counts",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Who, from where, what is counted, stock or cumulative: a number that leaves one of them open fits every story. The " +
			"best known compilation of foreign fighters found that governments did not say whether their totals included " +
			"returnees, the dead, women and children.",
		How: "Rows whose *origin_area* and *population_definition* name no area of the area tree or the map (these are compared only with figures that name it in the same words), whose *measure* is " +
			"not understood, that name no number, or whose best value lies outside low and high.",
		FalseAlarms: "Areas and words that assay does not know: the finding says which, and such figures take part in no comparison.",
		Fix:         "Fill in the cell; docs/claims.md lists the words that are understood.",
		Literature: []string{
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
			"Schmid, A. P. (2015). Foreign (Terrorist) Fighter Estimates: Conceptual and Data Issues. ICCT Policy Brief. https://doi.org/10.19165/2015.2.04",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,fighters,various,Libya,,2014-11,,300,,Service,S1",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,fighters,Mali,Libya,present,2014-11,,300,,Service,S1",
	},
	Case: run,
}
