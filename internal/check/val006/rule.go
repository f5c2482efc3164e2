// Package val006 holds rule VAL006 (derived-field): columns that follow from other columns of the row and contradict them.
package val006

import "github.com/assaydata/assay/internal/check"

// Rule is VAL006.
var Rule = &check.Rule{
	Code:       "VAL006",
	Name:       "derived-field",
	Title:      "a column that follows from others contradicts them: the copy is damaged",
	Severity:   check.Error,
	Confidence: 0.98,
	Doc: check.Doc{
		Why: "Some columns only repeat what others say: the year of the date, the pair code of two actors, the name of a dyad, the " +
			"grid cell of a point. In the owners' releases they agree (in all of 23,017 rows of UCDP GED and 43,312 of ACLED that " +
			"were measured, and all but 2 of 5,602 of SCAD). A row in which they don't was changed after release: by hand, by a sort of one column " +
			"only, or by a join. Then the other cells of the row cannot be trusted either.",
		How: "Tested, where the columns exist:\n\n" +
			"- year (GED also start_year and end_year, SCAD stday to eyr) = that part of the date;\n" +
			"- ACLED: interaction = the codes of inter1 and inter2, the smaller first, a sole actor followed by 0 (in words: the two " +
			"labels joined by a hyphen); event_id_no_cnty = the number in event_id_cnty, in layouts with data_id only, since older " +
			"ones number differently;\n" +
			"- GED: date_end lies in the year of date_start, since longer periods are cut at New Year; gwnoa and gwnob are filled exactly where the side is a government; dyad_name = side_a - side_b, spaces " +
			"collapsed; number_of_sources, from 1, = the dates in source_date (source_office where there is none); priogrid_gid = " +
			"the half-degree cell of the point (Tollefsen et al. 2012), either cell being right on a border;\n" +
			"- SCAD: eventid = ccode x 10000 + id;\n" +
			"- a code carries one name throughout the file (GTD code and _txt columns, GED ids and names, country numbers): the " +
			"rarer name is the suspect, differences in capitals and spaces do not count.\n\nWhere more than half of the rows fail one " +
			"of these, the column means something else than its name says; that is one finding about the dataset.",
		FalseAlarms: "Copies made for matching sometimes rewrite a column on purpose (the GED file in the replication of Donnay et al. 2019 " +
			"puts side b's name into side_a). Codes that were given to another country or group within one file.",
		Fix: "Obtain the release again, and compare the row with it by identifier. Do not correct the derived column alone.",
		Literature: []string{
			"Tollefsen, A. F., Strand, H., Buhaug, H. (2012). PRIO-GRID: A unified spatial data structure. Journal of Peace Research 49(2): 363-374. https://doi.org/10.1177/0022343311431287",
			"Donnay, K., Dunford, E. T., McGrath, E. C., Backer, D., Cunningham, D. E. (2019). Integrating Conflict Event Data. Journal of Conflict Resolution 63(5): 1337-1364. https://doi.org/10.1177/0022002718777050",
		},
		Before: "event_id_cnty,event_date,year,inter1,inter2,interaction\nXYZ1,2014-03-01,2013,1,2,12\nXYZ2,2014-03-02,2014,3,1,37",
		After:  "event_id_cnty,event_date,year,inter1,inter2,interaction\nXYZ1,2014-03-01,2014,1,2,12\nXYZ2,2014-03-02,2014,3,1,13",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
