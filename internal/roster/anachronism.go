package roster

import (
	"regexp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

// Anachronism is a relation or role at a time when a group did not exist, or not under that name.
type Anachronism struct {
	Claims []claim.Claim // the first is the one in question
	Column string        // of its date
	What   string        // the relation or role in words, with its date; it names no person
	Name   string        // of the group that did not exist
	Span   string        // when it did
	Source string        // who says so
	Before bool          // not yet; otherwise no more
	Self   bool          // the organisation itself did not exist, not only the name
	Loose  bool          // what is said may speak of a predecessor, or go on under an old name for a while
}

// Anachronisms compares relations with the dates of names in the registry of groups, and relations and roles with the dates
// that the claims on a group give.
func (r *Roster) Anachronisms() []Anachronism {
	out := r.byRegistry()
	for _, g := range r.Groups {
		out = append(out, r.outside(g)...)
	}
	return out
}

var link = regexp.MustCompile(`\s*https?://\S+`)

// byRegistry compares relations with the registry. A key stands for an organisation under whatever name, unless the case
// has several keys for names of one organisation: then a key stands for its name.
func (r *Roster) byRegistry() []Anachronism {
	keys := map[string]int{}
	for _, g := range r.Groups {
		if m, ok := registered(g.Key); ok {
			keys[m.Group.Key]++
		}
	}
	var out []Anachronism
	var from []*claim.Source // the source of the entry of out
	for _, t := range r.Ties {
		if !t.When.Known() {
			continue
		}
		for _, k := range []string{t.A, t.B} {
			m, ok := registered(k)
			if !ok {
				continue
			}
			when, span, life := loosen(t.When), m.NameSpan(), m.Group.Span
			self := life.Before(when.Last) || life.After(when.First) && t.Kind != Dissolved
			if self {
				span = life
			} else if keys[m.Group.Key] < 2 {
				continue
			}
			before, after := span.Before(when.Last), span.After(when.First) && t.Kind != Dissolved
			if before || after {
				out = append(out, Anachronism{
					Claims: []claim.Claim{t.Relation}, Column: "date", What: t.Words() + " is dated to " + t.Date.Text, Name: m.Name.Text,
					Source: link.ReplaceAllString(m.Source(), ""), Span: span.String(), Before: before, Self: self, Loose: !before,
				})
				from = append(from, t.Source)
			}
		}
	}
	for _, g := range r.Groups {
		for _, c := range g.Claims {
			a, ok := since(g, c)
			if !ok || keys[r.id(a.Name)] < 2 && !a.Self {
				continue
			}
			told := false
			for i := range out { // the relation that was coded from the same source
				if from[i] == c.Source && out[i].Name == a.Name && out[i].Before {
					out[i].Claims, told = append(out[i].Claims, c), true
				}
			}
			if !told {
				out, from = append(out, a), append(from, c.Source)
			}
		}
	}
	return out
}

var sinceYear = regexp.MustCompile(`^(.{2,60}?) since ((?:19|20)\d\d(?:-\d\d)?)\b`)

// since finds an affiliation that is dated before the name of the other group was in use: "the League since 2005".
func since(g *Group, c *claim.Group) (Anachronism, bool) {
	for _, part := range strings.Split(c.Affiliation, ";") {
		m := sinceYear.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			continue
		}
		when, ok := cell.EDTF(m[2])
		if !ok {
			continue
		}
		match, ok := registered(strings.TrimSpace(m[1]))
		if !ok || !match.NameSpan().Before(when.Last) {
			continue
		}
		return Anachronism{
			Claims: []claim.Claim{c}, Column: "affiliation", What: g.Name + " is put under " + match.Name.Text + " since " + m[2],
			Name: match.Name.Text, Source: link.ReplaceAllString(match.Source(), ""), Span: match.NameSpan().String(), Before: true,
			Self: match.Group.Before(when.Last),
		}, true
	}
	return Anachronism{}, false
}

// outside finds relations and roles more than a month before a group began or after it ended by all claims that say when.
func (r *Roster) outside(g *Group) []Anachronism {
	start, end := g.life("active_from", from), g.life("active_to", to)
	var out []Anachronism
	told := map[bool]int{} // the finding on persons before and after
	check := func(c claim.Claim, what, column string, s cell.Span, person bool) {
		if !s.Known() {
			return
		}
		s = loosen(s)
		before, after := len(start.Claims) > 0, len(end.Claims) > 0
		for _, o := range start.Claims {
			before = before && s.Last+grace < loosen(o.From).First
		}
		for _, o := range end.Claims {
			after = after && s.First > loosen(o.To).Last+grace
		}
		if !before && !after {
			return
		}
		life := start
		if after {
			life = end
		}
		if at, ok := told[before]; ok && person { // one finding for all persons on one side
			own := len(out[at].Claims) - len(life.Claims)
			out[at].Claims = slices.Insert(out[at].Claims, own, c)
			return
		}
		if person {
			told[before] = len(out)
		}
		a := Anachronism{
			Claims: []claim.Claim{c}, Column: column, What: what + " " + s.Text, Name: g.Name, Before: before, Self: true, Loose: person && before,
			Source: "the claims on the group", Span: "from " + strings.Join(start.Values, " or "),
		}
		if after {
			a.Span = "until " + strings.Join(end.Values, " or ")
		}
		for _, o := range life.Claims {
			a.Claims = append(a.Claims, o)
		}
		out = append(out, a)
	}
	for _, t := range g.Ties {
		if t.Kind != Dissolved && t.Kind != Formed && t.Kind != Merged {
			check(t.Relation, t.Words()+" is dated to", "date", t.When, false)
		}
	}
	for _, p := range r.People {
		for _, c := range p.Claims {
			if c.Group == "" || r.KeyOf(c.Group) != g.Key {
				continue
			}
			check(c, "this person's time with "+g.Name+" begins", "from", c.From, true)
			if !c.From.Known() || c.To.Text != c.From.Text {
				check(c, "this person's time with "+g.Name+" goes on to", "to", c.To, true)
			}
		}
	}
	return out
}
