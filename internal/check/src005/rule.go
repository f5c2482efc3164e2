// Package src005 finds rows that do not say where their information comes from.
package src005

import "github.com/assaydata/assay/internal/check"

// Rule is SRC005, missing-source.
var Rule = &check.Rule{
	Code:       "SRC005",
	Name:       "missing-source",
	Title:      "the row names no source",
	Claims:     true,
	Severity:   check.Note,
	Confidence: 0.95,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A claim that can't be traced can't be checked, weighed or recognised as somebody else's claim told again. In UCDP GED's Nigeria " +
			"1990-2019, 1,177 of 4,603 rows were coded before sources were kept in a fixed form: outlet, date and headline are empty there, " +
			"and every statistic over sources is a statistic over the later years.",
		How: "The columns for source names, the article or citation, and the description are each searched for empty cells; GED rows with " +
			"*number_of_sources* -1 count as having no structured source. Where such rows are rare (at most *share* of the " +
			"rows) each is a finding; otherwise one finding for the column gives the share and the years in which it is highest.",
		FalseAlarms: "A copy that dropped the texts of some rows, for reasons of licence.",
		Fix:         "Look the row up in the owner's current release. Say in any analysis of sources which years it covers.",
		Literature: []string{
			"Office of the United Nations High Commissioner for Human Rights, Human Rights Center at the University of California, Berkeley, School of Law (2020). Berkeley Protocol on Digital Open Source Investigations. HR/PUB/20/2 (advance version). https://www.ohchr.org/en/publications/policy-and-methodological-publications/berkeley-protocol-digital-open-source",
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
		},
		Before: "event_id_cnty,event_date,source,notes\nVEL9,2021-03-04,,Shots were fired at a checkpoint",
		After:  "event_id_cnty,event_date,source,notes\nVEL9,2021-03-04,Ostra Courier,Shots were fired at a checkpoint",
	},
	Options: []check.Option{
		{Name: "share", Default: 0.01, Doc: "up to this share of empty cells each row is a finding of its own"},
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
