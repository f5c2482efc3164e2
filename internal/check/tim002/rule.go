// Package tim002 holds rule TIM002 (date-heap): more events on the first, the middle or the last day of a month, on one
// weekday or at New Year than the days around lead to expect.
package tim002

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
)

// Rule is TIM002.
var Rule = &check.Rule{
	Code:       "TIM002",
	Name:       "date-heap",
	Title:      "events pile up on certain days of the month or week",
	Severity:   check.Warning,
	Confidence: 0.9,
	Method:     check.Statistical,
	Lead:       true,
	Doc: check.Doc{
		Why: "A source that knows only the month is easily coded as the 1st or the 15th, and an event is easily dated to the day of the report. " +
			"Such rows claim a precision that they do not have: studies of days and weeks (retaliation, contagion, the effect of a " +
			"ceasefire) then see bursts that are made by coding, and matching by date pairs events that have nothing in common. ACLED " +
			"places events known to the month at its middle and says so in a precision code: the 15th carries 37 to 77 % of these " +
			"rows, which is right. The same heap among rows coded to the day is not.",
		How: "Only rows that are dated to one day count: ranges and rows coded to the week or month are left out, since codebooks place " +
			"them on set days. For the 1st (without January), the 15th, the last day of the month and 1 January, the expectation is the mean of the " +
			"ordinary days of the same month. Events come in bursts, so the variance is not taken from a distribution but from how much these " +
			"ordinary days differ, month by month. For each weekday the expectation is the median of the other six, with the variance within " +
			"weeks. The month or week with the greatest excess is left out, so that no single event can make a heap. Holm's correction over " +
			"all tests at *level*; reported are only excesses of at least *effect* and *rows* rows.",
		FalseAlarms: "Days on which more does happen: New Year's Eve, elections, payday, Friday demonstrations, market days, bombing campaigns on anniversaries. " +
			"Protests in particular follow the week.",
		Fix: "Look up some rows of the day in their sources. Where the day is not known, code the range or the precision that is. Until then " +
			"treat these rows as known to the month in any analysis by day or week.",
		Literature: []string{
			"Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2): 65-70. https://www.jstor.org/stable/4615733",
		},
		Before: "event_date,time_precision,location\n2014-03-15,1,Ostra\n2014-04-15,1,Velim\n2014-05-15,1,Ostra",
		After:  "event_date,time_precision,location\n2014-03-15,3,Ostra\n2014-04-15,3,Velim\n2014-05-12,1,Ostra",
	},
	Options: []check.Option{
		{Name: "effect", Default: 0.25, Doc: "least excess over the expectation, as a share of it"},
		{Name: "rows", Default: 30, Doc: "least number of rows over the expectation"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
		{Name: "months", Default: 12, Doc: "least number of whole months"},
	},
	Applies: func(p *check.Pass) string {
		if stats.NewCalendar(p.Data) == nil {
			return "no dates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
