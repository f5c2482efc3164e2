// Package con018 holds rule CON018 (actors-across): datasets name actors of one event that have nobody in common.
package con018

import "github.com/assaydata/assay/internal/check"

// Rule is CON018.
var Rule = &check.Rule{
	Code:       "CON018",
	Name:       "actors-across",
	Title:      "datasets name different actors for one event",
	Severity:   check.Warning,
	Confidence: 0.8,
	Doc: check.Doc{
		Why: "How strong a group is, whom it fights and whom it kills is counted from such columns. Coders name a group for its area or its method where " +
			"the report names nobody, and two coders conclude differently; a group's share of the violence then depends on the dataset.",
		How: "For each event that two datasets or more have, the actors of all columns are read with the registry of armed groups, by which other names of a group and its " +
			"parts are one. Two datasets contradict each other where both name a group or a state and they have nobody in common; who names one side agrees with who names both, " +
			"and that the same army fought two different groups is no agreement. An unidentified actor contradicts nothing; that one dataset leaves open what another states is ATT012. Names in free text (SCAD) count where the registry knows them, since such columns describe as often as they name. " +
			"Where it knows no name of either side the finding is a note: Hausa and Muslims may be one side of one fight. One finding an event, " +
			"with the actors of the two datasets whose link is the surest. It is a note where the records are one event with a probability under 0.8. The weight is the number of dead. " +
			"Where the same two names stand against each other in *convention* events or more, these are two ways of coding (from 2015 on one dataset names the Islamic State where another names its branch), told once, as a note.",
		FalseAlarms: "Names of one group that the registry does not know. A fight of three sides of which each dataset has two. A dataset that names who was attacked, and another who attacked.",
		Fix:         "Go back to the sources of both: name who is named there, and code the rest as inferred. Tell the registry of the group's other names.",
		Literature: []string{
			"Otto, S. (2013). Coding one-sided violence from media reports. Cooperation and Conflict 48(4): 556-566. https://doi.org/10.1177/0010836713507668",
			"Eck, K. (2012). In data we trust? A comparison of UCDP GED and ACLED conflict events datasets. Cooperation and Conflict 47(1): 124-141. https://doi.org/10.1177/0010836711434463",
		},
		Before: acled + "Lowland Column" + rest + gtd,
		After:  acled + "Hill Brigade" + rest + gtd,
	},
	Options: []check.Option{
		{Name: "convention", Default: 6, Doc: "number of events with the same two names from which on they are told once"},
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n" +
		"MLI901,2015-05-02,1,Violence against civilians,Attack,"
	rest = ",Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,River Radio,\"Gunmen on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",14\n\n"
	gtd  = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill,scite1\n" +
		"201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,\"05/02/2015: Gunmen on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,14,\"River Radio, \"\"Attack on a market\"\"\"\n"
)
