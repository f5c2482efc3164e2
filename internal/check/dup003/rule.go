// Package dup003 finds one text told on several rows: an event that was split over days, places or actors.
package dup003

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is DUP003, split-event.
var Rule = &check.Rule{
	Code:       "DUP003",
	Name:       "split-event",
	Title:      "several rows carry the same note: one report was split over rows",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "Codebooks let one report become several rows: one for each day, place or pair of actors. Whoever counts rows counts such a " +
			"report several times, and the parts are not independent observations. In ACLED's Nigeria 1997-2016 (version 7) 1,351 of " +
			"9,998 rows share a note of more than 60 characters with another row: 477 reports, 154 of them spread over several dates " +
			"and 264 over several places. Some of these rows are mistakes: the same day, place and actors, coded twice.",
		How: "Notes longer than *min-length* are compared as they stand, through a 64-bit hash and their length. Rows with the same note are " +
			"one finding, which says what else differs: days, places, actors, deaths. It is a warning where one text stands for several " +
			"days, or where day, place and actors are the same and only other columns differ; it is a note where one day's report covers " +
			"several places or pairs of actors, as codebooks allow, where the actors only change sides, and where the rows agree in " +
			"everything that DUP006 compares, which reports them. Repeated deaths are the subject of DUP007. Rows of one identifier " +
			"(SCAD's places) are one event and are passed over.",
		FalseAlarms: "Formula notes: a coder who writes the same long sentence for weekly events of one kind. Campaigns for which the source " +
			"itself gives several days. Both are split reports all the same, but the rows are meant.",
		Fix: "Decide on a unit. To count reports, keep one row for each note; to count event days, keep the rows and see that deaths are not " +
			"repeated on them (DUP007).",
		Literature: []string{
			"Zavarella, V., Piskorski, J., Ignat, C., Tanev, H., Atkinson, M. (2020). Mastering the Media Hype: Methods for Deduplication of Conflict Events from News Reports. CEUR Workshop Proceedings 2794. https://ceur-ws.org/Vol-2794/",
			"Raleigh, C., Linke, A., Hegre, H., Karlsen, J. (2010). Introducing ACLED: An Armed Conflict Location and Event Dataset. Journal of Peace Research 47(5): 651-660. https://doi.org/10.1177/0022343310378914",
		},
		Before: "event_id_cnty,event_date,location,fatalities,notes\nVEL7,2021-08-19,Ostra,24,Gunmen raided cattle camps around Ostra on 19 and 20 August; at least 24 died.\nVEL8,2021-08-20,Ostra,24,Gunmen raided cattle camps around Ostra on 19 and 20 August; at least 24 died.",
		After:  "event_id_cnty,event_date,location,fatalities,notes\nVEL7,2021-08-19,Ostra,24,Gunmen raided cattle camps around Ostra on 19 and 20 August; at least 24 died.",
	},
	Options: []check.Option{
		{Name: "min-length", Default: 60, Doc: "notes up to this many bytes are too short to be compared"},
	},
	Needs: []record.Role{record.RoleNote},
	Check: run,
	Plant: plant,
}
