package privacy

import (
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/record"
)

// Public is a person whom outputs may name: somebody in a public role.
type Public struct {
	Key    string // person_key in the claim tables
	Name   string // the form of the name in outputs
	Reason string
}

// Withheld stands for a cell that may not be shown.
const Withheld = "withheld"

// Shield puts pseudonyms in the place of names. A nil Shield changes nothing. It does not change after it was made, and may
// be used by several goroutines.
type Shield struct {
	people  []*person // by identity
	byID    map[string]*person
	names   index // full names of all persons
	claims  map[rowOf]*personRow
	keyed   func(string) string // pseudonym of an identity
	leaders map[string]*person  // by the folded text of a cell
	common  map[string]bool     // words that the case uses for groups, places and roles

	lists   map[*record.Dataset]*listed
	listKey []byte
	open    map[string]string // public persons of lists: dataset:id and name
}

// person is one person: all rows with one person_key, or all rows without a key that write the same name.
type person struct {
	id     string // "key …" or "name …"
	public bool
	label  string // name of a public person, pseudonym of any other
}

// personRow is what a row about a person may give away.
type personRow struct {
	who   *person
	words index    // words by which this row's person may be meant where the row is in question
	never []string // the birth date, in the forms in which texts write it, and what the columns that are withheld say
}

type rowOf struct {
	data *record.Dataset
	row  int
}

// New makes the shield of a case; nil where its tables name nobody. Without a key the pseudonyms are made with a hash of the
// files, which is not secret.
func New(t *claim.Tables, public []Public, key string) *Shield {
	if t == nil {
		return nil
	}
	s := &Shield{byID: map[string]*person{}, claims: map[rowOf]*personRow{}, leaders: map[string]*person{}, common: vocabulary(t)}
	open := map[string]Public{}
	for _, p := range public {
		open["key "+p.Key] = p
	}
	forms := newForms()
	for _, c := range t.People {
		who := s.person(identity(c), open)
		for _, n := range namesOf(c) {
			forms.add(n, who)
		}
		if !c.Proposed {
			forms.add(c.Key, who)
		}
	}
	for _, p := range public {
		if who := s.byID["key "+p.Key]; who != nil {
			forms.add(p.Name, who)
		}
	}
	for _, g := range t.Groups {
		for _, text := range g.Leaders {
			who := forms.who(text)
			if who == nil {
				who = s.person("name "+folded(text), open)
				forms.add(text, who)
			}
			s.leaders[folded(text)] = who
		}
	}
	if len(s.people) == 0 {
		return nil
	}
	s.name(key, t)
	s.names = forms.index(s.keyed)
	for _, c := range t.People {
		s.claims[rowOf{c.Data, c.Row}] = s.about(c)
	}
	return s
}

func identity(c *claim.Person) string {
	switch {
	case c.Key != "" && !c.Proposed: // a proposal makes nobody a public person
		return "key " + c.Key
	case c.Name != "":
		return "name " + folded(c.Name)
	}
	return "row " + c.ID
}

// namesOf lists what a claim calls a person.
func namesOf(c *claim.Person) []string {
	out := []string{c.Name}
	out = append(out, c.Variants...)
	return append(out, c.Kunyas...)
}

func (s *Shield) person(id string, open map[string]Public) *person {
	if p := s.byID[id]; p != nil {
		return p
	}
	p := &person{id: id}
	if o, ok := open[id]; ok {
		p.public, p.label = true, o.Name
	}
	s.byID[id] = p
	s.people = append(s.people, p)
	return p
}

// about gathers what would give away the person of one row where that row is in question: the key, names of one word, and
// single words of the names, unless the case uses the word for something else.
func (s *Shield) about(c *claim.Person) *personRow {
	who := s.byID[identity(c)]
	out := &personRow{who: who}
	if who.public {
		return out
	}
	f := newForms()
	if !c.Proposed {
		f.exact(c.Key, who)
	}
	for _, n := range namesOf(c) {
		if len(strings.Fields(n)) == 1 {
			f.exact(n, who)
		}
	}
	for _, w := range tokens(c.Name) {
		if n := len([]rune(w.text)); n >= 3 && !particles[w.text] && !ordinary[w.text] && !s.common[w.text] && !digits(w.text) {
			f.put([]string{w.text}, false, who)
		}
	}
	out.words = f.index(s.keyed)
	out.never = dateForms(c.Birth)
	for i := range c.Data.Columns {
		col := &c.Data.Columns[i]
		const short = 3 // a text under it says nothing elsewhere
		if text, _ := col.Text(c.Row); personal.MatchString(col.Key()) && len(strings.TrimSpace(text)) >= short {
			out.never = append(out.never, strings.TrimSpace(text))
		}
	}
	return out
}

// Public reports whether outputs may name the person of a claim.
func (s *Shield) Public(c *claim.Person) bool {
	if s == nil {
		return true
	}
	r := s.claims[rowOf{c.Data, c.Row}]
	return r != nil && r.who.public
}

// Person is how outputs call the person of a claim: the name that the case gives to a person in a public role, and the
// pseudonym of everybody else.
func (s *Shield) Person(c *claim.Person) string {
	if s == nil {
		return c.Name
	}
	if r := s.claims[rowOf{c.Data, c.Row}]; r != nil {
		return r.who.label
	}
	return Withheld
}

// Key is how outputs call the person with a person_key.
func (s *Shield) Key(key string) string {
	if s == nil {
		return key
	}
	if p := s.byID["key "+key]; p != nil {
		return p.label
	}
	return s.Text(key)
}

// Birth is the birth date of a claim as it may be shown.
func (s *Shield) Birth(c *claim.Person) string {
	if c.Birth.Text == "" || s.Public(c) {
		return c.Birth.Text
	}
	return Withheld
}

// Text replaces every full name of a person who is not in a public role, in any script and spelling that the tables know.
// Names are compared word by word, without regard to case, accents and hyphens; the longest name wins, and the longer name
// of a public person keeps the shorter one in it.
func (s *Shield) Text(text string) string {
	if s == nil {
		return text
	}
	return replace(text, s.names)
}

// vocabulary is the words that a case uses for groups, places and roles: they are no names of persons where they stand
// alone.
func vocabulary(t *claim.Tables) map[string]bool {
	out := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			for _, w := range tokens(text) {
				out[w.text] = true
			}
		}
	}
	for _, g := range t.Groups {
		add(g.Name, g.Affiliation)
		add(g.Variants...)
	}
	for _, r := range t.Relations {
		add(r.A, r.B)
	}
	for _, i := range t.Incidents {
		add(i.Place, i.Region, i.Kind)
	}
	for _, f := range t.Figures {
		add(f.Population, f.Origin, f.Destination, f.Measure)
	}
	for _, p := range t.People {
		add(p.Role, p.Group, p.LegalStatus)
	}
	return out
}

// rowsOf returns what the rows that a finding rests on would give away, without those of public persons.
func (s *Shield) rowsOf(refs []rowOf) []*personRow {
	var out []*personRow
	for _, r := range refs {
		if p := s.claims[r]; p != nil && !p.who.public && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}
