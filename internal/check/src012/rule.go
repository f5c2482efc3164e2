// Package src012 measures how much of a dataset rests on a single source, and names the deadliest events that do.
package src012

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is SRC012, single-source.
var Rule = &check.Rule{
	Code:       "SRC012",
	Name:       "single-source",
	Title:      "a deadly event rests on one source",
	Severity:   check.Note,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "Large events are normally reported by many. One with dozens of dead that only one outlet or monitor tells of deserves a second look: it may " +
			"be a misreading, a sum over weeks, or a claim by one side. In the small, the share of events with one source says how " +
			"much a dataset would lose with one outlet: of a sample of deadly events in a military log of the war in Iraq, 94.1 % " +
			"of those with 20 or more dead and 17.4 % of single killings had a likely match in a press-based count (Carpenter et al. 2013; abstract only, and the matching is disputed).",
		How: "Sources are counted by GED's *number_of_sources*, by GTD's *scite1* to *scite3*, and else by the names in the source column " +
			"(separated by semicolons). Rows that do not say are left out. One finding gives the share of deadly events with one source by size " +
			"of the event, if it is at least *share*; events with at least *deaths* deaths on one source are findings of their own, unless more than 90 % of all deadly " +
			"events have one source: then the dataset does not list all sources that were used, and one says nothing about an event.",
		FalseAlarms: "A source that sums up others (a monitor with its own network, a truth commission) counts as one. ACLED and GED list the " +
			"reports that were used, not all that exist.",
		Fix: "Look for a second, independent report of the deadliest ones. Report results with and without single-source events.",
		Literature: []string{
			"Carpenter, D., Fuller, T., Roberts, L. (2013). WikiLeaks and Iraq Body Count: the Sum of Parts May Not Add Up to the Whole. A Comparison of Two Tallies of Iraqi Civilian Deaths. Prehospital and Disaster Medicine. https://doi.org/10.1017/S1049023X13000113",
		},
		Before: "id,date_start,number_of_sources,source_office,best\n31,2021-03-04,1,Ostra Courier,160",
		After:  "id,date_start,number_of_sources,source_office,best\n31,2021-03-04,2,Ostra Courier;Velim Radio,160",
	},
	Options: []check.Option{
		{Name: "deaths", Default: 50, Doc: "events with at least this many deaths are findings of their own"},
		{Name: "share", Default: 0.2, Doc: "least share of single-source events for a finding about the dataset"},
	},
	Needs:   []record.Role{record.RoleBest},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

func applies(p *check.Pass) string {
	switch {
	case p.Data.Events == nil || p.Data.Events.Deaths == nil:
		return "the rows are not events with deaths"
	case newSources(p.Data) == nil:
		return "no column that tells the number of sources"
	}
	return ""
}
