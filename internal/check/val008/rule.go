// Package val008 holds rule VAL008 (empty-column): columns that say nothing in any row, although the codebook expects them to.
package val008

import "github.com/assaydata/assay/internal/check"

// Rule is VAL008.
var Rule = &check.Rule{
	Code:       "VAL008",
	Name:       "empty-column",
	Title:      "a column is empty or the same in every row, although the codebook expects values",
	Severity:   check.Note,
	Confidence: 0.9,
	Doc: check.Doc{
		Why: "A filter on an empty column selects nothing, and the result looks like a finding: an altered demonstration copy of ACLED for 2022 has the columns " +
			"civilian_targeting and tags, both empty in all 9,000 rows, so that it shows no violence against civilians by that column. " +
			"Columns are emptied by exports, joins and conversions, not by the world.",
		How: "A column that the codebook knows is reported when all its cells are empty in a dataset of at least `min_rows` rows. Columns " +
			"that the codebooks leave empty for most records (second and third actors, targets and weapons, details of hostages, ransoms " +
			"and claims, third-order divisions, numbers of a government on side b) are left out, as are required columns, which " +
			"VAL005 reports. A column with one and the same value in all rows is reported only where rows must differ: identifiers, " +
			"coordinates, dates, notes and references. Anything else may be constant by selection: a country in a file for one " +
			"country, a year in a file for one year, a kind of event.",
		FalseAlarms: "Subsets made on purpose, such as a file of peaceful protests in which a column on civilians has nothing to say. A file " +
			"of a single place has one point.",
		Fix: "Obtain the column from the dataset's release, or drop it, so that nobody filters on it.",
		Literature: []string{
			"Raleigh, C., Linke, A., Hegre, H., Karlsen, J. (2010). Introducing ACLED: An Armed Conflict Location and Event Dataset. Journal of Peace Research 47(5): 651-660. https://doi.org/10.1177/0022343310378914",
		},
		Before: "event_id_cnty,event_type,civilian_targeting\nXYZ1,Violence against civilians,\nXYZ2,Battles,",
		After:  "event_id_cnty,event_type,civilian_targeting\nXYZ1,Violence against civilians,Civilian targeting\nXYZ2,Battles,",
	},
	Options: []check.Option{
		{Name: "min_rows", Default: 100, Doc: "rows from which an empty column is worth a word"},
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
