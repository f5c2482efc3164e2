// Package idn008 holds rule IDN008 (personal-details): claims differ on how a person died, where born, whose child, or since when in a group.
package idn008

import "github.com/assaydata/assay/internal/check"

// Rule is IDN008.
var Rule = &check.Rule{
	Code:       "IDN008",
	Name:       "personal-details",
	Title:      "claims differ on how a person died, where born, whose child, or since when in a group",
	Severity:   check.Warning,
	Confidence: 0.75,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Poisoned or shot, born here or there, the son of one man or of another, in the group since spring or since last " +
			"year: details like these decide whether two entries are one person, and whose account of a death is believed.",
		How: "Comparisons among the claims of one person_key: the manner of death in *death_detail* by general words (air " +
			"strike, operation, poison, own explosive), the birthplace (\"born X\"), the patronymic in names of East Slavic form " +
			"(spellings folded), the given name before one surname, the beginning of the time with one group (*from*, with its " +
			"precision), and a leader at death whose time another claim had ended. Manners told of deaths years apart are left " +
			"out. A note is given where the times in two groups overlap.",
		FalseAlarms: "A person who joined, left and came back; a birthplace given once as the village and once as the region.",
		Fix:         "Keep both with their sources. Where a patronymic or birthplace differs, ask first whether these are two persons.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
		},
		Before: "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2014-03,poisoned,,,,S1,\nP2,k1,A B,,2014-03,killed in a special operation,,,,S2,",
		After:  "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2014-03,poisoned,,,,S1,\nP2,k1,A B,,2014-03,poisoned by letter,,,,S2,",
	},
	Case: run,
}
