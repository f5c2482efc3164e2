// Package dup006 finds rows that agree in everything that describes an event: dates, point, kind, actors, target, weapon
// and counts.
package dup006

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is DUP006, attribute-identical.
var Rule = &check.Rule{
	Code:       "DUP006",
	Name:       "attribute-identical",
	Title:      "rows agree in dates, place, actors and counts, so that one event may stand twice",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "An event that two coders entered, or that two wires reported, is counted twice in every sum. In published files such groups " +
			"are few among events with deaths but large enough to matter: in UCDP GED 99 rows of Syria 2016-2019, 88 of Nigeria and 19 of " +
			"the Central African Republic repeat another row in dates, place, dyad, all counts of deaths and the article itself; one pair " +
			"carries 25 deaths on each row. In the Global Terrorism Database 17,439 of 156,771 rows up to 2015 agree with another on nine " +
			"attributes, and 10,410 of these are flagged as parts of coordinated series.",
		How: "Rows are equal when first and last day, point, kind, both actors (in GED the dyad), target, weapon, best estimate of deaths, the " +
			"deaths of each side and the injured are equal; two empty cells are equal, but a row without date or point takes no part (a " +
			"table without coordinates is compared by place name and divisions). A group of equal rows is one finding. It is a warning when " +
			"note or article are the same too, or when deaths are equal and the table has no text to compare; a note when the texts " +
			"differ, when nobody died in a protest or strike, or when every row is flagged as part of a coordinated series (GTD " +
			"*multiple*). Confidence rises with the number of deaths and falls where the dates cover more than a week or the point stands " +
			"for a division or a country: many events share such placeholders. Rows that DUP002 reports are passed over.",
		FalseAlarms: "Sequences of small attacks on one day in one town, each coded on its own: shells, roadside bombs, arson. One article that " +
			"lists several attacks with one death each. Several protests in one city on one day. Place rows of one SCAD event whose places " +
			"could not be told apart.",
		Fix: "Read the notes or articles of the rows side by side. If they tell of one event, keep the row with the better source and drop the " +
			"others; if not, note what tells them apart.",
		Literature: []string{
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
		},
		Before: "id,date_start,date_end,dyad_name,latitude,longitude,best,source_article\n5001,2021-03-04,2021-03-04,Red Column - Civilians,12.5,41.2,25,\"Courier,2021-03-05,Market attack\"\n5002,2021-03-04,2021-03-04,Red Column - Civilians,12.5,41.2,25,\"Courier,2021-03-05,Market attack\"",
		After:  "id,date_start,date_end,dyad_name,latitude,longitude,best,source_article\n5001,2021-03-04,2021-03-04,Red Column - Civilians,12.5,41.2,25,\"Courier,2021-03-05,Market attack\"",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

func applies(p *check.Pass) string {
	d := p.Data
	switch {
	case d.Events == nil || d.Events.When == nil:
		return "the rows are not events"
	case d.Events.Lat == nil && d.Role(record.RolePlace) == nil:
		return "no column for a point or the name of a place"
	case d.Role(record.RoleActor1) == nil && d.Role(record.RoleActor2) == nil && d.Role(record.RoleKind) == nil:
		return "no column for actors or the kind of event"
	}
	return ""
}
