package across

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// mostRelated is how many rows of other datasets a finding names; an event of more is not told in full.
const mostRelated = 12

// Cells lists the role of the column that stands for each field; a place goes by its latitude.
var Cells = map[fact.Field]record.Role{
	fact.Date: record.RoleDate, fact.Place: record.RoleLat, fact.Country: record.RoleCountry, fact.Admin1: record.RoleAdmin1,
	fact.Actors: record.RoleActor1, fact.Deaths: record.RoleBest, fact.Injured: record.RoleInjured,
}

// Finding starts a finding on a field of an event: the row in question is that of the first side, the rows of all others are
// related, each with its cell.
func Finding(e *Event, f fact.Field, first *Side, sides []Side) check.Finding {
	at := first.Claims[0]
	x := check.Finding{Data: first.Data, Row: int(at.Row), Column: column(first.Data, f, at.Columns), Key: f.String()}
	x.Marked = slices.DeleteFunc(slices.Clone(at.Columns), func(c int) bool { return c == x.Column })
	add := func(s *Side) {
		for _, c := range s.Claims {
			if c != at && len(x.Related) < mostRelated {
				x.Related = append(x.Related, check.Ref{Data: s.Data, Row: int(c.Row), Column: column(s.Data, f, c.Columns)})
			}
		}
	}
	add(first)
	for i := range sides {
		if sides[i].Index != first.Index {
			add(&sides[i])
		}
	}
	x.Alike = len(x.Related)
	return x
}

func column(d *record.Dataset, f fact.Field, stated []int) int {
	if c := d.Role(Cells[f]); c != nil && (len(stated) == 0 || slices.Contains(stated, c.Index)) {
		return c.Index
	}
	if len(stated) > 0 {
		return stated[0]
	}
	return -1
}

// Odd chooses the side on which a finding stands: the one that all others are against, else the one that fewer are with,
// else the first of the two.
func Odd(f *fact.Fact, a, b *Side) *Side {
	score := func(s *Side) int {
		worst := 0
		for _, c := range s.Claims {
			switch c.Stance {
			case fact.Beaten:
				worst = max(worst, 2)
			case fact.Differs:
				worst = max(worst, 1)
			}
		}
		return worst
	}
	if score(b) > score(a) {
		return b
	}
	return a
}

// Against finds a side that holds the chosen value of a contested field and one of another dataset that holds another; of
// several, those whose link is the surest, and likely. Sides for which may does not hold are left out; it may be nil.
func Against(e *Event, f fact.Field, may func(*Side) bool) (holds, differs *Side, ok bool) {
	sides := e.Sides(f)
	best := Likely
	for i := range sides {
		for j := range sides {
			if i == j || may != nil && !(may(&sides[i]) && may(&sides[j])) {
				continue
			}
			if !sides[i].has(fact.Agrees) || sides[j].has(fact.Agrees) || !sides[j].has(fact.Differs) && !sides[j].has(fact.Beaten) {
				continue
			}
			if p := e.Weigh(&sides[i], &sides[j]).Linked; p >= best {
				best, holds, differs, ok = p, &sides[i], &sides[j], true
			}
		}
	}
	return holds, differs, ok
}

func (s *Side) has(as fact.Stance) bool {
	return slices.ContainsFunc(s.Claims, func(c *fact.Claim) bool { return c.Stance == as })
}

// Doubt is what is known of how far a contradiction can be trusted.
type Doubt struct {
	Linked  float64 // probability that the two records are one event
	Reread  string  // why both are one report, "" where they are not known to be
	Origins int     // independent voices among the records of the event
	Apart   bool    // the two go back to different origins
}

// Weigh says how far a contradiction between two sides can be trusted.
func (e *Event) Weigh(a, b *Side) Doubt {
	d := Doubt{Origins: e.Voices, Apart: true}
	for _, x := range a.Claims {
		for _, y := range b.Claims {
			d.Linked = max(d.Linked, e.Linked(x.Ref, y.Ref))
			d.Apart = d.Apart && x.Origin != y.Origin
			if d.Reread == "" {
				d.Reread = e.SameReport(x.Ref, y.Ref)
			}
		}
	}
	return d
}

// Sure reports whether the records are one event without doubt.
func (d Doubt) Sure() bool { return d.Linked >= Sure }

// Confidence is the probability that a contradiction is one of the event, and not one of linking: that of the link, up to a
// limit that is higher where one report was read in two ways.
func (d Doubt) Confidence() float64 {
	limit := 0.85
	if d.Reread != "" {
		limit = 0.92
	}
	return math.Round(100*min(d.Linked, limit)) / 100
}

// Support says in words what stands behind the sides of an event: the link, and the voices.
func (e *Event) Support(d Doubt) string {
	out := fmt.Sprintf("the records are one event with probability %.2f", math.Floor(100*d.Linked)/100)
	if !d.Sure() {
		out += ", too little to be sure of it"
	}
	switch {
	case d.Reread != "":
		out += "; both go back to one report (" + d.Reread + ")"
	case !d.Apart:
		out += "; both go back to one voice"
	default:
		out += "; " + e.Voiced()
	}
	return out
}

// Voiced counts the independent voices behind the event and says which datasets share one.
func (e *Event) Voiced() string {
	if e.Voices == 1 {
		return "all records go back to one voice"
	}
	out := wording.Count(e.Voices, "independent voice") + " in all"
	for _, o := range e.Origins() {
		if names := e.names(o.Records); len(names) > 1 {
			out += fmt.Sprintf(", %s are one (%s)", wording.List(names, 4), o.Why)
		}
	}
	return out
}

func (e *Event) names(refs []link.Ref) []string {
	var out []string
	for _, r := range refs {
		if n := e.Data(r).Name; !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// Addresses names the records of the event: "acled:123, ged:456". It is used where identifiers tell more than rows do.
func (e *Event) Addresses() string {
	var out []string
	for _, r := range e.Same {
		d := e.Data(r)
		id := d.ID(int(r.Row))
		if id == "" {
			id = fmt.Sprintf("row %d", d.RowNumber(int(r.Row)))
		}
		out = append(out, d.Name+":"+id)
	}
	if len(out) > 6 {
		out = append(out[:6], fmt.Sprintf("%d more", len(out)-6))
	}
	return strings.Join(out, ", ")
}
