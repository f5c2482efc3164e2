// Package dup002 finds rows that are the same record printed twice: equal in every cell, or with the same identifier.
package dup002

import "github.com/assaydata/assay/internal/check"

// Rule is DUP002, exact-dup.
var Rule = &check.Rule{
	Code:       "DUP002",
	Name:       "exact-dup",
	Title:      "the same record stands in the table more than once",
	Claims:     true,
	Severity:   check.Error,
	Confidence: 0.99,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Every sum, rate and map counts such an event twice. Repeated rows come from appending one download to another, from " +
			"joins that matched one event with several rows of another table, and from exports with one row for each actor. In one " +
			"captured register of personnel (the Sinjar files) 563 of 777 entries were unique (read in a web copy of the study).",
		How: "Rows are compared over all cells, an unnamed row index excepted; equal rows are one finding. Among the rest, rows with the " +
			"same identifier are one finding, which names the columns in which they differ. In SCAD, which prints one row a place under " +
			"one identifier, the identifier is *eventid* with *sublocal* and the name of the place. An export of ACLED with one row for " +
			"each actor repeats *event_id_cnty* with the two actors swapped; that is a layout, reported once for the dataset. If more " +
			"than half of all rows share identifiers, the column does not identify rows, and one finding says so.",
		FalseAlarms: "Tables whose rows are not events (one row a victim, a source or a month) repeat identifiers by design. A table " +
			"without identifiers and with few columns may hold equal rows for different events.",
		Fix: "Keep one row of each set of equal rows. Where rows with one identifier differ, find out which is the later version before " +
			"dropping one. Count events of a one-row-per-actor export over distinct identifiers.",
		Literature: []string{
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
		},
		Before: "event_id_cnty,event_date,actor1,location,fatalities\nVEL101,2021-03-04,Red Column,Ostra,3\nVEL101,2021-03-04,Red Column,Ostra,3",
		After:  "event_id_cnty,event_date,actor1,location,fatalities\nVEL101,2021-03-04,Red Column,Ostra,3",
	},
	Check: run,
	Plant: plant,
}
