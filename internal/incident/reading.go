package incident

import (
	"cmp"
	"slices"
)

// Readings of attribution, from the most to the least trusting.
const (
	FaceValue       = "every claim at face value"
	CorroboratedBy  = "named by somebody besides the group"
	AuthoritiesOnly = "authorities only"
	Undisputed      = "named by somebody besides the group, and nobody disputes it"
)

// ReadingNames is the order of readings.
var ReadingNames = []string{FaceValue, CorroboratedBy, AuthoritiesOnly, Undisputed}

// Share is how many incidents are a group's under one reading.
type Share struct {
	Group                         Group // the family: a province counts with the organisation that it is part of
	Incidents                     []*Incident
	Rudimentary, Complex, Unknown int
}

// Reading is the distribution of the incidents over groups under one reading. An incident of two groups counts for both.
type Reading struct {
	Name                          string
	Shares                        []Share     // the largest first
	None                          []*Incident // incidents that are nobody's under this reading
	Several                       []*Incident // incidents that are more than one group's
	Rudimentary, Complex, Unknown int         // of the incidents that are somebody's
}

// Readings counts the incidents of each group under each reading. Incidents that likely did not happen count for nobody but
// under the first reading.
func (s *Set) Readings() []Reading {
	var out []Reading
	for _, name := range ReadingNames {
		out = append(out, s.reading(name))
	}
	return out
}

func (s *Set) reading(name string) Reading {
	r := Reading{Name: name}
	at := map[string]int{}
	for _, in := range s.Incidents {
		var of []Group
		for _, a := range in.Attribution {
			if in.counts(a, name) {
				g := s.names.top(a.Group)
				of = appendGroup(of, g)
			}
		}
		if len(of) == 0 {
			r.None = append(r.None, in)
			continue
		}
		if len(of) > 1 {
			r.Several = append(r.Several, in)
		}
		in.tally(&r.Rudimentary, &r.Complex, &r.Unknown)
		for _, g := range of {
			i, ok := at[g.Key]
			if !ok {
				i = len(r.Shares)
				at[g.Key] = i
				r.Shares = append(r.Shares, Share{Group: g})
			}
			sh := &r.Shares[i]
			sh.Incidents = append(sh.Incidents, in)
			in.tally(&sh.Rudimentary, &sh.Complex, &sh.Unknown)
		}
	}
	slices.SortStableFunc(r.Shares, func(a, b Share) int {
		return cmp.Or(cmp.Compare(len(b.Incidents), len(a.Incidents)), cmp.Compare(a.Group.Name, b.Group.Name))
	})
	return r
}

func (in *Incident) tally(simple, elaborate, unknown *int) {
	switch in.Sophistication {
	case Rudimentary:
		*simple++
	case Complex:
		*elaborate++
	default:
		*unknown++
	}
}

// counts reports whether an attribution makes the incident the group's under a reading. A hedged naming ("suspected")
// counts only at face value. The authorities are listed apart because a state may be a party to the conflict itself.
func (in *Incident) counts(a *Attribution, reading string) bool {
	if reading == FaceValue {
		return len(a.Support(Self, Authorities, Others)) > 0
	}
	if in.Status == DidNotHappen {
		return false
	}
	voices := []Voice{Authorities, Others}
	if reading == AuthoritiesOnly {
		voices = voices[:1]
	}
	firm := 0
	for _, n := range a.Support(voices...) {
		if !n.Weak {
			firm++
		}
	}
	return firm > 0 && (reading != Undisputed || len(in.Disputes()) == 0)
}

// top returns the organisation that a group is part of.
func (n *names) top(g Group) Group {
	if g.Family == g.Key {
		return g
	}
	if f := n.registry.Get(g.Family); f != nil {
		return Group{Key: f.Key, Name: f.Name, Family: f.Key, Known: true}
	}
	return g
}
