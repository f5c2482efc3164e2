// Package src009 holds rule SRC009 (dependence-between-lists): a dataset that seems to be built on another.
package src009

import "github.com/assaydata/assay/internal/check"

// Rule is SRC009.
var Rule = &check.Rule{
	Code:       "SRC009",
	Name:       "dependence-between-lists",
	Title:      "one dataset seems to be built on another",
	Severity:   check.Warning,
	Confidence: 0.85,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "A list that was built from another repeats its errors, and its agreement confirms nothing. For estimates of what all lists miss it is worse: copying looks like high coverage, and the total comes out too low (by 22 % in a " +
			"simulation in which one of four lists took 60 % of another). Releases of one dataset, and copies with changed columns, are the plain case.",
		How: "For every two datasets with at least *shared* events in common: how many of these are told with the same identifier (where identifiers are no short running numbers), with the same or nearly the same note of at least 40 characters, citing one article, or citing " +
			"the other dataset? Two people who read the same press cite one article now and then, but do not write one text: the share is tested against *chance* (exact binomial test, Holm's correction for the number of pairs) and must be at least *share*. " +
			"With fewer than 30 items copying cannot be told from chance (Dong et al. 2009, and a simulation of ours). The finding stands on the dataset of which the greater part is in the other: it is the one that may be built on it. It says not more than that; what is declared with `built_on` is one voice already.",
		FalseAlarms: "Both may be built on a third, a news database or a common archive. Where one paper is all the press there is, independent readers cite the same articles: then articles alone are in common, and no texts.",
		Fix:         "Look into the documentation of both. Declare it with `built_on`, so that the two count as one voice; use one of them in estimates of what is missing.",
		Literature: []string{
			"Dong, X. L., Berti-Equille, L., Srivastava, D. (2009). Integrating conflicting data: the role of source dependence. PVLDB 2(1): 550-561. https://doi.org/10.14778/1687627.1687690",
			"Broder, A. Z. (1997). On the resemblance and containment of documents. Compression and Complexity of Sequences. https://doi.org/10.1109/SEQUEN.1997.666900",
		},
		Before: "events that list A and list B have in common,number\nall,212\nwith one identifier,0\nwith one note,148\nwith one article,12\n\nevents,number\nof list A,640\nof list B,230",
		After:  "events that list A and list B have in common,number\nall,212\nwith one identifier,0\nwith one note,0\nwith one article,12\n\nevents,number\nof list A,640\nof list B,230",
	},
	Options: []check.Option{
		{Name: "shared", Default: 30, Doc: "least number of events that two datasets have in common"},
		{Name: "chance", Default: 0.2, Doc: "share that independent readers of one press may have in common; among ACLED, UCDP GED, GTD and SCAD of one country and year at most 15 % of the common events cited one article"},
		{Name: "share", Default: 0.4, Doc: "least share of the common events with something word for word in common"},
		{Name: "level", Default: 0.001, Doc: "level of significance after correction"},
	},
	Across: run,
}
