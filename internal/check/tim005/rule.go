// Package tim005 holds rule TIM005 (id-date): events whose identifier carries a date far from their own.
package tim005

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is TIM005.
var Rule = &check.Rule{
	Code:       "TIM005",
	Name:       "id-date",
	Title:      "the date in the identifier is far from the date of the event",
	Severity:   check.Warning,
	Confidence: 0.7,
	Lead:       true,
	Doc: check.Doc{
		Why: "A GTD identifier begins with the day under which the case was opened, which is the day of the event in 98 % of rows. When the " +
			"date is corrected later the identifier stays, so a small difference only tells of a correction. A difference of months, " +
			"or another year, more often is a slip in one of the two: of 156,771 incidents of 1970-2015 the two differ in 3,329, " +
			"3,151 of them by a week or less, 63 by more than 31 days and a few by years.",
		How: "The first eight digits of a twelve-digit identifier are read as a date; 00 as day or month is unknown and stands for the " +
			"whole month or year. A difference of more than `days` days is a note; another year besides is a warning.",
		FalseAlarms: "A date that was corrected by research, while the identifier was kept. Identifiers of cases that lasted for months.",
		Fix:         "Look the date up in the summary and the sources. Do not derive dates or years from identifiers.",
		Literature: []string{
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
		},
		Before: "eventid,iyear,imonth,iday\n201203040001,2014,3,4",
		After:  "eventid,iyear,imonth,iday\n201203040001,2012,3,4",
	},
	Options: []check.Option{
		{Name: "days", Default: 31, Doc: "differences up to this many days are corrections and not reported"},
	},
	Formats: []string{"gtd", "mapped"},
	Needs:   []record.Role{record.RoleID},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
