// Package cov002 holds rule COV002 (event-size-bias): events with few dead rest on fewer sources than events with many.
package cov002

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is COV002.
var Rule = &check.Rule{
	Code:       "COV002",
	Name:       "event-size-bias",
	Title:      "small events rest on fewer sources than large ones",
	Severity:   check.Note,
	Confidence: 0.9,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "An event that one source reports is one that no source may report: where events with few dead rest on fewer sources, more " +
			"of them are missing altogether. Of a sample of deadly events in a military log of the war in Iraq, 94.1 % of those with 20 or more dead and 17.4 % of " +
			"single killings had a likely match in a press-based count (Carpenter et al. 2013; abstract only, and its total of 488 of 2,409 is not the 23.8 % that it states). " +
			"The matching is disputed: by hand, two thirds of the records of another sample were found (Spagat). The dataset then shows large events and hides the " +
			"many small ones; counts of events suffer more than sums of deaths, and regions or years of small-scale violence look calm.",
		How: "Sources per event are UCDP GED's number_of_sources, the filled citations of GTD, or the names that an ACLED cell lists. For events with at least one " +
			"dead, Spearman's rank correlation of deaths and sources (with ties), and the share of events with a single source in five classes by size. " +
			"Both the correlation and the difference between the smallest and the largest class (two-proportion z test) must be significant at *level* after Holm's " +
			"correction, the correlation at least *rho* and the difference at least *effect*.",
		FalseAlarms: "The association itself is real. It is a sign of events missed, not a measure of how many: that needs several independent " +
			"datasets (multiple systems estimation). Where nearly every event carries one source the number of sources says nothing.",
		Fix: "Say that small events are under-counted. Compare places and times by deaths rather than by number of events, or above a " +
			"threshold of size; estimate what is missing by size from several datasets.",
		Literature: []string{
			"Carpenter, D., Fuller, T., Roberts, L. (2013). WikiLeaks and Iraq Body Count: the Sum of Parts May Not Add Up to the Whole. A Comparison of Two Tallies of Iraqi Civilian Deaths. Prehospital and Disaster Medicine. https://doi.org/10.1017/S1049023X13000113",
			"Spagat, M. On matching the war logs with Iraq Body Count by hand. Web log. https://mikespagat.wordpress.com",
			"Price, M., Ball, P. (2014). Big Data, Selection Bias, and the Statistical Patterns of Mortality in Conflict. SAIS Review of International Affairs 34(1): 9-20",
			"Price, M., Ball, P. (2015). Selection bias and the statistical patterns of mortality in conflict. Statistical Journal of the IAOS",
		},
		Before: "best,number_of_sources\n1,1\n1,1\n2,1\n40,6\n75,4",
		After:  "best,number_of_sources\n1,2\n1,1\n2,3\n40,2\n75,1",
	},
	Options: []check.Option{
		{Name: "rho", Default: 0.1, Doc: "least rank correlation"},
		{Name: "effect", Default: 0.1, Doc: "least difference of the shares of events with one source"},
		{Name: "events", Default: 30, Doc: "least number of events in the smallest and in the largest class"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Needs:   []record.Role{record.RoleBest},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

func applies(p *check.Pass) string {
	if perRow(p.Data) == nil {
		return "no column says how many sources an event has"
	}
	return ""
}
