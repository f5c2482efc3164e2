package incident

import (
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

// Names of fields.
const (
	Date               = "date"
	Place              = "place"
	KilledCivilians    = "killed civilians"
	KilledSecurity     = "killed security"
	KilledPerpetrators = "killed perpetrators"
	Injured            = "injured"
	TotalDead          = "total dead"
	Attackers          = "attackers" // how many
	Ages               = "ages"      // of the attackers
	BirthYear          = "birth year"
	VictimRole         = "victims' role"
	Perpetrators       = "perpetrators" // as the source describes them
	ClaimedBy          = "claimed by"
	AttributedTo       = "attributed to"
)

// FieldNames is the order of fields.
var FieldNames = []string{
	Date, Place, KilledCivilians, KilledSecurity, KilledPerpetrators, Injured, TotalDead, Attackers, Ages, BirthYear,
	VictimRole, Perpetrators, ClaimedBy, AttributedTo,
}

// Columns gives the canonical column of a field; fields that stand in text only have that of the text they are mostly in.
var Columns = map[string]string{
	Date: "date_claimed", Place: "place", KilledCivilians: "killed_civilians", KilledSecurity: "killed_security",
	KilledPerpetrators: "killed_perpetrators", Injured: "injured", TotalDead: "locator", Attackers: "perpetrators_as_claimed",
	Ages: "perpetrators_as_claimed", BirthYear: "locator", VictimRole: "locator", Perpetrators: "perpetrators_as_claimed",
	ClaimedBy: "claimed_by", AttributedTo: "attributed_by_authorities_to",
}

// Value is what one claim says of one field.
type Value struct {
	Claim     *claim.Incident
	Text      string    // as shown: "10", "at least 13", "2015-12-29", "IS (SITE)"
	Low, High float64   // interval that a number may lie in, +Inf for "at least"; NaN for fields that are no numbers
	Number    float64   // the number as stated, NaN for fields that are no numbers
	Date      cell.Span // of the field date
	FromText  bool      // read out of a text column, not out of a column of its own
	Sum       bool      // computed from the columns of the row
	Earlier   bool      // the text gives it as an earlier report or a corrected value
	Includes  bool      // a total that counts the attackers, by its own words or because their number was added
	Voice     string    // who the text quotes for it ("MVD"), "" for the source itself
}

// Verdict says what the claims about a field come to.
type Verdict string

// The verdicts.
const (
	Uncontested  Verdict = "uncontested"  // one origin only, or one value
	Corroborated Verdict = "corroborated" // two or more origins agree and none disagrees
	Contested    Verdict = "contested"    // values that cannot all be right
	Growing      Verdict = "growing"      // later reports give higher numbers: early reports, no contradiction
	Described    Verdict = "described"    // free text, not compared word by word
)

// Position is one value of a field with those who hold it.
type Position struct {
	Text   string
	Values []*Value
	// Origins is the number of independent origins among the claims.
	Origins int
	Roots   []string // names of the origins that are known
}

// Field is all that is said of one field of an incident.
type Field struct {
	Name      string
	Values    []*Value   // in order of the sources' dates
	Positions []Position // the best supported first
	Verdict   Verdict
	Origins   int // independent origins behind the first position

	// LaterContradict is set on a growing field where reports of the latest date still disagree.
	LaterContradict bool
}

// Column is the canonical name of the field's column.
func (f *Field) Column() string { return Columns[f.Name] }

// Claims returns the claims that say something of the field, each once.
func (f *Field) Claims() []*claim.Incident {
	var out []*claim.Incident
	for _, v := range f.Values {
		out = appendOnce(out, v.Claim)
	}
	return out
}

func appendOnce(list []*claim.Incident, c *claim.Incident) []*claim.Incident {
	for _, x := range list {
		if x == c {
			return list
		}
	}
	return append(list, c)
}
