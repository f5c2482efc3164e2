package casereport

import (
	"cmp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/read/cell"
)

// claimTables lists all claims for the appendix and gives each its anchor.
func (b *builder) claimTables() []ClaimTable {
	var out []ClaimTable
	t := b.t
	add(b, &out, "f", "Figures", t.Figures, func(c *claim.Figure) string { return b.figureSays(c) })
	add(b, &out, "i", "Incidents", t.Incidents, func(c *claim.Incident) string { return b.incidentSays(c) })
	add(b, &out, "g", "Groups", t.Groups, func(c *claim.Group) string { return groupSays(c) })
	add(b, &out, "r", "Relations between groups", t.Relations, func(c *claim.Relation) string { return relationSays(c) })
	add(b, &out, "p", "People", t.People, func(c *claim.Person) string { return b.personSays(c) })
	add(b, &out, "n", "Populations", t.Populations, func(c *claim.Population) string {
		return c.Area + when(c.AsOf, ", ") + ": " + count(c.N) + " inhabitants"
	})
	add(b, &out, "e", "Context", t.Contexts, func(c *claim.Context) string {
		return b.hide(strings.TrimSpace(c.Date.Text + ": " + c.Event + " " + c.Value))
	})
	return out
}

func add[C claim.Claim](b *builder, out *[]ClaimTable, letter, title string, cs []C, says func(C) string) {
	if len(cs) == 0 {
		return
	}
	b.assign(letter, heads(cs))
	t := ClaimTable{ID: "claims-" + letter, Title: title}
	for _, c := range cs {
		h := c.Base()
		t.Rows = append(t.Rows, ClaimRow{
			Anchor: b.anchors[h], ID: b.name(h), Says: finding.Clean(b.hide(says(c))), Origin: finding.Clean(b.origin(c)),
			Source: b.sourceLine(h.Source),
		})
	}
	*out = append(*out, t)
}

// when writes a date as the claim states it, with a text before it.
func when(s cell.Span, before string) string {
	if s.Text == "" {
		return ""
	}
	return before + s.Text
}

// value writes low, best and high as the claim states them.
func value(low, best, high float64) string {
	switch l, v, h := known(low), known(best), known(high); {
	case v && l && h && low < high:
		return count(best) + " (" + count(low) + " to " + count(high) + ")"
	case v && l && low < best:
		return count(best) + " (at least " + count(low) + ")"
	case v && l:
		return "at least " + count(best)
	case v && h && high > best:
		return count(best) + " (up to " + count(high) + ")"
	case v && h:
		return "up to " + count(high)
	case v:
		return count(best)
	case l && h:
		return count(low) + " to " + count(high)
	case l:
		return "at least " + count(low)
	case h:
		return "up to " + count(high)
	}
	return "no number"
}

func (b *builder) figureSays(c *claim.Figure) string {
	var s strings.Builder
	s.WriteString(b.body(c) + " says " + value(c.Low, c.Best, c.High))
	for _, p := range []string{c.Population, c.Measure} {
		if p != "" && p != "n/a" {
			s.WriteString(", " + p)
		}
	}
	if c.Origin != "" && !strings.Contains(c.Population, c.Origin) {
		s.WriteString("; from " + c.Origin)
	}
	if c.Destination != "" && c.Destination != "n/a" {
		s.WriteString("; in or to " + c.Destination)
	}
	if c.AsOf.Known() {
		s.WriteString("; as of " + c.AsOf.Text)
	} else {
		s.WriteString("; no date")
	}
	return b.hide(s.String())
}

// body is who made an estimate, without the person who spoke.
func (b *builder) body(c *claim.Figure) string {
	if s := evidence.Body(c.Estimator); s != "" {
		return s
	}
	if c.Estimator != "" {
		return "an unnamed estimator"
	}
	return "the source"
}

func (b *builder) incidentSays(c *claim.Incident) string {
	var parts []string
	if s := strings.TrimSpace(c.Kind); s != "" {
		parts = append(parts, s)
	}
	place := c.Place
	if c.Region != "" && c.Region != c.Place {
		place = strings.TrimPrefix(place+", "+c.Region, ", ")
	}
	if place != "" {
		parts = append(parts, place)
	}
	if c.Date.Text != "" {
		parts = append(parts, c.Date.Text)
	}
	if t := toll(c); t != "" {
		parts = append(parts, t)
	}
	for _, p := range [][2]string{{"claimed by ", c.ClaimedBy}, {"attributed to ", c.AttributedTo}, {"status in the source: ", c.Status}, {"", c.Sophistication}} {
		if p[1] != "" && p[1] != "n/a" {
			parts = append(parts, p[0]+p[1])
		}
	}
	return b.hide(strings.Join(parts, "; "))
}

// toll writes the numbers of dead and injured that a claim gives.
func toll(c *claim.Incident) string {
	var parts []string
	for _, p := range []struct {
		v    float64
		what string
	}{
		{c.KilledCivilians, "civilians killed"}, {c.KilledSecurity, "security forces killed"}, {c.KilledPerpetrators, "attackers killed"}, {c.Injured, "injured"},
	} {
		if known(p.v) {
			parts = append(parts, count(p.v)+" "+p.what)
		}
	}
	return strings.Join(parts, ", ")
}

func groupSays(c *claim.Group) string {
	s := c.Name
	if c.From.Text != "" || c.To.Text != "" {
		s += "; active from " + cmp.Or(c.From.Text, "an unstated date") + " to " + cmp.Or(c.To.Text, "an unstated date")
	}
	if c.Affiliation != "" {
		s += "; affiliation: " + c.Affiliation
	}
	return s
}

func relationSays(c *claim.Relation) string {
	return plainKey(c.A) + " – " + strings.ReplaceAll(c.Relation, "_", " ") + " – " + plainKey(c.B) + when(c.Date, ", ")
}

// personSays says what a claim states about a person without naming the person.
func (b *builder) personSays(c *claim.Person) string {
	s := "a person"
	if sh := b.audit.Shield; sh != nil && !sh.Public(c) {
		s = sh.Person(c)
	}
	for _, p := range [][2]string{
		{"", privacy.RoleWords(c.Role, c.LegalStatus)},
		{"group: ", c.Group},
		{"from ", c.From.Text},
		{"until ", c.To.Text},
		{"born ", b.audit.Shield.Birth(c)},
		{"reported dead ", c.Death.Text},
	} {
		if p[1] != "" {
			s += "; " + p[0] + p[1]
		}
	}
	return b.hide(s)
}

// plainKey makes a key of a table readable.
func plainKey(s string) string { return strings.ReplaceAll(s, "_", " ") }

func (b *builder) sourceLine(s *claim.Source) SourceLine {
	if s == nil {
		return SourceLine{}
	}
	l := SourceLine{Key: finding.Clean(s.Key), Publisher: finding.Clean(b.hide(s.Publisher)), Date: finding.Clean(s.Date.Text)}
	if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
		l.URL = b.audit.Shield.URL(s.URL)
	}
	return l
}

// sourceLines lists the sources that claims name, by key.
func (b *builder) sourceLines() []SourceLine {
	used := map[string]bool{}
	for _, c := range b.all() {
		if s := c.Base().Source; s != nil {
			used[s.Key] = true
		}
	}
	var out []SourceLine
	for _, s := range b.t.Sources {
		if used[s.Key] {
			out = append(out, b.sourceLine(s))
		}
	}
	slices.SortFunc(out, func(x, y SourceLine) int { return cmp.Compare(x.Key, y.Key) })
	return out
}
