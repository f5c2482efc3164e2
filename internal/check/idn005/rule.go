// Package idn005 holds rule IDN005 (repeated-death): one person is reported dead on several dates.
package idn005

import "github.com/assaydata/assay/internal/check"

// Rule is IDN005.
var Rule = &check.Rule{
	Code:       "IDN005",
	Name:       "repeated-death",
	Title:      "one person is reported dead on several dates",
	Severity:   check.Error,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Leaders are reported killed again and again; each report is counted, and some datasets keep them all. At most one " +
			"of the dates is right, and often the first report was false.",
		How: "All claims with the same person_key that give a *death_date* are compared. Dates clash where no reading of them " +
			"(precision, approximate dates) lets both be right. One finding names every claim with a date, and those that report " +
			"the death in words (*death_detail*) without a date. Dates up to a week " +
			"apart can be the day of the death, of the announcement and of the report: they are warnings.",
		FalseAlarms: "Claims under one key that are about two persons.",
		Fix: "Keep one date with its evidence (who saw the body, by which method), and mark the other reports as reports, not " +
			"deaths.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
		},
		Before: "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,2014-01-05,,,,,S1,\nP2,k1,A B,,2016-07-13,,,,,S2,",
		After:  "claim_id,person_key,name_in_source,birth_date,death_date,death_detail,role,group,from,source_id,locator\nP1,k1,A B,,,reported dead and denied,,,,S1,\nP2,k1,A B,,2016-07-13,,,,,S2,",
	},
	Case: run,
}
