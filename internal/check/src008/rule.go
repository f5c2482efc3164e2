// Package src008 holds rule SRC008 (effective-n): an event that several datasets have from one source.
package src008

import "github.com/assaydata/assay/internal/check"

// Rule is SRC008.
var Rule = &check.Rule{
	Code:       "SRC008",
	Name:       "effective-n",
	Title:      "several datasets have an event from one source",
	Severity:   check.Note,
	Confidence: 0.8,
	Doc: check.Doc{
		Why: "That three datasets agree looks like three witnesses. Datasets read the same wires: where all records go back to one dispatch there is one witness, read three times. With a common correlation of 0.9, twenty sources are worth 1.1. " +
			"Agreement between such datasets measures how alike they code, and not how true the report is.",
		How: "The records of each event are grouped by voice: what cites one article, rests on one agency or outlet alone, has nearly one text, or cites the other dataset is one voice; SCAD rests on AP and AFP by its codebook. " +
			"There is one finding for each event that *datasets* or more have and that has one voice. For every two datasets with at least *shared* events in common there is one more where the share of these that have one voice is over *share*, " +
			"by an exact binomial test at *level* after Holm's correction for the number of pairs.",
		FalseAlarms: "One agency may send two reporters: that both datasets name AFP does not show that both read the same dispatch. Datasets name the source they took the number from and may have read others.",
		Fix:         "Count voices, not datasets. Look for a report from another side before calling the event confirmed.",
		Literature: []string{
			"Clemen, R. T., Winkler, R. L. (1985). Limits for the Precision and Value of Information from Dependent Sources. Operations Research 33(2): 427-442. https://doi.org/10.1287/opre.33.2.427",
			"Dong, X. L., Berti-Equille, L., Srivastava, D. (2009). Integrating conflicting data: the role of source dependence. PVLDB 2(1): 550-561. https://doi.org/10.14778/1687627.1687690",
		},
		Before: acled + ged + gtd + "\"Daily Post, \"\"Fourteen dead in market raid,\"\" May 3, 2015\"\n",
		After:  acled + ged + gtd + "\"River Radio, \"\"Gunmen burn stalls in Ansongo,\"\" May 4, 2015\"\n",
	},
	Options: []check.Option{
		{Name: "datasets", Default: 3, Doc: "number of datasets from which on an event with one voice is told by itself"},
		{Name: "shared", Default: 30, Doc: "least number of events that two datasets have in common for saying anything of both"},
		{Name: "share", Default: 0.4, Doc: "share of these with one voice over which there is a finding"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n" +
		"MLI901,2015-05-02,1,Violence against civilians,Attack,Hill Brigade,Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,Daily Post,\"Hill Brigade fighters on motorcycles fired on the grain market of Ansongo\",14\n\n"
	ged = "id,year,type_of_violence,dyad_new_id,side_a,side_b,source_article,source_office,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,best,high,low\n" +
		"77001,2015,3,901,Hill Brigade,Civilians,\"\"\"Daily Post,2015-05-03,Fourteen dead in market raid\"\"\",Daily Post,1,Ansongo town,Gao region,15.66,0.50,Mali,1,2015-05-02,2015-05-02,14,14,14\n\n"
	gtd = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill,scite1\n" +
		"201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,\"05/02/2015: On Saturday assailants of Hill Brigade came to the grain market of Ansongo on motorcycles and fired; stalls burnt\",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,14,"
)
