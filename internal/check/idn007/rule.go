// Package idn007 holds rule IDN007 (shared-alias): two persons share a byname.
package idn007

import "github.com/assaydata/assay/internal/check"

// Rule is IDN007.
var Rule = &check.Rule{
	Code:       "IDN007",
	Name:       "shared-alias",
	Title:      "two persons share a byname",
	Severity:   check.Note,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "A kunya or a nom de guerre is no name of one person: dozens are called Abu Muhammad. A report that gives only the " +
			"byname can be about any of its bearers, and lists have merged them.",
		How: "Bynames (*kunya_nisba*) of two words or more that persons with different keys bear, compared without regard to case, " +
			"place of origin (nisba) and the usual differences of romanisation.",
		FalseAlarms: "None as a fact; whether it matters depends on the reports that use the byname alone.",
		Fix:         "Match on the byname only together with a birth date, a place or a group.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
		},
		Before: "claim_id,person_key,name_in_source,kunya_nisba,birth_date,source_id\nP1,k1,A B,Abu Nur,,S1\nP2,k2,C D,Abu Nur,,S2",
		After:  "claim_id,person_key,name_in_source,kunya_nisba,birth_date,source_id\nP1,k1,A B,Abu Nur,,S1\nP2,k2,C D,Abu Zaid,,S2",
	},
	Case: run,
}
