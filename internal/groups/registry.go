package groups

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/record"
)

// Group is one organisation through its changes of name.
type Group struct {
	Key    string // stable, lower case
	Name   string // the name under which it is best known
	Span          // existence of the organisation under whatever name
	Source string // who says when it existed
	Note   string // what the user should know about the dates
	Names  []Name
	Links  []Link // other groups that it came from or became part of

	Relations []Relation // what sources say about it and others
}

// Name is one name of a group, with the time in which it was in use.
type Name struct {
	Text      string
	Span               // where neither side is stated, that of the group
	Source    string   // who says so; that of the group where empty
	Spellings []string // further spellings, with those peculiar to a dataset
	Short     []string // abbreviations
}

// Link says what became of a group, or where it came from.
type Link struct {
	Kind   string // renamed-from, split-from, merged-from, merged-into, part-of
	Key    string
	On     Date
	Source string // who says so; "" where it is the source of the group
}

// Relation is what a source says about a group and another one. It makes neither a part of the other, and sources may
// contradict each other.
type Relation struct {
	Kind   string // one of RelationKinds
	Key    string // "" where the other is not in the registry
	Name   string // of the other
	On     Date
	Source string
	Note   string
}

// LinkKinds lists the kinds of [Link].
var LinkKinds = []string{"renamed-from", "split-from", "merged-from", "merged-into", "part-of"}

// RelationKinds lists the kinds of [Relation].
var RelationKinds = []string{
	"pledged-to", "affiliate-of", "subordinate-to", "front-for", "joined", "associated-with", "allied-with", "loyal-to",
	"independent-of", "expelled-by", "hostile-to", "lost-faction-to",
}

// ValidOn reports whether the organisation may have existed on the day, under whatever name.
func (g *Group) ValidOn(day record.Day) bool { return g.Span.ValidOn(day) }

// Match is what a label stands for: a group, and the name of it that was used.
type Match struct {
	Group *Group
	Name  *Name
}

// NameSpan is the time in which the name was in use, as far as it is known.
func (m Match) NameSpan() Span {
	s := m.Name.Span
	if !s.From.Known() {
		s.From = m.Group.From
	}
	if !s.To.Known() {
		s.To = m.Group.To
	}
	return s
}

// Source is the citation for the dates of the name.
func (m Match) Source() string {
	if m.Name.Source != "" {
		return m.Name.Source
	}
	return m.Group.Source
}

// Registry is a set of groups that can be looked up by label. It is safe for concurrent use.
type Registry struct {
	Groups []*Group // ordered by key

	byKey  map[string]*Group
	byName map[string]Match  // folded names and spellings
	short  map[string]*Group // folded abbreviations
}

//go:embed groups.yaml
var builtin []byte

var parseBuiltin = sync.OnceValues(func() (*Registry, error) { return Parse("groups.yaml", builtin) })

// Default returns the registry that is part of the program. A test parses it; were it damaged all the same, Default
// returns a registry without groups, which matches nothing.
func Default() *Registry {
	r, err := parseBuiltin()
	if err != nil {
		return &Registry{}
	}
	return r
}

// Get returns a group by its key, nil where there is none.
func (r *Registry) Get(key string) *Group { return r.byKey[key] }

// Lookup finds the group that a label names. Letter case, diacritics, punctuation and spaces do not matter. Besides the
// listed spellings two shapes are understood: "AQIM: Al Qaeda in the Islamic Maghreb" (ACLED) and "Al-Qaida in the Islamic
// Maghreb (AQIM)" (GTD), each only where the abbreviation and the name belong to one group.
func (r *Registry) Lookup(label string) (Match, bool) {
	if m, ok := r.byName[Fold(label)]; ok {
		return m, true
	}
	short, name := "", ""
	if before, after, ok := strings.Cut(label, ": "); ok {
		short, name = before, after
	} else if i := strings.LastIndexByte(label, '('); i > 0 && strings.HasSuffix(label, ")") {
		short, name = label[i+1:len(label)-1], label[:i]
	} else {
		return Match{}, false
	}
	m, ok := r.byName[Fold(name)]
	return m, ok && r.short[Fold(short)] == m.Group
}

// With returns a registry that holds the groups of both; where both have a key, the one of other counts.
func (r *Registry) With(other *Registry) (*Registry, error) {
	all := slices.Clone(other.Groups)
	for _, g := range r.Groups {
		if other.Get(g.Key) == nil {
			all = append(all, g)
		}
	}
	return index("registry", all)
}
