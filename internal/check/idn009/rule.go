// Package idn009 holds rule IDN009 (unconfirmed-death): a reported death is denied or not confirmed by others.
package idn009

import "github.com/assaydata/assay/internal/check"

// Rule is IDN009.
var Rule = &check.Rule{
	Code:       "IDN009",
	Name:       "unconfirmed-death",
	Title:      "a reported death is denied or not confirmed by others",
	Severity:   check.Warning,
	Confidence: 0.85,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "An announcement is not a death. Lists that drop a person on the first report lose the living; those that never do " +
			"keep the dead.",
		How: "Among the claims of one person_key, those that report a death and those whose text denies it, does not confirm it, " +
			"or says that the person was seen alive (general words). Where another claim says that the identity of the dead was " +
			"established, where the death is reported again more than a year later, or where two younger sources report it without a doubt, " +
			"the finding is a note.",
		FalseAlarms: "A denial of another report than the one that stands in the table.",
		Fix:         "Give the death the status \"reported\", with both sides, until a source says how the identity was established.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
		},
		Before: "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2017-09-08,killed by air strike,,,,S1,\nP2,k1,A B,,,the ministry cannot confirm the death,,,,S2,",
		After:  "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2017-09-08,killed by air strike,,,,S1,\nP2,k1,A B,,,identity confirmed by DNA,,,,S2,",
	},
	Case: run,
}
