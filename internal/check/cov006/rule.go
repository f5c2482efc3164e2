// Package cov006 holds rule COV006 (non-fatal-blind): what a dataset can't show because its definition, or the copy at hand,
// leaves it out.
package cov006

import (
	"github.com/assaydata/assay/internal/check"
)

// Rule is COV006.
var Rule = &check.Rule{
	Code:       "COV006",
	Name:       "non-fatal-blind",
	Title:      "kinds of events that the dataset leaves out",
	Severity:   check.Note,
	Confidence: 0.99,
	Doc: check.Doc{
		Why: "No dataset holds all violence, and each leaves out something else: UCDP GED holds no event without a death, GTD nothing done " +
			"by a state, SCAD nothing that belongs to an armed conflict, and in ACLED no deaths and no report of deaths look alike. A map or a trend shows the " +
			"definition as much as the violence: absence of abductions, arrests or burnt houses in a dataset is no evidence that there were none. " +
			"Definitions also decide how countries rank (Raleigh et al. 2023, abstract; Öberg and Yilmaz 2025, abstract, put most differences between UCDP and ACLED " +
			"in the cases compared down to auxiliary coding rules and standards for judging sources instead).",
		How: "One note per dataset in a known format names what its codebook excludes, with counts from the file at hand. Besides, a " +
			"warning says where a copy lacks what its format always holds: an ACLED file of *rows* rows or more without battles, explosions, violence against " +
			"civilians or demonstrations, a GTD file without bombings or armed assaults, a SCAD file without demonstrations or without riots, or one of these three without any event " +
			"that killed nobody. Such files were filtered.",
		FalseAlarms: "The note is no error of the dataset. A very peaceful place may lack a kind of event in truth; the copy is then complete.",
		Fix:         "State the scope with every result. For a filtered copy find out how it was made, or get the whole file.",
		Literature: []string{
			"Raleigh, C., Kishi, R., Linke, A. (2023). Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices. Humanities and Social Sciences Communications 10: 74. https://doi.org/10.1057/s41599-023-01559-4",
			"Öberg, M., Yilmaz, M. C. (2025). Measurement issues in conflict event data: Addressing some misconceptions about what drives differences between human-coded event datasets. Research & Politics 12. https://doi.org/10.1177/20531680251362440",
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
			"Salehyan, I., Hendrix, C. S., Hamner, J., Case, C., Linebarger, C., Stull, E., Williams, J. (2012). Social Conflict in Africa: A New Database. International Interactions 38(4): 503-511. https://doi.org/10.1080/03050629.2012.697426",
		},
		Before: "event_type,fatalities\nBattles,3\nBattles,1\nViolence against civilians,2",
		After:  "event_type,fatalities\nBattles,3\nProtests,0\nViolence against civilians,0",
	},
	Options: []check.Option{
		{Name: "rows", Default: 300, Doc: "least number of rows of a file that ought to hold all common kinds"},
	},
	Applies: func(p *check.Pass) string {
		if p.Data.Events == nil {
			return "the rows are not events"
		}
		if _, ok := scopes[p.Data.Format.ID]; !ok {
			return "the definition of the dataset is not known"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
