// Package con017 holds rule CON017 (places-across): datasets put one event at places that are too far apart.
package con017

import "github.com/assaydata/assay/internal/check"

// Rule is CON017.
var Rule = &check.Rule{
	Code:       "CON017",
	Name:       "places-across",
	Title:      "datasets put one event at places that are too far apart",
	Severity:   check.Warning,
	Confidence: 0.8,
	Doc: check.Doc{
		Why: "Maps, grids and distances to roads or borders take the point as it stands. About 80 % of media-based events in Afghanistan lay within 50 km of where the military " +
			"recorded them (Weidmann 2015, as quoted by others). Where two datasets have the same event, their points show the error of one of them without any map.",
		How: "For each event that two datasets or more have, the distance of their points is compared with the sum of the radii that their precision codes allow: 5 km for a named " +
			"place, 25 km near one or where nothing is stated, 50 and 150 km for units of the second and first order, 300 km for a part of the country; a point that stands for a " +
			"country says nothing. An event that a dataset tells in several rows is at each of their points. One finding an event, with all places by name; the weight is the distance beyond what the " +
			"precision allows. Under *km* it is a note, and so it is where the records are one event with a probability under 0.9, since places that differ speak against one event, too. Where the points agree but the countries are two, that is told.",
		FalseAlarms: "An event that moved or was at several places, of which each dataset took one. A road between two towns. A point that claims to be exact and is a unit's seat is an error of its precision code.",
		Fix:         "Find the place in both sources. Where it is not known, lower the precision code instead of choosing a town.",
		Literature: []string{
			"Weidmann, N. B. (2015). On the Accuracy of Media-based Conflict Event Data. Journal of Conflict Resolution 59(6): 1129-1149. https://doi.org/10.1177/0022002714530431",
			"Eck, K. (2012). In data we trust? A comparison of UCDP GED and ACLED conflict events datasets. Cooperation and Conflict 47(1): 124-141. https://doi.org/10.1177/0010836711434463",
			"Hammond, J., Weidmann, N. B. (2014). Using machine-coded event data for the micro-level study of political violence. Research & Politics 1(2). https://doi.org/10.1177/2053168014539924",
		},
		Before: acled + "Menaka,15.92,2.40" + rest + gtd,
		After:  acled + "Ansongo,15.66,0.51" + rest + gtd,
	},
	Options: []check.Option{
		{Name: "km", Default: 10.0, Doc: "distance beyond what the precision allows up to which a difference is a note"},
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n" +
		"MLI901,2015-05-02,1,Violence against civilians,Attack,Hill Brigade,Civilians (Mali),27,Mali,Gao,"
	rest = ",1,Daily Post,\"Hill Brigade fighters on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",14\n\n"
	gtd  = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill,scite1\n" +
		"201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,\"05/02/2015: Hill Brigade fighters on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,14,\"River Radio, \"\"Attack on a market\"\"\"\n"
)
