// Package con007 holds rule CON007 (note-date): the date with which the note opens against the coded date.
package con007

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is CON007.
var Rule = &check.Rule{
	Code:       "CON007",
	Name:       "note-date",
	Title:      "the note opens with another date than the row is coded with",
	Severity:   check.Warning,
	Confidence: 0.9,
	Doc: check.Doc{
		Why: "ACLED's notes from about 2019 and GTD's summaries open with the date of the event, so that the date stands in the row twice. " +
			"Where the two disagree one is wrong, and the kind of difference often tells how: day and month swapped, another year, " +
			"two digits swapped. In the files examined this concerns 2 of 540 dated notes of ACLED for Uganda, 2 of 276 for " +
			"Ethiopia and 7 of 475 summaries of GTD for the United States.",
		How: "\"On 3 April 2020, …\", \"3 April 2020: …\", \"On April 3, 2020\" and, month first, \"04/03/2020: …\" at the very beginning of the " +
			"note are read as a date. A finding is reported when it lies outside the interval that the row states at its own precision " +
			"(day, week, month). A single day of difference is a note.",
		FalseAlarms: "A note may open with the date of what set the event off. An event at night carries either day.",
		Fix:         "Look at the source; correct the column or the note.",
		Literature: []string{
			"Raleigh, C., Linke, A., Hegre, H., Karlsen, J. (2010). Introducing ACLED: An Armed Conflict Location and Event Dataset. Journal of Peace Research 47(5): 651-660. https://doi.org/10.1177/0022343310378914",
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
		},
		Before: "event_id_cnty,event_date,notes\nAAA17,2020-03-04,\"On 3 April 2020, residents threw stones at a patrol.\"",
		After:  "event_id_cnty,event_date,notes\nAAA17,2020-04-03,\"On 3 April 2020, residents threw stones at a patrol.\"",
	},
	Needs: []record.Role{record.RoleNote},
	Applies: func(p *check.Pass) string {
		if e := p.Data.Events; e == nil || e.Note == nil || e.When == nil {
			return "no notes that were read, or no dates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
