// Package tim003 holds rule TIM003 (report-lag): reports that are older than the event they report, and late ones.
package tim003

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is TIM003.
var Rule = &check.Rule{
	Code:       "TIM003",
	Name:       "report-lag",
	Title:      "the latest report is older than the event, or events were reported long after they happened",
	Severity:   check.Error,
	Confidence: 0.9,
	Doc: check.Doc{
		Why: "A report cannot be older than what it reports. Where it is, the date of the event or that of the report is wrong, often by " +
			"exactly one year, and an event in the wrong year counts towards the wrong year's thresholds. In UCDP GED this concerns " +
			"12 rows for Nigeria, 15 for the Central African Republic and 192 for Syria (19 of those carry 1753-01-01, the null of a " +
			"database, which VAL005 reports and this rule leaves out). Reports that come long after the event matter in another " +
			"way: recent years look calmer than they will once such reports are in.",
		How: "The latest of the dates of the reports is compared with the first day on which the event may have happened, which is the " +
			"first day of the interval that the row states. The finding says when the two dates are one year apart, or when day and " +
			"month are swapped. One day is a note only: with time zones a wire report can carry the day before. In addition one note " +
			"gives the number of events whose earliest report is dated more than `late_days` after the last possible day. A report dated after the day on which the data was obtained, or ten years after the last event of the file, is an error.\n\nNo test " +
			"for outlying lags is made: lags have no typical size (a wire report comes the next day, a court or a human rights " +
			"report years later), so that a robust z-score on them or on their logarithm only picks out the second sort.",
		FalseAlarms: "A report may announce what happens later, or its date may be that of a first version. Where an event of one month is " +
			"dated to its last days, a report of its beginning looks too old.",
		Fix: "Open the report. Correct the date of the event if it is the event that is off; otherwise correct the date of the report.",
		Literature: []string{
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
			"Croicu, M., Kreutz, J. (2017). Communication Technology and Reports on Political Violence. Political Research Quarterly 70(1): 19-31. https://doi.org/10.1177/1065912916670272",
		},
		Before: "id,date_start,date_end,source_date\n900001,2014-11-21,2014-11-21,2013-11-21",
		After:  "id,date_start,date_end,source_date\n900001,2013-11-21,2013-11-21,2013-11-21",
	},
	Options: []check.Option{
		{Name: "late_days", Default: 730, Doc: "events first reported later than this many days are counted in a note; 0 = no note"},
	},
	Needs: []record.Role{record.RoleSourceDate},
	Applies: func(p *check.Pass) string {
		if p.Data.Events == nil || p.Data.Events.When == nil {
			return "no dates"
		}
		if c := p.Data.Role(record.RoleSourceDate); c.Storage != record.Coded || c.Field == nil || c.Field.Type != record.TypeDate {
			return "the dates of the reports are not read as dates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
