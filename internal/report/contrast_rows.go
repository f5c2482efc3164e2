package report

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/link"
)

// fieldRow is one field of all records of an event side by side, with what the claims come to.
func (a *across) fieldRow(v *fact.Event, f fact.Field, refs []link.Ref, c *fact.Contradiction) contrastRow {
	out := contrastRow{Field: rowTitles[f], InQuestion: c.Field == f}
	told := v.Fact(f)
	for _, r := range refs {
		cell := contrastCell{}
		if x := claimOf(told, r); x != nil {
			cell.Text = a.value(x)
			cell.Marked = c.Field == f && (r == c.A.Ref || r == c.B.Ref)
			cell.Note = a.remark(v, f, x)
			if told.Verdict >= fact.Contested && x.Stance >= fact.Differs && !told.Tie {
				cell.Stance = x.Stance.String()
			}
		} else if f == fact.Place { // a name without a point says where it was all the same
			cell.Text = a.placeName(v, r)
		}
		if f == fact.Place && cell.Note != "" {
			cell.Text, cell.Note = cell.Note, cell.Text
		}
		out.Cells = append(out.Cells, cell)
	}
	if told == nil || told.Verdict == fact.Unstated {
		return out
	}
	out.Value = a.text(told.Value.String())
	out.Verdict = told.Standing()
	out.Why = sentence(told.Why, nil)
	if told.Verdict >= fact.Contested && v.Voices > 1 && !told.Tie {
		against := "none"
		if told.Against > 0 {
			against = finding.Thousands(told.Against)
		}
		out.Why += fmt.Sprintf(" %s for it, %s against.", finding.Plural(told.Origins, "origin", "origins"), against)
	}
	return out
}

// rowTitles are the fields as heads of rows.
var rowTitles = map[fact.Field]string{fact.Date: "Date", fact.Place: "Place", fact.Actors: "Actors", fact.Deaths: "Dead"}

// claimOf finds what a record says of a field, nil where it says nothing.
func claimOf(f *fact.Fact, r link.Ref) *fact.Claim {
	if f == nil {
		return nil
	}
	for i := range f.Claims {
		if f.Claims[i].Ref == r {
			return &f.Claims[i]
		}
	}
	return nil
}

// remark is what must be known of a claim to read it.
func (a *across) remark(v *fact.Event, f fact.Field, c *fact.Claim) string {
	switch {
	case f == fact.Place:
		return a.placeName(v, c.Ref)
	case f == fact.Deaths && c.Shared:
		return "a share of a total over several rows"
	case f == fact.Deaths && c.Repeat:
		return "a further row of one event, not counted again"
	}
	return ""
}

// placeName is the place of a record by name, with its first-level unit.
func (a *across) placeName(v *fact.Event, r link.Ref) string {
	var parts []string
	for _, f := range []fact.Field{fact.PlaceName, fact.Admin1} {
		if c := claimOf(v.Fact(f), r); c != nil {
			if s := a.cell(c); s != "" && (len(parts) == 0 || parts[0] != s) {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, ", ")
}

// cell is a claim whose value is the text of one cell, as the shield lets it through.
func (a *across) cell(c *fact.Claim) string {
	text := c.Value.Text
	if len(c.Columns) > 0 {
		text = a.b.audit.Shield.Cell(a.l.Linked.Datasets[c.Data], int(c.Row), c.Columns[0], text)
	}
	return a.text(text)
}

// sourceRow names whom each record cites, and which of them are one origin.
func (a *across) sourceRow(v *fact.Event, refs []link.Ref) contrastRow {
	out := contrastRow{Field: "Sources"}
	origin := map[link.Ref]int{}
	why := map[int]string{}
	for i, o := range v.Origins() {
		for _, r := range o.Records {
			origin[r] = i
		}
		why[i] = o.Why
	}
	for _, r := range refs {
		cell := contrastCell{Text: a.origin.cited(v.Sources(r))}
		if o, ok := origin[r]; ok {
			cell.Note = fmt.Sprintf("origin %d", o+1)
			if why[o] != "" {
				cell.Note += ": " + why[o]
			}
		} else {
			cell.Text, cell.Note = "", "of a part: no origin of its own"
		}
		out.Cells = append(out.Cells, cell)
	}
	out.Value = finding.Plural(v.Voices, "independent origin", "independent origins")
	return out
}
