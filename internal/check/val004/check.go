package val004

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

var criteria = [3]string{"crit1", "crit2", "crit3"}

func applies(p *check.Pass) string {
	d := p.Data
	switch d.Format.ID {
	case "ged":
		if d.Role(record.RoleHigh) == nil {
			return "no column for the high estimate"
		}
	case "acled":
		if d.Role(record.RoleActor1) == nil {
			return "no column for actor1"
		}
	case "scad":
		if d.Role(record.RoleKind) == nil && d.Role(record.RoleID) == nil {
			return "no column for etype or eventid"
		}
	default:
		for _, name := range criteria {
			if d.Column(name) == nil {
				return "no columns crit1, crit2 and crit3"
			}
		}
	}
	return ""
}

func run(p *check.Pass) {
	switch p.Data.Format.ID {
	case "ged":
		nobodyKilled(p)
	case "acled":
		nobodyActed(p)
	case "scad":
		placeholders(p)
	default:
		fewCriteria(p)
	}
}

// nobodyKilled finds GED events without a death in any reading.
func nobodyKilled(p *check.Pass) {
	high, best := tabular.NumbersOf(p.Data.Role(record.RoleHigh)), tabular.NumbersOf(p.Data.Role(record.RoleBest))
	low := tabular.NumbersOf(p.Data.Role(record.RoleLow))
	none := func(n tabular.Numbers, row int) bool { return !n.OK() || !(n.At(row) > 0) }
	t := tabular.Test{
		What: "there is at least one death in the high estimate", Columns: p.Cols(record.RoleHigh, record.RoleBest, record.RoleLow),
		Checked: p.Data.N,
	}
	for row := range p.Data.N {
		if high.At(row) == 0 && none(best, row) && none(low, row) {
			t.Hit(row)
		}
	}
	t.Report(p, func(int) check.Finding {
		return check.Finding{
			Message:  "high 0: nobody was killed in any reading, yet the dataset holds events with at least one death",
			Why:      "the codebook includes an event when its high estimate is 1 or more",
			Help:     "look the record up in the dataset's current release: an estimate or the record is wrong",
			Expected: "high of 1 or more", Found: "0",
		}
	})
}

// nobodyActed finds ACLED events without a first actor.
func nobodyActed(p *check.Pass) {
	c := p.Data.Role(record.RoleActor1)
	t := tabular.Test{What: "actor1 is named", Columns: []int{c.Index}, Checked: p.Data.N}
	ragged := tabular.Ragged(p.Data)
	for row := range p.Data.N {
		if c.State(row) == record.Empty && !ragged[row] {
			t.Hit(row)
		}
	}
	t.Report(p, func(int) check.Finding {
		return check.Finding{
			Severity: check.Warning,
			Message:  "actor1 is empty, yet every event of the dataset has a first actor",
			Why:      "the codebook names an unidentified actor where the source names none",
			Help:     "look the record up in the dataset's current release",
			Expected: "an actor", Found: "nothing",
		}
	})
}

// placeholders finds SCAD rows that stand for an armed conflict.
func placeholders(p *check.Pass) {
	kind, id := p.Data.Role(record.RoleKind), p.Data.Role(record.RoleID)
	for row := range p.Data.N {
		column, found := -1, ""
		if kind != nil && kind.Storage == record.Coded && kind.State(row) == record.Missing {
			if text, _ := kind.Text(row); strings.TrimSpace(text) != "" {
				column, found = kind.Index, "etype "+text
			}
		}
		if column < 0 && id != nil && tabular.StartsWith(id, row, '-') {
			text, _ := id.Text(row)
			column, found = id.Index, "eventid "+text
		}
		if column >= 0 {
			p.Report(check.Finding{
				Severity: check.Note, Row: row, Column: column,
				Message: fmt.Sprintf("%s marks a placeholder for an armed conflict, not an event", found),
				Why:     "the codebook uses -9 and negative identifiers for conflicts that other datasets code",
				Help:    "leave the row out before counting events or deaths",
				Found:   found,
			})
		}
	}
}

// fewCriteria finds GTD incidents that meet fewer than two of the three criteria.
func fewCriteria(p *check.Pass) {
	var n [3]tabular.Numbers
	var columns []*record.Column
	for i, name := range criteria {
		c := p.Data.Column(name)
		n[i], columns = tabular.NumbersOf(c), append(columns, c)
	}
	if !n[0].OK() || !n[1].OK() || !n[2].OK() {
		p.Skip("crit1, crit2 and crit3 hold no numbers")
		return
	}
	t := tabular.Test{What: "at least two of crit1, crit2 and crit3 are 1", Columns: tabular.Columns(columns...)}
	for row := range p.Data.N {
		a, b, c := n[0].At(row), n[1].At(row), n[2].At(row)
		if sum := a + b + c; sum == sum {
			t.Checked++
			if sum < 2 && a >= 0 && b >= 0 && c >= 0 {
				t.Hit(row)
			}
		}
	}
	t.Report(p, func(row int) check.Finding {
		met := int(n[0].At(row) + n[1].At(row) + n[2].At(row))
		return check.Finding{
			Message:  fmt.Sprintf("%d of the 3 criteria of inclusion met; the dataset asks for 2", met),
			Why:      fmt.Sprintf("crit1 %v, crit2 %v, crit3 %v", n[0].At(row), n[1].At(row), n[2].At(row)),
			Help:     "look the record up in the dataset's current release",
			Expected: "2 or 3 criteria", Found: fmt.Sprint(met), Weight: float64(2 - met),
		}
	})
}
