// Package idn002 holds rule IDN002 (impossible-life): a claim does not fit into a person's life.
package idn002

import "github.com/assaydata/assay/internal/check"

// Rule is IDN002.
var Rule = &check.Rule{
	Code:       "IDN002",
	Name:       "impossible-life",
	Title:      "a claim does not fit into a person's life",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A role after death, or a commander aged six, means that a date is wrong or that two persons share an entry.",
		How: "Roles (*from*, *to*) are compared with the reported death, and roles and deaths with the birth: activity more than " +
			"a month after the last reported death, an age under 10 or over 90 by every date of birth that is given. Dates are " +
			"read with their precision.",
		FalseAlarms: "Titles that go on after death because nobody has corrected a list.",
		Fix:         "Check the dates; check that the key does not join two persons.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
		},
		Before: "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2013-09,,,,,S1,\nP2,k1,A B,,,,commander,Front,2015-02,S2,",
		After:  "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2016-09,,,,,S1,\nP2,k1,A B,,,,commander,Front,2015-02,S2,",
	},
	Case: run,
}
