package roster

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

// Life is a date of a group's beginning or end as several claims give it.
type Life struct {
	Column string // active_from or active_to
	Claims []*claim.Group
	Values []string
	Apart  int
}

func from(c *claim.Group) cell.Span { return c.From }
func to(c *claim.Group) cell.Span   { return c.To }

// Lives returns the dates of beginning and end of a group that cannot all be right.
func (g *Group) Lives() []Life {
	var out []Life
	for _, side := range []struct {
		column string
		date   func(*claim.Group) cell.Span
	}{{"active_from", from}, {"active_to", to}} {
		if l := g.life(side.column, side.date); l.Apart > 0 {
			out = append(out, l)
		}
	}
	return out
}

func (g *Group) life(column string, date func(*claim.Group) cell.Span) Life {
	l := Life{Column: column}
	for _, c := range g.Claims {
		s := date(c)
		if !s.Known() {
			continue
		}
		for _, o := range l.Claims {
			if clash(date(o), s) {
				l.Apart = max(l.Apart, apart(date(o), s))
			}
		}
		l.Claims = append(l.Claims, c)
	}
	sorted := slices.Clone(l.Claims)
	slices.SortStableFunc(sorted, func(a, b *claim.Group) int { return compareSpans(date(a), date(b)) })
	for _, c := range sorted {
		if t := date(c).Text; !slices.Contains(l.Values, t) {
			l.Values = append(l.Values, t)
		}
	}
	return l
}

// Misended is a claim on a group whose date of end is not the one that its own words give.
type Misended struct {
	Claim *claim.Group
	Words string // "absorbed in 2007"
}

var ending = regexp.MustCompile(`(?i)\b(absorbed|merged|dissolved|disbanded)\b[^;.]{0,60}?\b((?:19|20)\d\d)\b`)

// Misended returns claims whose words date the end of the group otherwise than their active_to.
func (g *Group) Misended() []Misended {
	var out []Misended
	for _, c := range g.Claims {
		if !c.To.Known() {
			continue
		}
		for _, text := range []string{c.Affiliation, c.Locator, c.Notes} {
			m := ending.FindStringSubmatch(text)
			if m == nil {
				continue
			}
			year, err := strconv.Atoi(m[2])
			s := loosen(c.To)
			if err == nil && (year < s.First.Year() || year > s.Last.Year()) {
				out = append(out, Misended{c, strings.ToLower(m[1]) + " in " + m[2]})
				break
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
