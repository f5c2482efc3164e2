// Package con006 holds rule CON006 (text-field-mismatch): the number of dead in the note against the coded number.
package con006

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is CON006.
var Rule = &check.Rule{
	Code:       "CON006",
	Name:       "text-field-mismatch",
	Title:      "the coded number of dead lies outside what the row's own note states",
	Severity:   check.Warning,
	Confidence: 0.75,
	Lead:       true,
	Doc: check.Doc{
		Why: "The note is the only place in the row that says what the source said. Where the note states 15 dead and the row counts 51 " +
			"or none, one of the two is a slip, or a decision of the coder that nobody can see. Coding deaths from media reports has " +
			"difficulties of its own, and a coding process that can be checked is one of the remedies (Otto 2013, abstract).",
		How: "Each note is read once for statements like \"killing three\", \"at least 15 were killed\", \"10-15 deaths\", \"no casualties\". " +
			"Numbers of injured, ages, dates, sums of money, cattle and houses are left out. Of several numbers the least is the " +
			"lower and the sum the upper bound; persons named without a number (\"a driver and two guards\") count towards the upper " +
			"bound; \"at least\" leaves the upper bound open, \"up to\" the lower one; \"about 300\" is 250 to 350. The rule speaks only " +
			"where the coded number lies outside.\n\nIt says nothing where the number may cover more than the row: a note that stands " +
			"on several rows, that speaks of several days, places or incidents or of a total that was split, that tells of an earlier " +
			"event (\"protest over the killing of …\"); rows that seem to share one total (several rows within a week whose " +
			"notes state the same number and whose counts add up to it); GTD rows of a coordinated series and shared totals; and " +
			"protests coded with fewer dead than stated, since their notes mostly tell of deaths that set them off.",
		FalseAlarms: "A finding is a lead. Of 60 findings drawn at random from ACLED, GTD and SCAD files and read, 14 were explained by " +
			"the rest of the note: a second incident, a toll shared with a row that words its note differently, victims that the " +
			"note lists without a number. ACLED codes 0 for \"not reported\", and may set aside a claim that it does not believe.",
		Fix: "Read the note and the source. Correct the count, or record why it differs from the note.",
		Literature: []string{
			"Otto, S. (2013). Coding one-sided violence from media reports. Cooperation and Conflict 48(4): 556-566. https://doi.org/10.1177/0010836713507668",
		},
		Before: "event_id_cnty,notes,fatalities\nAAA17,Gunmen attacked a bus and killed 15 people.,51",
		After:  "event_id_cnty,notes,fatalities\nAAA17,Gunmen attacked a bus and killed 15 people.,15",
	},
	Needs: []record.Role{record.RoleNote, record.RoleBest},
	Applies: func(p *check.Pass) string {
		e := p.Data.Events
		if e == nil || e.Note == nil || e.Deaths == nil {
			return "no notes that were read, or no deaths"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
