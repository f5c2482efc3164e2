// Package tim004 holds rule TIM004 (time-precision): dates that contradict the precision or the duration stated beside them.
package tim004

import (
	"github.com/assaydata/assay/internal/check"
)

// Rule is TIM004.
var Rule = &check.Rule{
	Code:       "TIM004",
	Name:       "time-precision",
	Title:      "the dates contradict the stated precision or duration, or their days are placeholders",
	Severity:   check.Error,
	Confidence: 0.97,
	Doc: check.Doc{
		Why: "Daily and weekly analyses select events by their precision. A row that says \"day known\" over an interval of a month enters " +
			"them wrongly, and so do the events that ACLED knows to the month only and places at its middle: they make a peak on the " +
			"15th. In UCDP GED the length of the interval agrees with `date_prec` in every row of original files examined, so that a " +
			"contradiction betrays an edited or damaged copy.",
		How: "UCDP GED: the days from `date_start` to `date_end`, both counted, must be 1 for `date_prec` 1, 2-6 for 2, 7 for 3, 8-31 for 4 " +
			"and 32 or more for 5; and no row may run over New Year, where GED cuts long events. SCAD: `duration` must be the days " +
			"from `startdate` to `enddate`, both counted. ACLED: one note gives the share of rows known to the month only " +
			"(`time_precision` 3), whose days are placeholders, and how many of them stand on one day of the month, when they are " +
			"`month_share` of all rows or more.",
		FalseAlarms: "None known in original files. Copies that recoded `date_prec` to a scale of their own fail in most rows: this is " +
			"reported once.",
		Fix: "Take dates and precision from the current release. Leave month-precision rows out of daily and weekly series, or " +
			"spread them over their month.",
		Literature: []string{
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
			"Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426",
		},
		Before: "id,date_prec,date_start,date_end\n900001,1,2014-05-01,2014-05-31",
		After:  "id,date_prec,date_start,date_end\n900001,4,2014-05-01,2014-05-31",
	},
	Options: []check.Option{
		{Name: "month_share", Default: 0.01, Doc: "share of rows known to the month only from which ACLED data get a note"},
	},
	Formats: []string{"acled", "ged", "scad"},
	Applies: func(p *check.Pass) string {
		if p.Data.Events == nil || p.Data.Events.When == nil {
			return "no dates"
		}
		return ""
	},
	Check: func(p *check.Pass) {
		switch p.Data.Format.ID {
		case "ged":
			bands(p)
			newYear(p)
		case "scad":
			duration(p)
		case "acled":
			placeholders(p)
		}
	},
	Plant: plant,
}
