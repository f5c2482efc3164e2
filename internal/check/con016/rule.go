// Package con016 holds rule CON016 (dates-across): datasets give one event dates that do not overlap.
package con016

import "github.com/assaydata/assay/internal/check"

// Rule is CON016.
var Rule = &check.Rule{
	Code:       "CON016",
	Name:       "dates-across",
	Title:      "datasets give one event dates that do not overlap",
	Severity:   check.Warning,
	Confidence: 0.8,
	Lead:       true,
	Doc: check.Doc{
		Why: "Studies of what follows what (a raid on an attack, a protest on an arrest) rest on days. Datasets take the day from reports, and a report speaks of " +
			"\"Tuesday\" or is itself dated a day later. Two records of one event that are days apart are also counted twice by every match that asks for the same day.",
		How: "For each event that two datasets or more have, each record's date is read as an interval of days, with its stated precision around it. Dates contradict each other where " +
			"the intervals share no day, however the rows of a dataset that tells the event in several are taken. One finding an event, with the dates of all datasets; the " +
			"weight is the number of days between the nearest. Up to *days* it is a note, and so it is where the records are one event with a probability under 0.8; beyond " +
			"*apart* the confidence is at most 0.6, since an attack on the same place may have been another.",
		FalseAlarms: "Fighting that lasts: one dataset dates its beginning, the other its end. Two attacks on one place within days that were linked as one.",
		Fix:         "Prefer the source nearest to the event, and its own words to its date line. Where nothing decides, give the interval, and its precision code.",
		Literature: []string{
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
			"Weidmann, N. B. (2015). On the Accuracy of Media-based Conflict Event Data. Journal of Conflict Resolution 59(6): 1129-1149. https://doi.org/10.1177/0022002714530431",
		},
		Before: acled + "2015-05-05" + rest + gtd,
		After:  acled + "2015-05-02" + rest + gtd,
	},
	Options: []check.Option{
		{Name: "days", Default: 1, Doc: "difference in days up to which it is a note"},
		{Name: "apart", Default: 4, Doc: "difference in days beyond which two events are as likely"},
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\nMLI901,"
	rest  = ",1,Violence against civilians,Attack,Hill Brigade,Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,Daily Post,\"Hill Brigade fighters on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",14\n\n"
	gtd   = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill,scite1\n" +
		"201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,\"05/02/2015: Hill Brigade fighters on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,14,\"River Radio, \"\"Attack on a market\"\"\"\n"
)
