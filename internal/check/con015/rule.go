// Package con015 holds rule CON015 (deaths-across): datasets count different numbers of dead for one event.
package con015

import "github.com/assaydata/assay/internal/check"

// Rule is CON015.
var Rule = &check.Rule{
	Code:       "CON015",
	Name:       "deaths-across",
	Title:      "datasets count different numbers of dead for one event",
	Severity:   check.Warning,
	Confidence: 0.85,
	Doc: check.Doc{
		Why: "Datasets that watch one war agree far better on totals than on single events: daily series of the war in Iraq from the press and from " +
			"military reports differ where their sums agree (Donnay and Filimonov 2014). Who studies single events gets a result that depends on the " +
			"dataset that was taken. Where two of them count the same event, the difference can be seen and the sources compared.",
		How: "For each event that two datasets or more have (they are linked first; `assay link` shows how), the number of dead of each is read as an interval: low " +
			"to high where bounds are stated, else the number itself. Two datasets contradict each other where the intervals share no number, nor do those that come of adding " +
			"up the rows of a dataset that tells the event in several. There is one finding an event, with the numbers of all datasets; it stands on the one that is alone. " +
			"It is a warning where the records are one event with a probability of at least 0.8, the gap between the nearest bounds is over *gap* and the upper at least *factor* " +
			"times the lower. Nobody against somebody is a note up to *zero* dead: a zero often stands for a number that was not reported. A difference with a " +
			"dataset that counts over three days or more is a note. Where both go back to one report, it was read in two ways, and the confidence is higher. " +
			"The weight is the logarithm of the ratio, with one added to both numbers, times the square root of the gap.",
		FalseAlarms: "Both may be right in their own terms: with or without attackers, on the spot or with those who died later, one scene or several. A " +
			"wrong link gives a difference too: the finding states its probability.",
		Fix: "Compare the sources of both. Use one definition of who is counted. Where nothing decides, keep the range and say so; never take the mean.",
		Literature: []string{
			"Donnay, K., Filimonov, V. (2014). Views to a war: systematic differences in media and military reporting of the war in Iraq. EPJ Data Science 3: 25. https://doi.org/10.1140/epjds/s13688-014-0025-8",
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
		},
		Before: before,
		After:  after,
	},
	Options: []check.Option{
		{Name: "factor", Default: 1.5, Doc: "ratio of the numbers from which on a difference is more than a note"},
		{Name: "gap", Default: 2.0, Doc: "largest difference that is a note whatever the ratio"},
		{Name: "zero", Default: 10.0, Doc: "number of dead from which on a zero against it is more than a note"},
	},
	Across: run,
}

const (
	acled = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n" +
		"MLI901,2015-05-02,1,Violence against civilians,Attack,Hill Brigade,Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,Daily Post,"
	gtd = "eventid,iyear,imonth,iday,country_txt,provstate,city,latitude,longitude,specificity,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,gname,nkill,scite1\n" +
		"201505020001,2015,5,2,Mali,Gao,Ansongo,15.66,0.50,1,"
	told   = "\"On 2 May 2015 Hill Brigade fighters on motorcycles fired on the grain market of Ansongo, burnt eleven stalls and wounded a teacher and two drivers\""
	before = acled + told + ",4\n\n" + gtd + told + ",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,19,\"River Radio, \"\"Attack on a market\"\"\"\n"
	after  = acled + told + ",4\n\n" + gtd + told + ",2,Armed Assault,14,Private Citizens & Property,Hill Brigade,4,\"River Radio, \"\"Attack on a market\"\"\"\n"
)
