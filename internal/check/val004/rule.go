// Package val004 holds rule VAL004 (scope): records that fail the inclusion rule of their own dataset.
package val004

import "github.com/assaydata/assay/internal/check"

// Rule is VAL004.
var Rule = &check.Rule{
	Code:       "VAL004",
	Name:       "scope",
	Title:      "the record does not meet the dataset's own rule for what is an event",
	Severity:   check.Warning,
	Confidence: 0.97,
	Formats:    []string{"acled", "ged", "gtd", "scad", "mapped"},
	Doc: check.Doc{
		Why: "What a dataset includes decides what its counts mean, and comparisons between datasets turn on it (Raleigh, Kishi and " +
			"Linke 2023, abstract; how much, is disputed: Öberg and Yilmaz 2025, abstract). A record outside the scope is counted with the others: a placeholder as an event, an event without deaths " +
			"in a dataset of deadly events.",
		How: "Only rules of inclusion that the codebooks state without exception are tested:\n\n" +
			"- UCDP GED: at least one death in the high estimate (high is 0 and no other estimate is above it);\n" +
			"- GTD: at least two of the criteria crit1, crit2, crit3;\n" +
			"- SCAD: etype -9 and negative eventid are placeholders for an armed conflict that other datasets code, not events; they " +
			"are notes, since the dataset means them;\n" +
			"- ACLED: actor1 is named in every event.\n\nRecords in which the columns concerned are empty are not judged, except for the " +
			"empty actor1 of ACLED.",
		FalseAlarms: "Releases before a rule of inclusion was introduced. GTD incidents of 1970-1997 were given their criteria in " +
			"retrospect.",
		Fix: "Leave placeholders out before counting. For other records compare with the dataset's current release: the record was " +
			"corrected or withdrawn there, or the copy is damaged.",
		Literature: []string{
			"Raleigh, C., Kishi, R., Linke, A. (2023). Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices. Humanities and Social Sciences Communications 10: 74. https://doi.org/10.1057/s41599-023-01559-4",
			"Öberg, M., Yilmaz, M. C. (2025). Measurement issues in conflict event data: Addressing some misconceptions about what drives differences between human-coded event datasets. Research & Politics 12. https://doi.org/10.1177/20531680251362440",
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
			"Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426",
		},
		Before: "id,date_start,low,best,high\n900001,2012-05-01,0,0,0",
		After:  "id,date_start,low,best,high\n900001,2012-05-01,0,1,1",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
