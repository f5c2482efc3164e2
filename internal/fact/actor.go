package fact

import (
	"strings"

	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

// Actor is one actor that a label names.
type Actor struct {
	Label  string // as the dataset writes it
	Class  record.ActorClass
	Group  *groups.Group // of the registry, nil where it does not know the label
	family string        // key of the organisation at the top of the registry's part-of links
	public bool          // the column names groups, so that the label may be printed
	words  []uint64      // hashes of the words of a name that tell it from others; of the country for a state
}

// Name is the actor as it may be published: by the best known name of its group, by its label where the column names
// groups and no persons, else by what it is.
func (a *Actor) Name() string {
	switch {
	case a.Group != nil:
		return a.Group.Name
	case a.public:
		return a.Label
	}
	switch a.Class {
	case record.ActorState:
		return "state forces"
	case record.ActorProtesters:
		return "protesters or rioters"
	case record.ActorCivilians:
		return "civilians"
	case record.ActorUnidentified:
		return "unidentified"
	}
	return "an actor named by the source"
}

// Published is a label of a column that may name persons as it may be published: each actor by the best known name of its group, or by
// what it is.
func Published(label string) string {
	v := Value{Actors: actorsIn(label, record.ActorNone, false)}
	return strings.Join(v.ActorNames(), "; ")
}

// actorsIn reads a label that may name several actors.
func actorsIn(label string, class record.ActorClass, public bool) (out []*Actor) {
	for one := range strings.SplitSeq(label, ";") {
		if one = strings.TrimSpace(one); one != "" {
			out = append(out, newActor(one, class, public))
		}
	}
	return out
}

// common words stand in the names of many actors and tell none of them apart.
var common = wordSet(`the of and for in group groups armed militia militias militants militant ethnic communal clan tribe tribal rebels rebel
	fighters fighter supporters extremists extremist separatists islamists islamist individuals individual gunmen suspected members
	member faction unidentified unknown party people youth youths others other forces force`)

var (
	stateWords     = wordSet(`military police government army soldiers troops policemen policia gendarmerie navy`)
	civilianWords  = wordSet(`civilians civilian villagers residents students farmers passengers workers journalists`)
	unnamedPhrases = []string{"individual", "none", "nobody", "gunmen", "n/a", "-", "bombers", "assailants"}
)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// newActor reads a label. class is what the dataset says of it, ActorNone where it says nothing.
func newActor(label string, class record.ActorClass, public bool) *Actor {
	a := &Actor{Label: label, Class: class, public: public}
	if class == record.ActorNone {
		a.Class = record.ParseActor(label).Class
	}
	name := label
	if i := strings.IndexByte(name, '('); i > 0 {
		name = strings.TrimSpace(name[:i])
	}
	if m, ok := groups.Default().Lookup(label); ok {
		a.Group = m.Group
	} else if m, ok := groups.Default().Lookup(name); ok {
		a.Group = m.Group
	}
	if a.Group != nil {
		a.family = family(a.Group)
		return a
	}
	if a.Class == record.ActorState {
		a.words = countryOf(label)
		return a
	}
	a.describe(name)
	return a
}

// describe finds the words that tell a name from others, and the class where only words say it.
func (a *Actor) describe(name string) {
	all := strings.Fields(groups.Fold(name))
	some := map[string]bool{}
	for _, w := range all {
		if !common[w] {
			a.words = append(a.words, record.Hash([]byte(strings.TrimSuffix(w, "s"))))
		}
		some[w] = true
	}
	if a.Class != record.ActorArmedGroup {
		return
	}
	for w := range some {
		switch {
		case stateWords[w] && len(all) <= 3:
			a.Class, a.words = record.ActorState, nil
		case civilianWords[w] && len(a.words) == 1:
			a.Class, a.words = record.ActorCivilians, nil
		}
	}
	folded := strings.Join(all, " ")
	for _, p := range unnamedPhrases {
		if folded == p {
			a.Class = record.ActorUnidentified
		}
	}
	if len(a.words) == 0 && a.Class == record.ActorArmedGroup { // "Militants"
		a.Class = record.ActorUnidentified
	}
}

// countryOf returns the words of the country in "Military Forces of Northland (1999-2015)".
func countryOf(label string) []uint64 {
	if i := strings.IndexByte(label, '('); i > 0 {
		label = label[:i]
	}
	_, country, ok := strings.Cut(groups.Fold(label), " of ")
	if !ok {
		return nil
	}
	return []uint64{record.Hash([]byte(country))}
}

// family follows part-of links to the organisation at the top.
func family(g *groups.Group) string {
	key := g.Key
	for range 5 {
		next := ""
		if g := groups.Default().Get(key); g != nil {
			for _, l := range g.Links {
				if l.Kind == "part-of" {
					next = l.Key
				}
			}
		}
		if next == "" {
			break
		}
		key = next
	}
	return key
}

// one reports whether two labels name one actor, or one is a part of the other.
func (a *Actor) one(b *Actor) bool {
	switch {
	case a.Group != nil && b.Group != nil:
		return a.family == b.family
	case a.Class == record.ActorState && b.Class == record.ActorState:
		return a.words == nil || b.words == nil || a.words[0] == b.words[0]
	case a.Class != b.Class:
		return false
	case a.Group != nil || b.Group != nil:
		return false
	}
	return shares(a.words, b.words)
}

func shares(a, b []uint64) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
