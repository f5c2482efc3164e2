package roster

import (
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

// Allegiances is a group that is said to stand under two others at one time, or under one and under none.
type Allegiances struct {
	Group  *Group
	Claims []claim.Claim
	Names  []string // of those above it; what the claims say where the tie is denied
	Denied bool     // claimed by some and denied by others
	Rivals bool     // the two above it are hostile to each other by other claims
}

// alone are words that say that a group belongs to nobody.
var alone = regexp.MustCompile(`(?i)\b(?:independent|autonomous|unaffiliated|non-affiliat\w*|no links|cut (?:its )?links|cut ties)\b`)

var under = regexp.MustCompile(`(?i)\b(?:subdivision|part|branch|affiliate|affiliated|wing|front|subordinate|under)\b`)

var denying = regexp.MustCompile(`(?i)\b(?:den(?:y|ied|ies)|contested|disputed)\b`)

// Conflicts returns the allegiances of all groups that do not fit together.
func (r *Roster) Conflicts() []Allegiances {
	var out []Allegiances
	for _, g := range r.Groups {
		two := g.two(r)
		if len(two) == 0 {
			two = g.listed(r)
		}
		out = append(out, two...)
		if a, ok := g.denied(); ok {
			out = append(out, a)
		}
	}
	return out
}

// two finds a group under two others at one time, where neither of these stands under the other.
func (g *Group) two(r *Roster) []Allegiances {
	var out []Allegiances
	var mine []*Tie
	for _, t := range g.Ties {
		if t.A == g.Key && t.Kind.Under() && t.Kind != Merged && t.When.Known() {
			mine = append(mine, t)
		}
	}
	done := map[string]bool{}
	for i, b := range mine {
		for _, a := range mine[:i] {
			pair := a.B + "\x00" + b.B
			if a.B == b.B || done[pair] || !a.When.Overlaps(b.When) || r.above(a.B, b.B) || r.above(b.B, a.B) {
				continue
			}
			proof := r.hostile(a.B, b.B, later(a.When, b.When))
			if proof == nil && a.Source != b.Source {
				continue // one may have followed the other within the time that the dates leave open
			}
			done[pair] = true
			x := Allegiances{Group: g, Claims: []claim.Claim{a.Relation, b.Relation}, Names: []string{a.NameB, b.NameB}, Rivals: proof != nil}
			for _, c := range g.Claims {
				if names := r.namesIn(c.Affiliation); has(names, r.id(a.B)) && has(names, r.id(b.B)) {
					x.Claims = append(x.Claims, c)
				}
			}
			for _, p := range proof {
				x.Claims = append(x.Claims, p.Relation)
			}
			out = append(out, x)
		}
	}
	return out
}

var order = regexp.MustCompile(`(?i)\b(?:since|from|until|before|after|briefly|then|former|formerly|later|\d{4})\b`)

// listed finds a claim that names two hostile groups in one affiliation, without saying that one came after the other.
func (g *Group) listed(r *Roster) []Allegiances {
	for _, c := range g.Claims {
		names := r.namesIn(c.Affiliation)
		if len(names) < 2 || order.MatchString(c.Affiliation) || alone.MatchString(c.Affiliation) {
			continue
		}
		for i, b := range names {
			for _, a := range names[:i] {
				if a.id == b.id {
					continue
				}
				if proof := r.hostile(a.id, b.id, cell.Span{First: 1 << 30, Last: 1 << 30}); proof != nil {
					x := Allegiances{Group: g, Claims: []claim.Claim{c}, Names: []string{a.text, b.text}, Rivals: true}
					for _, p := range proof {
						x.Claims = append(x.Claims, p.Relation)
					}
					return []Allegiances{x}
				}
			}
		}
	}
	return nil
}

func has(names []named, id string) bool {
	for _, n := range names {
		if n.id == id && id != "" {
			return true
		}
	}
	return false
}

// later returns the one of two spans that ends later.
func later(a, b cell.Span) cell.Span {
	if a.Last > b.Last {
		return a
	}
	return b
}

// above reports whether some claim puts group a under group b.
func (r *Roster) above(a, b string) bool {
	for _, t := range r.Ties {
		if t.A == a && t.B == b && t.Kind.Under() {
			return true
		}
	}
	return false
}

// hostile returns the claims that show two groups as enemies by a time: one that says so, or one that says it of a group
// under one of them and the other, with the claim that puts it there. nil where there are none.
func (r *Roster) hostile(a, b string, by cell.Span) []*Tie {
	a, b = r.id(a), r.id(b)
	until := func(t *Tie) bool { return !t.When.Known() || t.When.First <= by.Last }
	var indirect []*Tie
	for _, t := range r.Ties {
		if t.Kind != Hostile || !until(t) {
			continue
		}
		x, y := r.id(t.A), r.id(t.B)
		if x == a && y == b || x == b && y == a {
			return []*Tie{t}
		}
		if indirect != nil {
			continue
		}
		for _, m := range r.Ties { // m.A is under one and fights the other
			if !m.Kind.Under() || !m.When.Known() || !t.When.Known() || m.When.First > t.When.Last || m.A != t.A && m.A != t.B {
				continue
			}
			enemy := y
			if m.A == t.B {
				enemy = x
			}
			if parent := r.id(m.B); parent == a && enemy == b || parent == b && enemy == a {
				indirect = []*Tie{t, m}
			}
		}
	}
	return indirect
}

// denied finds a group that some claims put under another and some call independent, or an affiliation that one claim says
// is claimed and denied.
func (g *Group) denied() (Allegiances, bool) {
	var free, bound []claim.Claim
	var names []string
	for _, c := range g.Claims {
		switch {
		case alone.MatchString(c.Affiliation):
			free = append(free, c)
		case under.MatchString(c.Affiliation) && !order.MatchString(c.Affiliation):
			bound = append(bound, c)
			names = append(names, strings.TrimSpace(c.Affiliation))
		case denying.MatchString(c.Affiliation):
			free, bound = append(free, c), append(bound, c)
			names = append(names, strings.TrimSpace(c.Affiliation))
		}
	}
	for _, t := range g.Ties {
		if t.A != g.Key {
			continue
		}
		switch disputed := denying.MatchString(t.Text()); {
		case t.Kind == Left && len(bound) > 0:
			free = append(free, t.Relation)
		case t.Kind.Under() && disputed && len(bound) > 0:
			free = append(free, t.Relation)
		case t.Kind.Under() && disputed:
			free, bound = append(free, t.Relation), append(bound, t.Relation)
			names = append(names, Label(t.Relation.Relation)+" "+t.NameB)
		}
	}
	if len(free) == 0 || len(bound) == 0 {
		return Allegiances{}, false
	}
	return Allegiances{Group: g, Claims: append(bound, free...), Names: names, Denied: true}, true
}
