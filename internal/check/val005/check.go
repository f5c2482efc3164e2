package val005

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

func run(p *check.Pass) {
	required(p)
	placeholders(p)
	for i := range p.Data.Columns {
		if p.Cancelled() {
			return
		}
		c := &p.Data.Columns[i]
		nullDates(p, c)
		zeroCode(p, c)
		nines(p, c)
	}
}

// hollow is the number of empty key fields from which a row is reported as a whole.
const hollow = 3

type cell struct{ row, column int32 }

// isKey reports whether a column must be filled.
func isKey(d *record.Dataset, c *record.Column) bool {
	if c.Field == nil || !c.Field.Required {
		return false
	}
	// An ACLED event without a first actor fails the dataset's own scope: VAL004 says so.
	return !(d.Format.ID == "acled" && c.Field.Role == record.RoleActor1)
}

func required(p *check.Pass) {
	var cells []cell
	ragged := tabular.Ragged(p.Data)
	for i := range p.Data.Columns {
		c := &p.Data.Columns[i]
		if !isKey(p.Data, c) || p.Cancelled() {
			continue
		}
		t := tabular.Test{What: tabular.Name(c) + " is filled", Columns: []int{c.Index}, Checked: p.Data.N, Hits: blanks(c, p.Data.N)}
		if t.IsSystematic() {
			t.Report(p, func(int) check.Finding { return empty(c) })
			continue
		}
		for _, row := range t.Hits {
			if !ragged[int(row)] {
				cells = append(cells, cell{row, int32(c.Index)})
			}
		}
	}
	slices.SortFunc(cells, func(a, b cell) int {
		if a.row != b.row {
			return int(a.row - b.row)
		}
		return int(a.column - b.column)
	})
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].row == cells[0].row {
			n++
		}
		row(p, cells[:n])
		cells = cells[n:]
	}
}

// blanks lists the rows in which a column is empty.
func blanks(c *record.Column, n int) []int32 {
	var rows []int32
	if c.Storage == record.Coded {
		blank := make([]bool, len(c.Dict.States))
		for code, s := range c.Dict.States {
			blank[code] = s == record.Empty
		}
		for row, code := range c.Codes {
			if blank[code] {
				rows = append(rows, int32(row))
			}
		}
		return rows
	}
	for row := range n {
		if c.State(row) == record.Empty {
			rows = append(rows, int32(row))
		}
	}
	return rows
}

// row reports the empty key fields of one row.
func row(p *check.Pass, cells []cell) {
	if len(cells) < hollow {
		for _, at := range cells {
			f := empty(&p.Data.Columns[at.column])
			f.Row, f.Column = int(at.row), int(at.column)
			p.Report(f)
		}
		return
	}
	f := check.Finding{
		Row: int(cells[0].row), Column: int(cells[0].column),
		Message: fmt.Sprintf("%d key fields of the row are empty", len(cells)),
		Why:     "among them: ",
		Help:    "remove the row if it is a blank line of a spreadsheet, otherwise fill it from the dataset's release",
		Weight:  float64(len(cells)),
	}
	for i, at := range cells {
		if i > 0 {
			f.Marked = append(f.Marked, int(at.column))
			f.Why += ", "
		}
		f.Why += tabular.Name(&p.Data.Columns[at.column])
	}
	p.Report(f)
}

func empty(c *record.Column) check.Finding {
	f := check.Finding{
		Message:  tabular.Name(c) + " is empty, though a record can hardly be used without it",
		Why:      "the codebook has a value in every row",
		Help:     "fill it from the dataset's release or from the source",
		Expected: "a value", Found: "nothing", Weight: 1,
	}
	if c.Field.Doc != "" {
		f.Why += " (" + c.Field.Doc + ")"
	}
	return f
}
