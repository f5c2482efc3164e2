// Package cov004 holds rule COV004 (gap-run): stretches of months or days without any event where the time before and after
// holds many.
package cov004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
)

// Rule is COV004.
var Rule = &check.Rule{
	Code:       "COV004",
	Name:       "gap-run",
	Title:      "a stretch of time without events amid many",
	Severity:   check.Warning,
	Confidence: 0.9,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "An empty month in the middle of a war is more often lost data, a coder who left or a copy that was cut than peace. Sums and trends over the gap " +
			"are wrong, and models read it as calm. GTD has no incident of 1993, between years of 5,073 and 3,458: the collector lost the records. " +
			"Releases and exports lose single months, days and provinces in the same way.",
		How: "Events are counted by month for the dataset, for each country and for each first-level unit, and by day for the dataset. " +
			"For a run of empty months inside a series, the mean and the variance of up to 24 months before it and after it are taken (for days 56); at least " +
			"half of these must lie within the series, so that its edges are not judged. The sparser side gives a negative binomial distribution; the probability of " +
			"the run is that of a zero to the power of the run's length, less where months resemble their neighbours (as many independent months as an autoregressive " +
			"series of that correlation is worth), corrected over all places at which a run could have begun by Holm's method. Reported are runs under " +
			"*level* in which at least *rows* events are to be expected; series with less than one event a month (day) on the sparser side are not judged. What is missing from the whole dataset is not told again for its parts. Rows " +
			"dated to a span of over three months fill no gap, but silence it where they make up a fifth of what is expected.",
		FalseAlarms: "A ceasefire, or a front that moved away and came back: likely for single units, rare for countries. A file that was put together from parts on purpose.",
		Fix: "Compare with another release or dataset for these dates. Where the gap is real, leave it out of trends or model it as " +
			"missing; never count it as zero.",
		Literature: []string{
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
			"Hilbe, J. M. (2011). Negative Binomial Regression. Second edition. Cambridge University Press. https://doi.org/10.1017/CBO9780511973420",
		},
		Before: "month,events\n2014-02,31\n2014-03,0\n2014-04,28",
		After:  "month,events\n2014-02,31\n2014-03,29\n2014-04,28",
	},
	Options: []check.Option{
		{Name: "rows", Default: 20, Doc: "least number of events to be expected in the gap"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
		{Name: "unit", Default: 100, Doc: "least number of events of a country or first-level unit that is looked at"},
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
