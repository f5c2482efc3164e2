// Package ver003 holds rule VER003 (method-break): sharp and lasting changes of the number of events, or of their composition,
// as a change of vendor, sources or coding rules makes them.
package ver003

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
)

// Rule is VER003.
var Rule = &check.Rule{
	Code:       "VER003",
	Name:       "method-break",
	Title:      "the level or the composition of events changes from one month to the next, and stays",
	Severity:   check.Note,
	Confidence: 0.5,
	Method:     check.Statistical,
	Lead:       true,
	Doc: check.Doc{
		Why: "When collection changes hands, or sources and rules change, the series changes with it and reads like a change of violence. " +
			"GTD was collected by four projects in turn (changes on 1998-01-01, 2008-04-01 and 2011-11-01): incidents fall from 3,200 in " +
			"1997 to 933 in 1998, and rise from 5,067 in 2011 to 8,498 in 2012. Suicide attacks rose from 359 to 619 in GTD between 2007 and " +
			"2013, and fell from 521 to 423 in the database of the Chicago Project on Security and Terrorism, whose authors blame the change of method (Pape et al. 2014). START answers that the two series correlate " +
			"at .88 (1983-2013) and .94 (2003-2011), under different rules of inclusion.",
		How: "Events by month (logarithm), the share of events without deaths and the share of each kind of event are searched for a change of " +
			"level: for every month the mean of up to 24 months before is compared with that of up to 24 months from it on, by a t test with the variance corrected for autocorrelation of first order; " +
			"Holm's correction over all months and series at *level*. Reported are changes that are large (by the factor *factor*, or *share* of all events), sharp and lasting (at most *blurred* of the " +
			"twelve months on either side lie beyond the middle of both levels). In datasets of five countries or more the change must be shared by 60 % of " +
			"those with enough events around it, and at least five must have enough. Changes within three months of one another are one finding; the three strongest are told, those that the codebook explains first. Where the " +
			"codebook knows of a change of method within two months, it is named. The p-value is approximate: of series that merely wander about 3 in 100 pass a level of 1 in 100 before the correction.",
		FalseAlarms: "Conflicts do escalate and end, sometimes within a month: a break is no proof. In a dataset of one country war and method can't be told apart without other data.",
		Fix:         "Look up whether the provider changed vendor, sources or rules then. Analyse the years before and after apart, or let the model have a step there; compare with another dataset.",
		Literature: []string{
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
			"Pape, R., Ruby, K., Bauer, V., Jenkins, G. (2014). How to fix the flaws in the Global Terrorism Database and why it matters. The Monkey Cage, 11 August 2014. https://goodauthority.org/news/how-to-fix-the-flaws-in-the-global-terrorism-database-and-why-it-matters/",
			"National Consortium for the Study of Terrorism and Responses to Terrorism (2014). The challenges of collecting terrorism data. The Monkey Cage, 6 August 2014. https://goodauthority.org/news/the-challenges-of-collecting-terrorism-data/",
			"Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2): 65-70. https://www.jstor.org/stable/4615733",
		},
		Before: "month,events\n2011-10,105\n2011-11,98\n2011-12,101\n2012-01,214\n2012-02,209\n2012-03,221",
		After:  "month,events\n2011-10,105\n2011-11,98\n2011-12,101\n2012-01,104\n2012-02,99\n2012-03,111",
	},
	Options: []check.Option{
		{Name: "factor", Default: 1.8, Doc: "least factor by which the number of events changes"},
		{Name: "share", Default: 0.15, Doc: "least change of a share"},
		{Name: "blurred", Default: 2, Doc: "how many of the twelve months on a side may lie beyond the middle of both levels"},
		{Name: "events", Default: 5, Doc: "least mean number of events a month on the fuller side"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Applies: func(p *check.Pass) string {
		c := stats.NewCalendar(p.Data)
		switch {
		case c == nil:
			return "no dates"
		case c.Months() < 2*stats.AtLeast:
			return "the dates span less than two years"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
