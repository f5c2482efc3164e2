// Package incident brings together what the claims say about each incident: its date, place, toll and perpetrators, who
// claimed it and to whom it was attributed, and what of that is uncontested, corroborated or contested.
//
// Nothing here is typed by hand: statuses and verdicts follow from the claims and from the number of independent origins
// behind them. A claim is "source S says X"; an incident never says X itself.
package incident

import (
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/groups"
)

// Set is all incidents of a case, each with its claims.
type Set struct {
	Incidents []*Incident // in the order of their first claims
	Evidence  *evidence.Graph

	names *names
	byRow map[*claim.Incident]*Incident
}

// Incident is everything that is claimed about one incident.
type Incident struct {
	Key            string
	Claims         []*claim.Incident // in order of the sources' dates, undated ones last
	Fields         []*Field          // those of which at least one claim says something, in the order of [FieldNames]
	Status         Status
	Reasons        []string // why the status is what it is, in words
	Attribution    []*Attribution
	Denials        []*Naming // statements against an attribution that name no group ("gas explosion", "none claimed it")
	Sophistication Sophistication

	g     *evidence.Graph
	names *names
}

// Status says how sure it is that the incident took place as an attack.
type Status string

// The statuses, from the surest to the least sure.
const (
	Confirmed    Status = "confirmed"             // two or more origins that are no party vouch for it and nobody doubts it
	Reported     Status = "reported"              // one origin vouches for it
	Disputed     Status = "disputed"              // some vouch for it, others deny it or call it an accident
	ClaimedOnly  Status = "claimed only"          // no origin besides the party that claims it
	DidNotHappen Status = "likely did not happen" // denied or doubted by at least as many origins as vouch for it, and no victim was counted
)

// Sophistication of an attack.
type Sophistication string

// Rudimentary attacks need little more than a knife, a vehicle or a pistol; complex ones need explosives, several attackers
// and planning; unknown also where as many origins say the one as the other.
const (
	Rudimentary           Sophistication = "rudimentary"
	Complex               Sophistication = "complex"
	UnknownSophistication Sophistication = "unknown"
)

// Build brings together the claims about each incident.
func Build(t *claim.Tables, g *evidence.Graph) *Set {
	s := &Set{Evidence: g, names: newNames(groups.Default(), t.Groups, t.Relations), byRow: map[*claim.Incident]*Incident{}}
	at := map[string]*Incident{}
	for _, c := range t.Incidents {
		k := c.Key
		if k == "" {
			k = "\x00" + c.ID
		}
		in := at[k]
		if in == nil {
			in = &Incident{Key: c.Key, g: g, names: s.names}
			if c.Key == "" {
				in.Key = c.ID
			}
			at[k] = in
			s.Incidents = append(s.Incidents, in)
		}
		in.Claims = append(in.Claims, c)
		s.byRow[c] = in
	}
	for _, in := range s.Incidents {
		bySourceDate(in.Claims)
		in.fields()
		in.attribute(in.names)
		in.sophistication()
		in.status()
	}
	return s
}

// Of returns the incident that a claim speaks of, nil where the claim is not of this case.
func (s *Set) Of(c *claim.Incident) *Incident { return s.byRow[c] }

// Get returns an incident by its key, nil where there is none.
func (s *Set) Get(key string) *Incident {
	for _, in := range s.Incidents {
		if in.Key == key {
			return in
		}
	}
	return nil
}

// Field returns a field by its name, nil where no claim says anything of it.
func (in *Incident) Field(name string) *Field {
	for _, f := range in.Fields {
		if f.Name == name {
			return f
		}
	}
	return nil
}
