// Package idn010 holds rule IDN010 (mixed-entry): an entry of a list may mix several persons or groups.
package idn010

import "github.com/assaydata/assay/internal/check"

// Rule is IDN010.
var Rule = &check.Rule{
	Code:       "IDN010",
	Name:       "mixed-entry",
	Title:      "an entry of a list may mix several persons or groups",
	Severity:   check.Note,
	Confidence: 0.7,
	Method:     check.Statistical,
	Lead:       true,
	Doc: check.Doc{
		Why: "Lists merge namesakes: the entry then has two births, two documents, and what one of them did is held against the other.",
		How: "An entry that states births five years and more apart, however precisely each is meant; and an entry that goes with two others, " +
			"each with a probability of 0.9 or more, which speak against each other: their births contradict, and the two would not be " +
			"put together.",
		FalseAlarms: "Sources that differ about one man's birth; lists give all of their dates on purpose.",
		Fix:         "Follow each value to its source. If they are of two persons, split the entry.",
		Literature: []string{
			"United Nations Security Council. Consolidated List: the narrative entries give several dates of birth for one person where sources differ. https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
		},
		Before: "id,name,birth_date\n1,Taren Volarski,1970-02-03; 1983\n2,Mila Ostrand,1981-05-06",
		After:  "id,name,birth_date\n1,Taren Volarski,1970-02-03; 1970\n2,Mila Ostrand,1981-05-06",
	},
	Entries: run,
}
