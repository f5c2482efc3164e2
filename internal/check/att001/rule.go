// Package att001 finds datasets that do not tell claimed, inferred and unknown attribution apart.
package att001

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports missing grades of attribution, for the dataset as a whole.
var Rule = &check.Rule{
	Code:       "ATT001",
	Name:       "perpetrator-certainty",
	Title:      "how certain the named perpetrator is cannot be told",
	Severity:   check.Warning,
	Confidence: 0.95,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "\"Group X did it\" may rest on X's own claim, on a government's word, or on a coder's guess from place and method. " +
			"Counts of attacks by group mix all three unless the dataset says which is which. GTD does: guncertain1 marks " +
			"suspicion, claimed marks a claim of responsibility. Copies often drop both columns, and then suspicion reads like " +
			"fact. ACLED has no such field.",
		How: "Rows that name a perpetrator are counted. GTD: the share of them in which guncertain1, and in which claimed, is empty " +
			"or -9, over all years and for the years where it is highest. A copy without either column, and a format that has no " +
			"field for it, gives one note. Nothing is said about single rows.",
		FalseAlarms: "None in the sense of a wrong count. A high share in old years reflects when the field was introduced, not careless " +
			"coding.",
		Fix: "Go back to a copy with the columns. Until then treat names of groups as the source's attribution, and report results " +
			"with and without rows whose attribution is not graded.",
		Literature: []string{
			"Otto, S. (2013). Coding one-sided violence from media reports. Cooperation and Conflict 48(4): 556-566. https://doi.org/10.1177/0010836713507668",
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
		},
		Before: "eventid,gname,guncertain1,claimed\n201405010001,People's Front of Freedonia,,-9\n",
		After:  "eventid,gname,guncertain1,claimed\n201405010001,People's Front of Freedonia,1,0\n",
	},
	Options: []check.Option{
		{Name: "share", Default: 0.2, Doc: "share of rows with a named perpetrator but without a grade from which on the dataset is reported"},
	},
	Needs: []record.Role{record.RoleActor1},
	Applies: func(p *check.Pass) string {
		switch p.Data.Format.ID {
		case "ged", "scad":
			return "the format names sides of a conflict, not perpetrators"
		}
		if p.Data.Role(record.RoleActor1).Storage != record.Coded {
			return "the actors are not labels"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
