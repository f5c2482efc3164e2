// Package dup007 finds deaths that a sum over rows would count more than once: one event, or one report, whose toll is
// repeated on several rows.
package dup007

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is DUP007, repeated-toll.
var Rule = &check.Rule{
	Code:       "DUP007",
	Name:       "repeated-toll",
	Title:      "the same deaths are repeated on several rows, and a sum counts them more than once",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Most totals are made by adding up a column. SCAD prints one row for each place of an event and repeats the deaths of the whole " +
			"event on each: in Latin America 1989-2017 the rows add up to 12,694 deaths, the events to 11,393, so that a plain sum is 11.4 % " +
			"too high. In ACLED's Nigeria 1997-2016 (version 7) 114 reports carry the same number of deaths on each of their 267 rows; for some of " +
			"them the report gives this number once for all days and places. GTD does the opposite and divides a total among " +
			"the attacks of a series: there the sum is right, but no row is a count.",
		How: "*Rows of one identifier* (SCAD, or a mapped table with a column for the rows of a series): events whose deaths stand on more than one row " +
			"are one finding each, and one finding for the dataset compares the sum over rows with the sum over first rows of events. " +
			"*Rows of one report*: rows whose notes are the same and longer than *min-length* and whose deaths are equal and not zero are one " +
			"finding. It is a note where the note's own number of dead is the sum over the rows (the toll was shared out evenly), and where " +
			"the rows agree in everything else too (DUP006). *Fractions* (GTD): rows of one day and group with a fractional number of deaths " +
			"share a total; a note names it.",
		FalseAlarms: "One report of several attacks that killed one person each. Notes that say \"two were killed in each village\".",
		Fix: "SCAD: sum over distinct eventid. One report on several rows: read how many died in all, and leave the toll on one row or " +
			"divide it. Shared totals: add the rows up before comparing events by size, and round only the sum.",
		Literature: []string{
			"Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426",
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
		},
		Before: "eventid,sublocal,ilocal,ndeath\n990012,1,Ostra,45\n990012,2,Velim,45",
		After:  "eventid,sublocal,ilocal,ndeath\n990012,1,Ostra,45\n990012,2,Velim,0",
	},
	Options: []check.Option{
		{Name: "min-length", Default: 60, Doc: "notes up to this many bytes are too short to be compared"},
	},
	Needs:   []record.Role{record.RoleBest},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

func applies(p *check.Pass) string {
	d := p.Data
	switch {
	case d.Events == nil || d.Events.Deaths == nil || d.Events.When == nil:
		return "the rows are not events with dates and deaths"
	case d.Events.Counted == nil && d.Role(record.RoleNote) == nil && d.Format.ID != "gtd":
		return "each event has one row, and there are no notes to compare"
	}
	return ""
}
