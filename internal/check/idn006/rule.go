// Package idn006 holds rule IDN006 (birth-conflict): claims give a person dates of birth that cannot all be right.
package idn006

import "github.com/assaydata/assay/internal/check"

// Rule is IDN006.
var Rule = &check.Rule{
	Code:       "IDN006",
	Name:       "birth-conflict",
	Title:      "claims give a person dates of birth that cannot all be right",
	Severity:   check.Warning,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "The date of birth is what tells two persons of one name apart. Where a list itself gives several for one entry, it " +
			"may have merged two persons, or it passes on that its sources differ; a match on birth date then finds too much or " +
			"too little.",
		How: "All *birth_date* of one person_key are compared with their precision: a year holds every day of it, an age at a " +
			"death (\"aged 36\") as the year that it implies, unless the claim has a better date. Where only such ages clash, by less " +
			"than a year, the finding is a note.",
		FalseAlarms: "Claims under one key that are about two persons.",
		Fix:         "Keep all dates with their sources; do not use one of them as an identifier.",
		Literature: []string{
			"United Nations Security Council. Consolidated List: the narrative entries give several dates of birth for one person where sources differ. https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
		},
		Before: "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,1970-01-15,,,,,,S1,\nP2,k1,A B,1972-05-26,,,,,,S2,",
		After:  "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,1970-01-15,,,,,,S1,\nP2,k1,A B,1970,,,,,,S2,",
	},
	Case: run,
}
