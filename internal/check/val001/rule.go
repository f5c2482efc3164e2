// Package val001 holds rule VAL001 (schema-type): cells that cannot be read as their column's type, text damaged by a wrong
// encoding, and what the reader could not read at all.
package val001

import "github.com/assaydata/assay/internal/check"

// Rule is VAL001.
var Rule = &check.Rule{
	Code:       "VAL001",
	Name:       "schema-type",
	Title:      "a cell or a record cannot be read as what it should be",
	Claims:     true,
	Severity:   check.Error,
	Confidence: 0.99,
	Doc: check.Doc{
		Why: "Statistics programs turn an unreadable number or date into a missing value without a word, and a record with a broken " +
			"quotation mark takes its neighbours with it. A name whose letters were damaged by a wrong encoding no longer matches " +
			"the same name elsewhere, so that one place or actor counts as two.",
		How: "Each cell is read under the type that the codebook gives its column: whole number, decimal number, code, date, " +
			"coordinate. What cannot be read is reported at its cell; three or more such cells in one row are reported as one row " +
			"whose columns have probably shifted; the same text in more than 20 rows of a column is one finding. Text is searched " +
			"for the traces of a wrong decoding: the replacement character U+FFFD, control characters, and the letter pairs that " +
			"appear when UTF-8 is read as Windows-1252, Mac OS Roman or a DOS code page. A damaged text that repeats is one finding. " +
			"Records that the reader could not read are reported with their line. Words that stand for a missing value (NULL, n/a) " +
			"are left to VAL005.\n\nUnreadable values and records are errors, damaged names warnings, damaged notes notes.",
		FalseAlarms: "A date in a way of writing that the codebook does not know, or a number with a decimal comma, is readable for a " +
			"person; it is reported because it can be read in two ways. Texts that quote damaged text on purpose are reported.",
		Fix: "Correct the cell from the dataset's own release or the source. For damage all over a file, obtain the file again or " +
			"save it again as UTF-8 from the program that made it, rather than repairing letters one by one.",
		Literature: []string{
			"Wickham, H. (2014). Tidy Data. Journal of Statistical Software 59(10): 1-23. https://doi.org/10.18637/jss.v059.i10",
		},
		Before: "event_id_cnty,event_date,location,fatalities\nXYZ1,2014-02-30,SÃ£o Lourival,3\nXYZ2,2014-03-01,Berrin,4?",
		After:  "event_id_cnty,event_date,location,fatalities\nXYZ1,2014-02-28,São Lourival,3\nXYZ2,2014-03-01,Berrin,4",
	},
	Check: run,
	Plant: plant,
}
