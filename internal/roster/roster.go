// Package roster brings together what sources say about groups and people: births, deaths and roles of a person; names,
// dates, oaths, splits and mergers of a group, each with the claims for and against.
//
// A thing is told apart by its key; a row without one is a thing of its own. Nothing here decides who somebody is or what
// somebody did: it lists what was said and where the sayings cannot all be true.
package roster

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/groups"
)

// Roster is all groups and people of a case.
type Roster struct {
	People   []*Person // by key
	Groups   []*Group  // by key; also those that only relations name
	Ties     []*Tie    // in the order of the tables
	Contexts []*claim.Context
	Evidence *evidence.Graph

	persons map[string]bool   // folded words of the names of people that no name of a group has
	byName  map[string]string // folded names and keys of groups to their keys, "" where two groups share one
}

// Person is all claims about one person.
type Person struct {
	Key    string
	Claims []*claim.Person
}

// Group is all claims about one group.
type Group struct {
	Key    string
	Name   string // the name that most claims use, the key where there is no claim
	Claims []*claim.Group
	Ties   []*Tie // relations to other groups, on either side, by date
}

// Build brings together the claims about each group and person.
func Build(t *claim.Tables, g *evidence.Graph) *Roster {
	r := &Roster{Evidence: g, Contexts: t.Contexts}
	people := map[string]*Person{}
	for _, c := range t.People {
		k := keyOr(c.Key, &c.Head)
		p := people[k]
		if p == nil {
			p = &Person{Key: c.Key}
			people[k] = p
			r.People = append(r.People, p)
		}
		p.Claims = append(p.Claims, c)
	}
	slices.SortStableFunc(r.People, func(a, b *Person) int { return cmp.Compare(a.Key, b.Key) })
	byKey := map[string]*Group{}
	group := func(k string) *Group {
		g := byKey[k]
		if g == nil {
			g = &Group{Key: k}
			byKey[k] = g
			r.Groups = append(r.Groups, g)
		}
		return g
	}
	for _, c := range t.Groups {
		g := group(keyOr(c.Key, &c.Head))
		g.Claims = append(g.Claims, c)
	}
	for _, c := range t.Relations {
		tie := &Tie{Relation: c, Kind: kindOf(c.Relation), When: refine(c)}
		r.Ties = append(r.Ties, tie)
		for i, k := range []string{c.A, c.B} {
			if k != "" && (i == 0 || c.B != c.A) {
				g := group(k)
				g.Ties = append(g.Ties, tie)
			}
		}
	}
	for _, g := range r.Groups {
		g.Name = g.name()
		slices.SortStableFunc(g.Ties, func(a, b *Tie) int { return compareSpans(a.When, b.When) })
	}
	r.index()
	r.notePersons()
	for _, t := range r.Ties {
		t.NameA, t.NameB = r.NameOf(t.A), r.NameOf(t.B)
	}
	slices.SortStableFunc(r.Groups, func(a, b *Group) int { return cmp.Compare(a.Key, b.Key) })
	return r
}

// keyOr is where linking comes in: a claim without a key is about a thing of its own.
func keyOr(key string, h *claim.Head) string {
	if key != "" {
		return key
	}
	return "\x00" + h.Data.Name + "\x00" + h.ID
}

// Find returns the group of a key, nil if there is none.
func (r *Roster) Find(key string) *Group {
	for _, g := range r.Groups {
		if g.Key == key {
			return g
		}
	}
	return nil
}

// index notes the names of groups, so that claims which name a group without its key find it.
func (r *Roster) index() {
	r.byName = map[string]string{}
	note := func(name, key string) {
		f := groups.Fold(name)
		if f == "" {
			return
		}
		if old, ok := r.byName[f]; ok && old != key {
			key = ""
		}
		r.byName[f] = key
	}
	for _, g := range r.Groups {
		note(Label(g.Key), g.Key)
		for _, c := range g.Claims {
			note(c.Name, g.Key)
			for _, v := range c.Variants {
				note(v, g.Key)
			}
		}
	}
}

// KeyOf returns the key of the group that a name stands for: by the names in the claims, exactly but for case and
// punctuation, or by a name in the registry of groups; "" where there is none or more than one.
func (r *Roster) KeyOf(name string) string {
	for _, n := range []string{name, beforeBracket(name)} {
		if k := r.byName[groups.Fold(n)]; k != "" {
			return k
		}
	}
	m, ok := registered(beforeBracket(name))
	if !ok {
		return ""
	}
	key := ""
	for _, g := range r.Groups {
		if o, ok := registered(g.Key); ok && o.Group == m.Group && (key == "" || o.Name == m.Name) {
			key = g.Key
		}
	}
	return key
}

// id tells groups apart over keys and names: the key in the registry of groups, else that of the case; "" for neither.
func (r *Roster) id(name string) string {
	if m, ok := registered(name); ok {
		return m.Group.Key
	}
	return r.byName[groups.Fold(Label(name))]
}

// NameOf returns the name of the group of a key: that of its claims, else that of the registry, else the key in words, without names of people.
func (r *Roster) NameOf(key string) string {
	if g := r.Find(key); g != nil && len(g.Claims) > 0 {
		return g.Name
	}
	if m, ok := registered(key); ok {
		return m.Name.Text
	}
	return r.withoutPersons(key)
}

// withoutPersons prints a key in words and leaves out the names of people in it: a faction is often called by its leader,
// and no message names a person.
func (r *Roster) withoutPersons(key string) string {
	var kept []string
	for _, w := range strings.Fields(Label(key)) {
		if !r.persons[foldName(w)] {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return "a person"
	}
	return strings.Join(kept, " ")
}

func (r *Roster) notePersons() {
	const shortest = 4 // particles and titles are shorter
	each := func(f func(string), names ...string) {
		for _, n := range names {
			for _, w := range strings.FieldsFunc(n, func(r rune) bool { return !unicode.IsLetter(r) }) {
				f(foldName(w))
			}
		}
	}
	r.persons = map[string]bool{}
	for _, p := range r.People {
		for _, c := range p.Claims {
			each(func(w string) { r.persons[w] = len(w) >= shortest }, slices.Concat([]string{c.Name}, c.Variants, c.Kunyas)...)
		}
	}
	for _, g := range r.Groups {
		for _, c := range g.Claims {
			each(func(w string) { delete(r.persons, w) }, append([]string{c.Name}, c.Variants...)...)
		}
	}
}

func beforeBracket(name string) string {
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i]
	}
	return strings.TrimSpace(name)
}

func (g *Group) name() string {
	count := map[string]int{}
	best := ""
	for _, c := range g.Claims {
		count[c.Name]++
		if best == "" || count[c.Name] > count[best] {
			best = c.Name
		}
	}
	if best == "" {
		best = Label(g.Key)
	}
	return best
}

// Label turns a key into words: "islamic_state" is "islamic state".
func Label(key string) string {
	return strings.TrimSpace(strings.NewReplacer("_", " ", "\x00", " ").Replace(key))
}

// Origins returns the number of independent voices behind claims.
func Origins[C claim.Claim](g *evidence.Graph, list []C) int {
	var all []claim.Claim
	for _, c := range list {
		all = append(all, c)
	}
	return len(g.Origins(all))
}
