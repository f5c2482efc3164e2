// Package dup005 holds rule DUP005 (cross-set-dup): events of two datasets that a sum over both counts twice.
package dup005

import "github.com/assaydata/assay/internal/check"

// Rule is DUP005.
var Rule = &check.Rule{
	Code:       "DUP005",
	Name:       "cross-set-dup",
	Title:      "two datasets have events in common, so that a sum over both counts them twice",
	Severity:   check.Note,
	Confidence: 0.9,
	Doc: check.Doc{
		Why: "Datasets are put together to see more. Their sum counts whatever both have twice: eight lists of killings in Syria held 263,055 records of 92,901 people (HRDAG 2013). " +
			"Large events are in more lists than small ones, so that the error is greatest where most people died.",
		How: "The events of all datasets are linked. For every two datasets: the number of events that both have, and the number of dead that both count for them (of each event the lower of the two numbers). " +
			"One finding for each two datasets of which the smaller has at least *share* of its events in the other, linked with a probability of at least 0.8 (fewer may be chance likeness); its confidence is the mean probability of the links, its weight the number of events. " +
			"Three events of each two are named, those with the most dead.",
		FalseAlarms: "None, where nobody adds the datasets up: then this says how far they can be compared. Links may be wrong or missing in single cases; the numbers are as good as the linking.",
		Fix:         "Count events, not rows. `assay link --out` writes one row for each event with the records that tell it; choose a value for each, or analyse the datasets one by one.",
		Literature: []string{
			"Price, M., Klingner, J., Qtiesh, A., Ball, P. (2013). Updated Statistical Analysis of Documentation of Killings in the Syrian Arab Republic. Human Rights Data Analysis Group. https://hrdag.org",
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
		},
		Before: acled + gtd + "201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,\"05/02/2015: Hill Brigade fighters on motorcycles fired on the grain market of Ansongo\",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,14\n",
		After:  acled + gtd + "201511170001,2015,11,17,Mali,Kayes,Nioro,15.23,-9.59,1,\"11/17/2015: A bomb was thrown at a police post in Nioro\",3,Bombing/Explosion,3,Police,Lowland Column,2\n",
	},
	Options: []check.Option{
		{Name: "share", Default: 0.05, Doc: "least share of the events of the smaller dataset that both have with certainty"},
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n" +
		"MLI901,2015-05-02,1,Violence against civilians,Attack,Hill Brigade,Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,Daily Post,\"Hill Brigade fighters on motorcycles fired on the grain market of Ansongo\",14\n\n"
	gtd = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill\n"
)
