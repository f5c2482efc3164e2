// Package src001 holds rule SRC001 (single-origin): many reports of one number that all go back to one voice.
package src001

import "github.com/assaydata/assay/internal/check"

// Rule is SRC001.
var Rule = &check.Rule{
	Code:       "SRC001",
	Name:       "single-origin",
	Title:      "many reports, one origin",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Twenty outlets that repeat one minister are one witness. Counted as twenty, they make an interval around his number that " +
			"looks narrow and misses the truth most of the time: where echoes are uneven, pooling every report as if it were independent " +
			"covers the truth in a fifth to a third of the cases in which it claims 95 %.",
		How: "Figures that give one number of one measure for one area and about one time, and reports that give one value of one field " +
			"of an incident, are grouped by origin: the body that issued the number, the agency whose copy was printed, declared " +
			"*based_on*, titles that were copied. A group of at least *claims* claims from *publishers* publishers behind which " +
			"stands one origin is told once.",
		FalseAlarms: "An outlet that names an agency may have added reporting of its own. A body may have given its number twice, on " +
			"two grounds.",
		Fix: "Cite the origin, once. Look for a voice that does not go back to it before the number is called confirmed.",
		Literature: []string{
			"Dong, X. L., Berti-Equille, L., Srivastava, D. (2009). Integrating conflicting data: the role of source dependence. PVLDB 2(1): 550-561. https://doi.org/10.14778/1687627.1687690",
		},
		Before: "claim_id,incident_key,date_claimed,place,injured,source_id,source_publisher\n" +
			"A1,e1,2019-05-02,Port,11,S1,AFP via Daily\nA2,e1,2019-05-02,Port,11,S2,Weekly (AFP)\nA3,e1,2019-05-02,Port,11,S3,blog copy of AFP",
		After: "claim_id,incident_key,date_claimed,place,injured,source_id,source_publisher\nA1,e1,2019-05-02,Port,11,S1,AFP via Daily",
	},
	Options: []check.Option{
		{Name: "claims", Default: 3, Doc: "least number of claims that one origin stands behind"},
		{Name: "publishers", Default: 3, Doc: "least number of publishers among them"},
	},
	Case: run,
}
