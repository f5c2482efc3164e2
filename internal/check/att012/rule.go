// Package att012 holds rule ATT012 (attribution-across): one dataset names who did it, another leaves it open.
package att012

import "github.com/assaydata/assay/internal/check"

// Rule is ATT012.
var Rule = &check.Rule{
	Code:       "ATT012",
	Name:       "attribution-across",
	Title:      "one dataset names who did it, another leaves it open",
	Severity:   check.Warning,
	Confidence: 0.8,
	Lead:       true,
	Doc: check.Doc{
		Why: "Whether an attack counts as a group's or as nobody's decides how strong the group looks. A name may come from a claim, an accusation, or a coder's conclusion from area and " +
			"method, and the column does not say which. That another dataset left the same event open shows that the report need not name anybody.",
		How: "For each event that two datasets or more have: one names an armed group, or a state that stands against civilians alone, and another says that somebody did it who is not identified " +
			"(an unidentified actor, GTD's \"Unknown\") and names no group. A missing value says nothing, allies and whom victims belong to are left out, and names in free text (SCAD) count where the registry knows them. " +
			"Where two independent voices or more name the group, the attribution has its support and nothing is said; nor is it where the records are one event with a probability under 0.8. One finding an event, with all its datasets. It is a note; it is a warning where both go back to " +
			"one report, that is, cite one article or have nearly one text: then one coder named whom the other did not find in it. " +
			"Where GTD marks its attribution as suspected it stays a note. The weight is the number of dead.",
		FalseAlarms: "The dataset that names somebody may have been coded later, from a better source or a confession. Datasets differ in how sure they must be: that is a rule of coding, and then the same in many events.",
		Fix:         "Look for who names the actor in the source. Analyse such events under both readings, with and without what only one dataset attributes.",
		Literature: []string{
			"Otto, S. (2013). Coding one-sided violence from media reports. Cooperation and Conflict 48(4): 556-566. https://doi.org/10.1177/0010836713507668",
		},
		Before: acled + "Unidentified Armed Group (Mali)" + rest + gtd,
		After:  acled + "Hill Brigade" + rest + gtd,
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n" +
		"MLI901,2015-05-02,1,Violence against civilians,Attack,"
	rest = ",Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,Daily Post,\"Gunmen on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",14\n\n"
	gtd  = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill,scite1\n" +
		"201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,\"05/02/2015: Gunmen on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,14,\"River Radio, \"\"Attack on a market\"\"\"\n"
)
