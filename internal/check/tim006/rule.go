// Package tim006 holds rule TIM006 (dates-contradict): claims that date one incident to different days.
package tim006

import "github.com/assaydata/assay/internal/check"

// Rule is TIM006.
var Rule = &check.Rule{
	Code:       "TIM006",
	Name:       "dates-contradict",
	Title:      "sources date one incident differently",
	Severity:   check.Error,
	Confidence: 0.92,
	Doc: check.Doc{
		Why: "An incident under two dates is counted twice when sources are merged by date and place, and falls out of tests on timing. One day " +
			"apart is the commonest case: night attacks, reports dated by their publication, and time zones.",
		How: "The dates that claims give for one incident are compared as intervals in the precision in which they are stated: 2016-03 contradicts no " +
			"day of March 2016, and approximate dates may be a year off. There is one finding an incident, with all claims that state a " +
			"day. Dates one day apart are a warning, with a hint where a remark speaks of the night or of a time zone.",
		FalseAlarms: "An attack that went on over midnight has two dates, both right; write it as an interval (2015-12-29/2015-12-30).",
		Fix:         "Settle the local date from the source closest to the event; write an interval for a night or a siege.",
		Before:      "claim_id,incident_key,date_claimed,place,source_id,source_publisher\nA1,e1,2019-05-02,Port,S1,Daily\nA2,e1,2019-05-03,Port,S2,Weekly",
		After:       "claim_id,incident_key,date_claimed,place,source_id,source_publisher\nA1,e1,2019-05-02,Port,S1,Daily\nA2,e1,2019-05-02,Port,S2,Weekly",
	},
	Case: run,
}
