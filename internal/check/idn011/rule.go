// Package idn011 holds rule IDN011 (impossible-entry): what lists say of a person or group does not fit into one life.
package idn011

import "github.com/assaydata/assay/internal/check"

// Rule is IDN011.
var Rule = &check.Rule{
	Code:       "IDN011",
	Name:       "impossible-entry",
	Title:      "what lists say of one person does not fit into one life",
	Severity:   check.Warning,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Lists keep the dead as active, and commanders who were killed twice: one of the dates is wrong, or two persons share an entry.",
		How: "Within an entry: two deaths more than a month apart, a death before the birth or more than 110 years after it, activity more than " +
			"half a year after the death or before the age of eight. Across entries that are one person with a probability of 0.95 or more, or by " +
			"decision: deaths more than a month apart, activity after death. Everything is compared by its precision. Claims of tables of " +
			"people are left to IDN002, IDN005 and IDN006.",
		FalseAlarms: "A list that gives the day of a report as that of the death.",
		Fix:         "Check the dates at their sources; split the entry if two persons are in it.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
		},
		Before: "id,name,birth_date,death_date,active_from\n1,Taren Volarski,1970-02-03,2013-09,2015-06\n2,Mila Ostrand,1981-05-06,,2005",
		After:  "id,name,birth_date,death_date,active_from\n1,Taren Volarski,1970-02-03,2013-09,2005-06\n2,Mila Ostrand,1981-05-06,,2005",
	},
	Entries: run,
}
