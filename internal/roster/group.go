package roster

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Life is a date of a group's beginning or end as several claims give it.
type Life struct {
	Column string // active_from or active_to
	Claims []*claim.Group
	Values []string
	Apart  int
}

// Lives returns the dates of beginning and end of a group that cannot all be right.
func (g *Group) Lives() []Life {
	var out []Life
	for _, side := range []struct {
		column string
		date   func(*claim.Group) cell.Span
	}{
		{"active_from", func(c *claim.Group) cell.Span { return c.From }},
		{"active_to", func(c *claim.Group) cell.Span { return c.To }},
	} {
		l := Life{Column: side.column}
		for _, c := range g.Claims {
			s := side.date(c)
			if !s.Known() {
				continue
			}
			for _, o := range l.Claims {
				if clash(side.date(o), s) {
					l.Apart = max(l.Apart, apart(side.date(o), s))
				}
			}
			l.Claims = append(l.Claims, c)
		}
		if l.Apart == 0 {
			continue
		}
		sorted := slices.Clone(l.Claims)
		slices.SortStableFunc(sorted, func(a, b *claim.Group) int { return compareSpans(side.date(a), side.date(b)) })
		for _, c := range sorted {
			if t := side.date(c).Text; !slices.Contains(l.Values, t) {
				l.Values = append(l.Values, t)
			}
		}
		out = append(out, l)
	}
	return out
}

// Redated is one event between two groups that claims date differently.
type Redated struct {
	Ties   []*Tie
	Values []string
	Apart  int
}

// Redated returns oaths, splits, mergers and the like that claims date so that they cannot all be right.
func (r *Roster) Redated() []Redated {
	type event struct {
		a, b string
		kind TieKind
	}
	by := map[event][]*Tie{}
	var order []event
	for _, t := range r.Ties {
		if !t.Kind.Event() || !t.When.Known() {
			continue
		}
		k := event{t.A, t.B, t.Kind}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], t)
	}
	var out []Redated
	for _, k := range order {
		d := Redated{}
		for i, t := range by[k] {
			for _, o := range by[k][:i] {
				if clash(o.When, t.When) {
					d.Apart = max(d.Apart, apart(o.When, t.When))
				}
			}
		}
		if d.Apart == 0 {
			continue
		}
		d.Ties = slices.Clone(by[k])
		slices.SortStableFunc(d.Ties, func(a, b *Tie) int { return compareSpans(a.When, b.When) })
		for _, t := range d.Ties {
			if !slices.Contains(d.Values, t.Date.Text) {
				d.Values = append(d.Values, t.Date.Text)
			}
		}
		out = append(out, d)
	}
	return out
}

// Disordered is an oath that is dated after its acceptance.
type Disordered struct {
	Pledge   *Tie
	Accepted record.Day
	Claims   []claim.Claim // further claims that give the day of the acceptance
}

var accepting = regexp.MustCompile(`(?i)\baccept\w*`)

var dayMonth = regexp.MustCompile(`(?i)\b(\d{1,2}) (january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// Disorder returns oaths that were accepted before they were sworn: by the claim's own words on the day of acceptance, or by
// another claim that the one who received the oath accepted this group.
func (r *Roster) Disorder() []Disordered {
	var out []Disordered
	for _, t := range r.Ties {
		if t.Kind != Pledge || !t.When.Known() {
			continue
		}
		day := record.NoDay
		text := t.Locator + "; " + t.Notes
		if accepting.MatchString(text) {
			if m := dayMonth.FindStringSubmatch(text); m != nil {
				n, _ := strconv.Atoi(m[1])
				if d, ok := record.MakeDay(t.When.First.Year(), cell.MonthNamed(strings.ToLower(m[2])), n); ok {
					day = d
				}
			}
		}
		d := Disordered{Pledge: t, Accepted: day}
		for _, o := range r.Ties {
			if o.Kind != Accepted || o.B != t.B || !o.When.Known() {
				continue
			}
			if o.A == t.A && day == record.NoDay {
				d.Accepted = o.When.First
			}
			if o.When.First == d.Accepted && o.When.Last == d.Accepted {
				d.Claims = append(d.Claims, o.Relation)
			}
		}
		if d.Accepted == record.NoDay || d.Accepted >= t.When.First {
			continue
		}
		for _, c := range r.Contexts {
			if c.Date.Known() && c.Date.First == d.Accepted && c.Date.Last == d.Accepted && accepting.MatchString(c.Event) {
				d.Claims = append(d.Claims, c)
			}
		}
		out = append(out, d)
	}
	return out
}

// Allegiances is a group that is said to stand under two others at one time, or under one and under none.
type Allegiances struct {
	Group  *Group
	Claims []claim.Claim
	Names  []string // of those above it
	Denied bool     // claimed by some and denied by others
	Reason string
}

// alone are words that say that a group belongs to nobody.
var alone = regexp.MustCompile(`(?i)\b(?:independent|autonomous|unaffiliated|non-affiliat\w*|no links|cut (?:its )?links|cut ties)\b`)

var under = regexp.MustCompile(`(?i)\b(?:subdivision|part|branch|affiliate|affiliated|wing|front|subordinate|under)\b`)

var denying = regexp.MustCompile(`(?i)\bden(?:y|ied|ies)\b`)

// Conflicts returns the allegiances of all groups that do not fit together.
func (r *Roster) Conflicts() []Allegiances {
	var out []Allegiances
	for _, g := range r.Groups {
		out = append(out, g.two(r)...)
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
			enemies := r.hostile(a.B, b.B)
			if !enemies && a.Source != b.Source {
				continue // one may have followed the other within the time that the dates leave open
			}
			done[pair] = true
			x := Allegiances{Group: g, Claims: []claim.Claim{a.Relation, b.Relation}, Names: []string{Label(a.B), Label(b.B)}}
			x.Reason = "one source puts it under both at one time"
			if enemies {
				x.Reason = "the two are hostile to each other"
			}
			for _, c := range g.Claims {
				names := NamesIn(c.Affiliation)
				if len(names) > 1 && contains(names, a.B) && contains(names, b.B) {
					x.Claims = append(x.Claims, c)
				}
			}
			out = append(out, x)
		}
	}
	return out
}

func contains(names []string, key string) bool {
	m, ok := registered(key)
	return ok && slices.Contains(names, m.Group.Name)
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

func (r *Roster) hostile(a, b string) bool {
	for _, t := range r.Ties {
		if t.Kind == Hostile && (t.A == a && t.B == b || t.A == b && t.B == a) {
			return true
		}
	}
	return false
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
		case under.MatchString(c.Affiliation):
			bound = append(bound, c)
			names = append(names, strings.TrimSpace(c.Affiliation))
		case denying.MatchString(c.Affiliation):
			free, bound = append(free, c), append(bound, c)
			names = append(names, strings.TrimSpace(c.Affiliation))
		}
	}
	for _, t := range g.Ties {
		if t.A == g.Key && t.Kind == Left && len(bound) > 0 {
			free = append(free, t.Relation)
		}
		if t.A == g.Key && t.Kind == Pledge && denying.MatchString(t.Locator+" "+t.Notes) {
			free = append(free, t.Relation)
		}
	}
	if len(free) == 0 || len(bound) == 0 {
		return Allegiances{}, false
	}
	return Allegiances{Group: g, Claims: append(bound, free...), Names: names, Denied: true, Reason: "some claims put it under another group, others call it independent or deny the tie"}, true
}

// Anachronism is a relation to a group at a time when that group did not exist under that name.
type Anachronism struct {
	Tie    *Tie
	Name   string // of the group that did not exist yet, or no more
	Source string // who gives its dates
	Span   string
	Before bool
	Self   bool // not only the name: the organisation itself did not exist
}

// Anachronisms compares relations with the dates of names in the registry of groups.
func (r *Roster) Anachronisms() []Anachronism {
	var out []Anachronism
	for _, t := range r.Ties {
		if !t.When.Known() {
			continue
		}
		for _, k := range []string{t.A, t.B} {
			m, ok := registered(k)
			if !ok {
				continue
			}
			span := m.NameSpan()
			before := span.Before(t.When.Last)
			after := span.After(t.When.First) && t.Kind != Dissolved
			if before || after {
				self := m.Group.Span.Before(t.When.Last) || m.Group.Span.After(t.When.First)
				out = append(out, Anachronism{t, m.Name.Text, m.Source(), span.String(), before, self})
			}
		}
	}
	return out
}

// Moment is an entry of a group's timeline.
type Moment struct {
	When  cell.Span
	Text  string
	Claim claim.Claim
}

// Timeline returns what claims say about a group in order of time; undated claims come last.
func (g *Group) Timeline() []Moment {
	var out []Moment
	for _, c := range g.Claims {
		if c.From.Known() {
			out = append(out, Moment{c.From, "begins as " + c.Name, c})
		}
		if c.To.Known() {
			out = append(out, Moment{c.To, "ends", c})
		}
	}
	for _, t := range g.Ties {
		out = append(out, Moment{t.When, t.Words(), t.Relation})
	}
	slices.SortStableFunc(out, func(a, b Moment) int { return compareSpans(a.When, b.When) })
	return out
}
