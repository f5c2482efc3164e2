// Package val005 holds rule VAL005 (required-null): key fields that are empty, and values that stand for missing ones.
package val005

import "github.com/assaydata/assay/internal/check"

// Rule is VAL005.
var Rule = &check.Rule{
	Code:       "VAL005",
	Name:       "required-null",
	Title:      "a key field is empty, or a value stands for a missing one",
	Severity:   check.Error,
	Confidence: 0.97,
	Doc: check.Doc{
		Why: "A record without date, place, kind or number cannot be counted with the others, and most programs drop it silently. " +
			"A placeholder is worse: NULL becomes an actor of that name, a code of nines a number of dead, and the first day of a " +
			"database's calendar a date. UCDP GED carries 1753-01-01, the least date of one database system, as the date of some " +
			"sources (23 rows of a copy for Syria), which makes the report older than the event by centuries.",
		How: "Reported are\n\n" +
			"- empty cells of columns that the codebook marks as required; three or more in one row are one finding;\n" +
			"- words that stand for missing values (NULL, NA, n/a, NaN, None, #N/A, a lone dot, dash or question mark) where the " +
			"codebook does not define them: one finding for each word and column, one for the dataset where the word is used in " +
			"more than five columns; two-letter country codes may be NA (Namibia);\n" +
			"- dates that are nulls of databases and spreadsheets: the year 1753, 1899-12-30, 1900-01-01, 0001-01-01, 9999-12-31, in " +
			"all columns but the dates of the event, which TIM001 checks;\n" +
			"- 0 as an identifier, and as the number of a country that has another one elsewhere in the file (ACLED writes 0 for " +
			"Kosovo throughout);\n" +
			"- piles of 99, 999 or 9999 in columns of counts: at least five rows, and more than five times as many as hold the six " +
			"values below together.\n\nMissing-value codes of the codebook are not reported. ACLED's actor1 is left to VAL004, the " +
			"point (0, 0) to GEO001.",
		FalseAlarms: "A place or group may be called None or NA. A pile of 99 can come from a source that counts that way; it is a note. " +
			"Copies that were cut down on purpose have empty columns: these come as one finding.",
		Fix: "Fill key fields from the dataset's release. Replace placeholders by empty cells, or declare them as missing values in a " +
			"mapping, before any statistics.",
		Literature: []string{
			"Broman, K. W., Woo, K. H. (2018). Data Organization in Spreadsheets. The American Statistician 72(1): 2-10. https://doi.org/10.1080/00031305.2017.1375989",
		},
		Before: "event_id_cnty,event_date,event_type,admin1,fatalities\nXYZ1,,Battles,Berrin,4\nXYZ2,2014-03-01,Battles,NULL,",
		After:  "event_id_cnty,event_date,event_type,admin1,fatalities\nXYZ1,2014-02-28,Battles,Berrin,4\nXYZ2,2014-03-01,Battles,,2",
	},
	Check: run,
	Plant: plant,
}
