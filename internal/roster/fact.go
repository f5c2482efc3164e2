package roster

import (
	"fmt"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/wording"
)

// Verdict says what the claims on a fact come to.
type Verdict string

// The verdicts. One origin has one vote, however many rows repeat it.
const (
	Uncontested  Verdict = "uncontested"  // one origin says so, and none otherwise
	Corroborated Verdict = "corroborated" // several origins say so, and none otherwise
	Contested    Verdict = "contested"    // the claims cannot all be right
)

// Value is one of the values that claims give for a fact.
type Value struct {
	Text    string
	Claims  []claim.Claim
	Origins int
}

// Fact is what claims say on one field of a person or group. Values that differ only in precision do not contest each other.
type Fact struct {
	Field   string
	Values  []Value
	Origins int // independent voices behind all values
	Verdict Verdict
}

// Words prints the verdict: "contested, 3 values from 4 origins", "corroborated by 2 origins", "uncontested, one origin".
func (f Fact) Words() string {
	switch f.Verdict {
	case Contested:
		return fmt.Sprintf("contested, %s from %s", wording.Count(len(f.Values), "value"), wording.Count(f.Origins, "origin"))
	case Corroborated:
		return "corroborated by " + wording.Count(f.Origins, "origin")
	}
	return "uncontested, one origin"
}

func newFact(g *evidence.Graph, field string, contested bool, values []Value) Fact {
	f := Fact{Field: field, Values: values, Verdict: Uncontested}
	var all []claim.Claim
	for i := range values {
		values[i].Origins = len(g.Origins(values[i].Claims))
		all = append(all, values[i].Claims...)
	}
	f.Origins = len(g.Origins(all))
	switch {
	case contested:
		f.Verdict = Contested
	case f.Origins > 1:
		f.Verdict = Corroborated
	}
	return f
}

func addValue(list []Value, text string, c claim.Claim) []Value {
	for i := range list {
		if list[i].Text == text {
			list[i].Claims = append(list[i].Claims, c)
			return list
		}
	}
	return append(list, Value{Text: text, Claims: []claim.Claim{c}})
}

func valuesOf(list []Telling) []Value {
	var out []Value
	for _, t := range list {
		for _, c := range t.Claims {
			out = addValue(out, t.Value, c)
		}
	}
	return out
}

// Facts returns what claims say of a person: birth, death, manner of death, birthplace, patronymic, each role, and each
// group with the time in it. Fields that no claim states are left out. A role or group is a fact of its own, since one
// person has several.
func (r *Roster) Facts(p *Person) []Fact {
	var out []Fact
	dates := func(field string, d Dated, date func(*claim.Person) cell.Span, contested bool) {
		var values []Value
		for _, c := range d.Claims {
			values = addValue(values, date(c).Text, c)
		}
		if len(values) > 0 {
			out = append(out, newFact(r.Evidence, field, contested, values))
		}
	}
	births, deaths := p.Births(), p.Deaths()
	doubt, doubted := p.Doubts()
	dates("birth", births, bornOn, births.Clashes)
	dates("death", deaths, func(c *claim.Person) cell.Span { return c.Death }, deaths.Clashes || doubted && !doubt.Confirmed)
	for _, d := range []struct {
		field     string
		told      []Telling
		contested bool
	}{
		{"manner of death", p.manners(), len(p.Manners()) > 1},
		{"birthplace", p.birthplaces(), len(p.Birthplaces()) > 1},
		{"patronymic", p.patronymics(), len(p.Patronymics()) > 1},
	} {
		if len(d.told) > 0 {
			out = append(out, newFact(r.Evidence, d.field, d.contested, valuesOf(d.told)))
		}
	}
	var roles, groups []Value
	for _, c := range p.Claims {
		if c.Role != "" {
			roles = addValue(roles, c.Role, c)
		}
		if c.Group != "" {
			groups = addValue(groups, c.Group+interval(c.From, c.To), c)
		}
	}
	for _, v := range roles {
		out = append(out, newFact(r.Evidence, "role", false, []Value{v}))
	}
	for _, v := range groups {
		out = append(out, newFact(r.Evidence, "group", false, []Value{v}))
	}
	return out
}

func interval(from, to cell.Span) string {
	switch {
	case from.Known() && to.Known():
		return ", " + from.Text + " to " + to.Text
	case from.Known():
		return ", from " + from.Text
	case to.Known():
		return ", until " + to.Text
	}
	return ""
}

// GroupFacts returns what claims say of a group: its names, beginning, end, leaders and affiliations. Several names, leaders
// or affiliations do not contest each other here: see [Roster.Bonds] and [Roster.Conflicts].
func (r *Roster) GroupFacts(g *Group) []Fact {
	var out []Fact
	var names, begins, ends, leaders, affiliations []Value
	for _, c := range g.Claims {
		if c.Name != "" {
			names = addValue(names, c.Name, c)
		}
		if c.From.Known() {
			begins = addValue(begins, c.From.Text, c)
		}
		if c.To.Known() {
			ends = addValue(ends, c.To.Text, c)
		}
		for _, l := range c.Leaders {
			leaders = addValue(leaders, l, c)
		}
		if c.Affiliation != "" {
			affiliations = addValue(affiliations, c.Affiliation, c)
		}
	}
	several := func(field string, values []Value) {
		for _, v := range values {
			out = append(out, newFact(r.Evidence, field, false, []Value{v}))
		}
	}
	several("name", names)
	if len(begins) > 0 {
		out = append(out, newFact(r.Evidence, "beginning", g.life("active_from", from).Apart > 0, begins))
	}
	if len(ends) > 0 {
		out = append(out, newFact(r.Evidence, "end", g.life("active_to", to).Apart > 0, ends))
	}
	several("leader", leaders)
	several("affiliation", affiliations)
	return out
}

// Bond is what claims say of one kind of relation between two groups, with the claims for and against it.
type Bond struct {
	A, B         string // keys
	NameA, NameB string
	Kind         TieKind
	For          []*Tie // by date
	Against      []claim.Claim
	Origins      int // independent voices behind the claims for it
	Verdict      Verdict
}

// Bonds returns the relations of a group to others, in order of time. Against an oath or membership speak claims that the
// group declared itself independent of the other, words of denial in the claims themselves, and affiliations that call the
// group independent; against hostility speaks nothing.
func (r *Roster) Bonds(g *Group) []Bond {
	var out []Bond
	for _, t := range g.Ties {
		i := 0
		for i < len(out) && (out[i].A != t.A || out[i].B != t.B || out[i].Kind != t.Kind) {
			i++
		}
		if i == len(out) {
			out = append(out, Bond{A: t.A, B: t.B, NameA: t.NameA, NameB: t.NameB, Kind: t.Kind})
		}
		out[i].For = append(out[i].For, t)
	}
	for i := range out {
		b := &out[i]
		var agree []claim.Claim
		for _, t := range b.For {
			agree = append(agree, t.Relation)
		}
		if b.Kind.Under() {
			b.Against = r.against(b)
		}
		b.Origins = len(r.Evidence.Origins(agree))
		switch {
		case len(b.Against) > 0:
			b.Verdict = Contested
		case b.Origins > 1:
			b.Verdict = Corroborated
		default:
			b.Verdict = Uncontested
		}
	}
	return out
}

func (r *Roster) against(b *Bond) []claim.Claim {
	var out []claim.Claim
	for _, t := range r.Ties {
		if t.A != b.A || t.B != b.B {
			continue
		}
		if t.Kind == Left || t.Kind == b.Kind && denying.MatchString(t.Text()) {
			out = append(out, t.Relation)
		}
	}
	if g := r.Find(b.A); g != nil {
		for _, c := range g.Claims {
			if denying.MatchString(c.Affiliation) && has(r.namesIn(c.Affiliation), r.id(b.B)) || alone.MatchString(c.Affiliation) {
				out = append(out, c)
			}
		}
	}
	return out
}
