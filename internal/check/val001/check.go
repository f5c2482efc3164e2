package val001

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// shifted is the number of unreadable cells from which a row is reported as a whole.
const shifted = 3

func run(p *check.Pass) {
	problems(p)
	var cells []cell
	for i := range p.Data.Columns {
		if p.Cancelled() {
			return
		}
		c := &p.Data.Columns[i]
		cells = unreadable(p, c, cells)
		damaged(p, c)
	}
	report(p, cells)
}

// cell is an unreadable cell that is reported at its own place.
type cell struct{ row, column int32 }

// unreadable adds the unreadable cells of a column, and reports those that repeat or fill the column.
func unreadable(p *check.Pass, c *record.Column, cells []cell) []cell {
	var rows []int32
	filled := 0
	switch c.Storage {
	case record.Coded:
		bad := make([]bool, len(c.Dict.Texts))
		found := false
		for code, s := range c.Dict.States {
			bad[code] = s == record.Invalid && !tabular.Placeholder(c.Dict.Texts[code])
			found = found || bad[code]
		}
		if !found {
			return cells
		}
		for row, code := range c.Codes {
			if bad[code] {
				rows = append(rows, int32(row))
			}
			if code != 0 {
				filled++
			}
		}
	case record.Real:
		for row, v := range c.Reals {
			switch record.StateOf(v) {
			case record.Invalid:
				rows = append(rows, int32(row))
				filled++
			case record.Present:
				filled++
			}
		}
	}
	if whole(p, c, rows, filled, check.Error, fmt.Sprintf("can't be read as %s", article(c)),
		"check that the column holds what its name says; if it does, say how to read it in a mapping") {
		return cells
	}
	repeated := repeats(p, c, rows)
	for _, row := range rows {
		if repeated == nil || !repeated[c.Codes[row]] {
			cells = append(cells, cell{row, int32(c.Index)})
		}
	}
	return cells
}

// whole reports a column of which more than half of the filled cells fail, and whether it did.
func whole(p *check.Pass, c *record.Column, rows []int32, filled int, s check.Severity, what, help string) bool {
	t := tabular.Test{Checked: filled, Hits: rows}
	if !t.IsSystematic() {
		return false
	}
	p.Report(check.Finding{
		Severity: s, Row: -1, Column: c.Index, Related: tabular.Refs(p.Data, rows, c.Index, tabular.Examples),
		Message: fmt.Sprintf("%s: %s of %s %s", tabular.Name(c), wording.Share(len(rows), filled), wording.Count(filled, "filled cell"), what),
		Why:     wording.Count(len(rows), "cell") + "; the column as a whole is affected",
		Help:    help, Weight: float64(len(rows)),
	})
	return true
}

// repeats reports texts that stand in more rows than one finding lists, and marks their codes.
func repeats(p *check.Pass, c *record.Column, rows []int32) []bool {
	if c.Storage != record.Coded || len(rows) <= tabular.Together {
		return nil
	}
	byCode := map[uint32][]int32{}
	for _, row := range rows {
		byCode[c.Codes[row]] = append(byCode[c.Codes[row]], row)
	}
	out := make([]bool, len(c.Dict.Texts))
	for code, text := range c.Dict.Texts {
		rows := byCode[uint32(code)]
		if len(rows) <= tabular.Together {
			continue
		}
		out[code] = true
		p.Report(check.Finding{
			Severity: check.Error, Row: int(rows[0]), Column: c.Index,
			Related: tabular.Refs(p.Data, rows[1:], c.Index, tabular.MaxRelated), Alike: len(rows) - 1,
			Message: fmt.Sprintf("%s %s in %s can't be read as %s", tabular.Name(c), wording.Quote(text, wording.Cell),
				wording.Count(len(rows), "row"), article(c)),
			Why:      "the codebook gives the column the type " + c.Field.Type.String(),
			Help:     "if the text stands for a missing value, name it in the mapping; otherwise correct it",
			Expected: c.Field.Type.String(), Found: wording.Quote(text, wording.Cell), Weight: float64(len(rows)),
		})
	}
	return out
}

// report reports the remaining cells row by row. That the columns of a ragged record have shifted was said already.
func report(p *check.Pass, cells []cell) {
	ragged := tabular.Ragged(p.Data)
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
		if n >= shifted && !ragged[int(cells[0].row)] {
			var marked []int
			for _, c := range cells[:n] {
				marked = append(marked, int(c.column))
			}
			p.Report(check.Finding{
				Row: int(cells[0].row), Column: marked[0], Marked: marked[1:],
				Message: fmt.Sprintf("%d cells of the row can't be read as their columns' types; its columns have probably shifted", n),
				Why:     fmt.Sprintf("the first is %s", describe(&p.Data.Columns[marked[0]], int(cells[0].row))),
				Help:    "look for a missing or surplus delimiter or quotation mark in the line",
				Weight:  float64(10 * n),
			})
		} else if n < shifted {
			for _, c := range cells[:n] {
				single(p, &p.Data.Columns[c.column], int(c.row))
			}
		}
		cells = cells[n:]
	}
}

func single(p *check.Pass, c *record.Column, row int) {
	f := check.Finding{
		Row: row, Column: c.Index,
		Message: describe(c, row) + " can't be read as " + article(c),
		Why:     "programs that read the column as " + article(c) + " drop the value or the row",
		Help:    "correct the cell from the source; if it means a missing value, leave it empty or use the codebook's code",
		Weight:  1,
	}
	if c.Field != nil {
		f.Expected = c.Field.Type.String()
		if c.Field.Required || c.Field.Role == record.RoleBest {
			f.Weight = 2
		}
	}
	if text, ok := c.Text(row); ok {
		f.Found = wording.Quote(text, wording.Cell)
	}
	p.Report(f)
}

// describe names the cell and, where it is held, what stands in it.
func describe(c *record.Column, row int) string {
	if text, ok := c.Text(row); ok {
		return tabular.Name(c) + " " + wording.Quote(text, wording.Cell)
	}
	return tabular.Name(c)
}

func article(c *record.Column) string {
	name := "value"
	if c.Field != nil {
		name = c.Field.Type.String()
	}
	return "a " + name
}
