// Package src003 holds rule SRC003 (copied-number): a number that another body gave before as its own.
package src003

import "github.com/assaydata/assay/internal/check"

// Rule is SRC003.
var Rule = &check.Rule{
	Code:       "SRC003",
	Name:       "copied-number",
	Title:      "two bodies give the same number as their own",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Two bodies that count for themselves rarely arrive at 3,417 twice, and a number that moves from month to month is rarely " +
			"the same a year later. Where the second body took it from the first, there is one estimate and not two, and an old one " +
			"passes for a new one.",
		How: "Figures of bodies that share no name or speaker, for the same people, area and measure, with an equal number. A note where the number " +
			"has three significant digits or more and there are too few such figures for equal ones to be expected by chance; where it is rounder, only for a part of the population (women, children) with dates " +
			"between half a year and two years apart. A warning where a remark on one of the rows says that the number is the same and " +
			"names the other body.",
		FalseAlarms: "Round numbers agree by chance, and two counts of one register agree because both are right. The rule says that one was " +
			"probably taken from the other, never which.",
		Fix: "Find out how the later body came by its number. Until then count both as one origin, with the earlier date.",
		Literature: []string{
			"Dong, X. L., Berti-Equille, L., Srivastava, D. (2009). Integrating conflicting data: the role of source dependence. PVLDB 2(1): 550-561. https://doi.org/10.14778/1687627.1687690",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,best,estimator,source_id\n" +
			"F1,citizens,Mali,Libya,present,2015-10,3417,Sahel Monitor,S1\nF2,citizens,Mali,Libya,present,2016-10,3417,Ministry,S2",
		After: "claim_id,population_definition,origin_area,destination,measure,as_of,best,estimator,source_id\n" +
			"F1,citizens,Mali,Libya,present,2015-10,3417,Sahel Monitor,S1\nF2,citizens,Mali,Libya,present,2015-10,3417,Institute via Ministry,S2",
	},
	Case: run,
}
