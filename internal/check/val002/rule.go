// Package val002 holds rule VAL002 (domain-code): values that the codebook does not know.
package val002

import "github.com/assaydata/assay/internal/check"

// Rule is VAL002.
var Rule = &check.Rule{
	Code:       "VAL002",
	Name:       "domain-code",
	Title:      "a value is not among those that the codebook allows",
	Severity:   check.Error,
	Confidence: 0.98,
	Doc: check.Doc{
		Why: "A category that is spelt in a second way falls out of every filter and every count by category: in a demonstration " +
			"copy of ACLED for 2022 one value of disorder_type is misspelt in 4,978 of 9,000 rows, so that a table of the " +
			"documented categories shows no demonstrations at all. Codes outside their list are slips of the keyboard or shifted " +
			"columns. Low agreement of coders can bias results even within the list (Ruggeri, Gizelis and Dorussen 2011, abstract).",
		How: "Only columns for which the codebook gives a closed list are looked at. Numbers are compared as numbers (3.0 is 3), " +
			"texts as they stand. One finding is given for each distinct value, at its first row, with the number of rows and up to " +
			"20 of them. The nearest allowed value is suggested where at most a quarter of the letters differ (Damerau-Levenshtein " +
			"distance, restricted to adjacent transpositions) or where the value is a cut-off or differently capitalised form of it. " +
			"A value that differs in capitals or spaces only is a note; a category without resemblance to any allowed one is a " +
			"warning, since codebooks grow; a misspelling and a code outside its list are errors.",
		FalseAlarms: "A release that is newer than the codebook in assay may have new categories: they come as warnings without a " +
			"suggestion, usually in many rows of recent date.",
		Fix: "Replace the value by the suggested one in all rows, or look the record up in the dataset's release. If the value is a " +
			"new category of the dataset, set the rule to note for this dataset.",
		Literature: []string{
			"Ruggeri, A., Gizelis, T.-I., Dorussen, H. (2011). Events Data as Bismarck's Sausages? Intercoder Reliability, Coders' Selection, and Data Quality. International Interactions 37(3): 340-361. https://doi.org/10.1080/03050629.2011.596028",
		},
		Before: "event_id_cnty,event_type,geo_precision\nXYZ1,Battles,1\nXYZ2,Riots,7",
		After:  "event_id_cnty,event_type,geo_precision\nXYZ1,Battles,1\nXYZ2,Riots,2",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
