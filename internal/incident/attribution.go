package incident

import "github.com/assaydata/assay/internal/claim"

// Group is an organisation that a text names.
type Group struct {
	Key    string // of the registry or of the case's table of groups; the folded name where neither knows it
	Name   string
	Family string // key of the organisation that it is part of, its own where it is part of none
	Known  bool   // in the registry or the table
}

// Voice is who makes an attribution.
type Voice string

// The voices.
const (
	Self        Voice = "the group itself" // its claim of responsibility, as a source reports it
	Authorities Voice = "authorities"
	Others      Voice = "others" // the source in its own words, press, researchers
)

// Naming is one statement for or against an attribution.
type Naming struct {
	Claim   *claim.Incident
	Voice   Voice
	Text    string // the cell that it stands in
	Column  string // its canonical column
	Denied  bool   // it speaks against the attribution: "no evidence of a link"
	Reason  string // what it says instead: "denied", "an accident", "an ordinary crime", "another kind of actor", "not claimed"
	Initial bool   // the text says that this was so at first
	Weak    bool   // hedged: "unverified", "no evidence", "suspected", "assumed"
}

// Attribution is all that is said about one group's part in an incident.
type Attribution struct {
	Group   Group
	Namings []*Naming
}

// Support returns the statements for the attribution by one of the voices.
func (a *Attribution) Support(voices ...Voice) []*Naming {
	var out []*Naming
	for _, n := range a.Namings {
		for _, v := range voices {
			if n.Voice == v && !n.Denied {
				out = append(out, n)
			}
		}
	}
	return out
}

// Against returns the statements that deny the group's part.
func (a *Attribution) Against() []*Naming {
	var out []*Naming
	for _, n := range a.Namings {
		if n.Denied {
			out = append(out, n)
		}
	}
	return out
}
