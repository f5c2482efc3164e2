// Package dup004 finds rows that stand for several events: summaries over long periods or many places.
package dup004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is DUP004, lumped-event.
var Rule = &check.Rule{
	Code:       "DUP004",
	Name:       "lumped-event",
	Title:      "one row stands for several events",
	Severity:   check.Note,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A campaign of six weeks on one row counts as one event, puts all its dead on one day and one point of every map and series, and " +
			"hides its parts from a search for duplicates. In UCDP GED's Nigeria 1990-2019, 406 of 4,603 rows are coded as not clear enough " +
			"to stand as one event, and 41 run over more than a month.",
		How: "A row is a summary when GED's *event_clarity* is 2, when its last day is more than *days* days after the first, or when SCAD places it in several " +
			"towns, several rural places or the whole country (*locnum* 4, 5, 7). One finding gives the share of such rows and of the deaths " +
			"on them; summaries with at least *deaths* deaths are findings of their own. ACLED codes single days and says nothing of " +
			"summaries, so the rule does not work there.",
		FalseAlarms: "Nationwide strikes and long sieges are one event, and nothing is wrong with such a row: it only must not be used as if it " +
			"had one day and one place. A long interval may also be doubt about the day.",
		Fix: "Leave such rows out of daily series, maps and matching, or spread their deaths over the period; say which. Where the source tells " +
			"the parts, split the row.",
		Literature: []string{
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
		},
		Before: "id,date_start,date_end,event_clarity,best\n7001,2021-03-01,2021-05-15,2,140",
		After:  "id,date_start,date_end,event_clarity,best\n7001,2021-03-01,2021-03-12,1,60\n7002,2021-04-20,2021-05-15,1,80",
	},
	Options: []check.Option{
		{Name: "days", Default: 30, Doc: "rows whose last day is more than this many days after the first are summaries"},
		{Name: "deaths", Default: 25, Doc: "summaries with at least this many deaths are findings of their own"},
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

func applies(p *check.Pass) string {
	switch {
	case p.Data.Format.ID == "acled":
		return "ACLED codes single days and says nothing of summaries"
	case p.Data.Events == nil || p.Data.Events.When == nil:
		return "the rows are not events with dates"
	case p.Data.Role(record.RoleDateEnd) == nil && p.Data.Column("event_clarity") == nil:
		return "no column for the last day"
	}
	return ""
}
