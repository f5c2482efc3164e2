// Package src010 tests whether the composition of sources changes from one year to the next.
package src010

import "github.com/assaydata/assay/internal/check"

// Rule is SRC010, source-mix-shift.
var Rule = &check.Rule{
	Code:       "SRC010",
	Name:       "source-mix-shift",
	Title:      "the mix of sources changes from one year to the next",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "When an outlet is added to or dropped from the sources that coders read, the number and kind of events changes with it, and looks like a " +
			"change in violence. The Global Terrorism Database was collected by four projects in turn (changes in 1998, 2008 and 2011), and " +
			"media severely under-report events in African countries, with a coverage that goes with trade and access to communication (Dietrich and Eck 2020, abstract).",
		How: "For each two successive years with at least *rows* rows that name a source, the numbers of mentions per source are compared " +
			"(ACLED's lists split at semicolons; GED's *source_office*; GTD's *dbsource*). Sources expected fewer than five times in either year are pooled. The " +
			"test is Pearson's chi-squared over years and sources, corrected over all pairs of years by Holm's method. The size is the " +
			"Jensen-Shannon divergence of the two mixes in bits (0 = the same, 1 = nothing in common), less its expectation under pure chance. " +
			"A shift is reported when the corrected p is under 0.01 and the divergence at least *divergence* and at least *times* its median over all pairs.",
		FalseAlarms: "A war that begins brings its own outlets. A renamed outlet (\"BBC News\" for \"BBC\") looks like a new one. Mentions in one row " +
			"are not independent, so that p is too small; the limits on size guard against that.",
		Fix: "Look up whether the provider changed its sources or its coders in that year. Model the years before and after apart, or restrict both to the outlets that they share.",
		Literature: []string{
			"Dietrich, N., Eck, K. (2020). Known unknowns: media bias in the reporting of political violence. International Interactions 46(6): 1043-1060. https://doi.org/10.1080/03050629.2020.1814758",
			"Lin, J. (1991). Divergence measures based on the Shannon entropy. IEEE Transactions on Information Theory 37(1): 145-151. https://doi.org/10.1109/18.61115",
			"Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2): 65-70. https://www.jstor.org/stable/4615733",
		},
		Before: "event_date,source\n2019-11-02,Ostra Courier\n2019-12-09,Ostra Courier\n2020-01-05,Velim Radio\n2020-02-11,Velim Radio",
		After:  "event_date,source\n2019-11-02,Ostra Courier\n2019-12-09,Velim Radio\n2020-01-05,Ostra Courier\n2020-02-11,Velim Radio",
	},
	Options: []check.Option{
		{Name: "rows", Default: 100, Doc: "least number of rows that name a source in each year"},
		{Name: "divergence", Default: 0.1, Doc: "least Jensen-Shannon divergence in bits"},
		{Name: "times", Default: 1.5, Doc: "least divergence in multiples of its median over all pairs of years"},
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
