// Package src011 finds single articles on which many rows rest.
package src011

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is SRC011, one-article-many-rows.
var Rule = &check.Rule{
	Code:       "SRC011",
	Name:       "one-article-many-rows",
	Title:      "many rows rest on one article",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Rows that were coded from one article are one witness. If the article is wrong, all of them are; if it sums up a year, their dates " +
			"and places are only as good as its list. In UCDP GED's Syria 2016-2019 228 references stand behind 1,907 of 16,566 rows, in " +
			"Nigeria 51 behind 388, in the Central African Republic 31 behind 589 of 1,848. Counting rows, or linking datasets by a " +
			"shared article, must allow for it.",
		How: "Rows with the same reference (GED *source_article*, GTD *scite1*), letter by letter, are counted; references behind at least *rows* " +
			"rows are one finding each, with the span of dates, the number of places and the deaths that rest on the reference.",
		FalseAlarms: "References that name an outlet and a day but no headline stand for several articles; the finding says so when the reference " +
			"is short. Registers and daily situation reports are meant to feed many rows.",
		Fix:    "Treat the rows as one cluster in regressions and when counting independent sources. Read the article once and check the rows against it.",
		Before: "id,date_start,source_article,best\n1,2021-03-04,\"Courier,2021-12-30,The year in Ostra\",3\n2,2021-05-11,\"Courier,2021-12-30,The year in Ostra\",9",
		After:  "id,date_start,source_article,best\n1,2021-03-04,\"Courier,2021-03-05,Three killed in Ostra\",3\n2,2021-05-11,\"Courier,2021-05-12,Nine killed in Velim\",9",
	},
	Options: []check.Option{
		{Name: "rows", Default: 5, Doc: "least number of rows behind one article"},
	},
	Needs: []record.Role{record.RoleArticle},
	Check: run,
	Plant: plant,
}
