// Package dup001 finds near duplicates: events by the same actors with the same number of deaths so close in time and
// place that coincidence is unlikely.
package dup001

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is DUP001, near-dup-event.
var Rule = &check.Rule{
	Code:       "DUP001",
	Name:       "near-dup-event",
	Title:      "rows with the same actors and deaths lie closer together than chance allows",
	Severity:   check.Warning,
	Confidence: 0.5,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "Two reports of one event rarely agree in everything: one names the town and the other the region, one dates the blast and the " +
			"other the report, one puts the dead on another side. Such twins slip past a search for equal rows and inflate counts of " +
			"deaths. UCDP GED has pairs in which only the split of the deaths between the sides differs, or one wire's village against " +
			"another's district.",
		How: "Rows with deaths are paired when both actors (in GED the dyad), target and number of deaths are equal, their dates lie within " +
			"*days* of each other and their points within *km* or, where a row states less precision, within its own radius. Dates known to the " +
			"month and points known to the country take no part. For each pair the rule estimates how many other events by these actors " +
			"with this number of deaths would fall as close by coincidence: the number of their events in the window and area (observed, and expected " +
			"from their rate over the whole dataset) times the share of their events with this toll, smoothed by the dataset's distribution of tolls. With one " +
			"row in 200 assumed to have such a twin, the confidence is 0.005 w / (0.005 w + expected), where w weighs up a shared " +
			"article, the same day and the same split between the sides. Pairs under *confidence* are not shown. Chains of pairs are one " +
			"finding. Rows that DUP002, DUP003 or DUP006 report, rows of one SCAD event, and parts of coordinated series (GTD *multiple*) " +
			"are passed over.",
		FalseAlarms: "Series of attacks in one campaign with similar tolls, retaliation on the next day, and an event that was deliberately " +
			"split between two places with its deaths shared out evenly.",
		Fix: "Read the sources of the rows side by side. If they tell of one event, keep the row with the better precision and drop the other.",
		Literature: []string{
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
			"Fellegi, I. P., Sunter, A. B. (1969). A Theory for Record Linkage. Journal of the American Statistical Association 64(328): 1183-1210. https://doi.org/10.1080/01621459.1969.10501049",
		},
		Before: "id,date_start,dyad_name,where_coordinates,where_prec,latitude,longitude,best\n5001,2021-03-04,Red Column - Blue Front,Ostra town,1,12.50,41.20,17\n5002,2021-03-05,Red Column - Blue Front,Ostra district,3,12.61,41.33,17",
		After:  "id,date_start,dyad_name,where_coordinates,where_prec,latitude,longitude,best\n5001,2021-03-04,Red Column - Blue Front,Ostra town,1,12.50,41.20,17",
	},
	Options: []check.Option{
		{Name: "days", Default: 1, Doc: "greatest gap between the dates, in days"},
		{Name: "km", Default: 10.0, Doc: "greatest distance between points that are known exactly, in kilometres"},
		{Name: "confidence", Default: 0.5, Doc: "pairs that are less likely one event than this are not shown"},
	},
	Needs:   []record.Role{record.RoleBest},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

func applies(p *check.Pass) string {
	d := p.Data
	switch {
	case d.Events == nil || d.Events.When == nil || d.Events.Deaths == nil:
		return "the rows are not events with dates and deaths"
	case d.Events.Lat == nil || d.Events.Lon == nil:
		return "the rows have no points"
	case d.Role(record.RoleActor1) == nil && d.Role(record.RoleActor2) == nil:
		return "no column for actors"
	}
	return ""
}
