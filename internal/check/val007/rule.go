// Package val007 holds rule VAL007 (code-dependency): codes of one row that exclude each other by the codebook.
package val007

import "github.com/assaydata/assay/internal/check"

// Rule is VAL007.
var Rule = &check.Rule{
	Code:       "VAL007",
	Name:       "code-dependency",
	Title:      "two codes of one record exclude each other",
	Severity:   check.Error,
	Confidence: 0.95,
	Formats:    []string{"acled", "ged", "gtd", "scad", "mapped"},
	Doc: check.Doc{
		Why: "Codebooks tie codes together: what counts as anti-government violence must target a government, one-sided violence has " +
			"civilians on the other side. A record that breaks such a tie is counted in one table and missing from another. SCAD for " +
			"Latin America has six rows of extra-government violence with a government target; a copy of UCDP GED for South Sudan one " +
			"event of one-sided violence with deaths on side b.",
		How: "Tested, where the columns exist and are filled:\n\n" +
			"- ACLED: inter2 is 0 or empty exactly where actor2 is empty; inter1 is not 0; assoc_actor_2 needs actor2; " +
			"sub_event_type belongs to event_type, and both to disorder_type (from 2019 and 2023);\n" +
			"- GED: one-sided violence (3) has Civilians as side_b and no deaths_b, other types do not have Civilians; state-based " +
			"conflict (1) has a government on one side, non-state conflict (2) on none;\n" +
			"- SCAD: etype 7 and 9 have no government target, 8 and 10 have one; lethal repression (repress 2) has deaths; one finding " +
			"for each event, its further rows related;\n" +
			"- GTD: alternative is filled exactly where doubtterr is 1; multiple 1 names related events; hostage, ransom, claim and " +
			"damage columns say nothing where ishostkid, ransom, claimed or property is 0.\n\nUnknown codes are not judged.",
		FalseAlarms: "GTD's flags and details were filled by several teams over the decades; the finding says that they contradict each " +
			"other, not which one is wrong. It is a warning.",
		Fix: "Read the record's description to see which of the codes is wrong, and correct that one.",
		Literature: []string{
			"Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426",
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
		},
		Before: "event_id_cnty,event_type,sub_event_type,actor2,inter2\nXYZ1,Protests,Armed clash,,0\nXYZ2,Battles,Armed clash,Berrin Front,0",
		After:  "event_id_cnty,event_type,sub_event_type,actor2,inter2\nXYZ1,Protests,Peaceful protest,,0\nXYZ2,Battles,Armed clash,Berrin Front,2",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
