package patch

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/record"
)

// Value is a new value for a cell of a dataset that was read.
type Value struct {
	Data      *record.Dataset
	Row       int // from 0
	Column    int // index into Data.Columns
	New       string
	Citations []string
	Decision  string
}

// Make turns new values into corrections: it reads the old cells again, takes their hashes, and names each record by its
// identifier, with its row only where other rows have the same identifier or none is there. A value that the cell already
// has gives no correction. The result is ordered by dataset, row and column. An error means that a cell does not exist or
// cannot be read again, or that a value is no correction (no citation).
func Make(ctx context.Context, values []Value) ([]Correction, error) {
	values = slices.Clone(values)
	slices.SortStableFunc(values, func(a, b Value) int {
		return cmp.Or(cmp.Compare(a.Data.Name, b.Data.Name), cmp.Compare(a.Data.Path, b.Data.Path), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
	var out []Correction
	for len(values) > 0 {
		d := values[0].Data
		n := 1
		for n < len(values) && values[n].Data == d {
			n++
		}
		made, err := makeOf(ctx, d, values[:n])
		if err != nil {
			return nil, err
		}
		out, values = append(out, made...), values[n:]
	}
	var problems Problems
	for i := range out {
		problems = append(problems, out[i].check()...)
	}
	if len(problems) > 0 {
		return nil, &failed{problems, ErrMalformed}
	}
	return out, nil
}

// makeOf makes the corrections of one dataset; the values ascend by row.
func makeOf(ctx context.Context, d *record.Dataset, values []Value) ([]Correction, error) {
	var rows []int
	wanted := map[string]int{}
	for _, v := range values {
		if v.Row < 0 || v.Row >= d.N || v.Column < 0 || v.Column >= len(d.Columns) {
			return nil, fmt.Errorf("%s: there is no cell in row %d, column %d", d.Name, v.Row+1, v.Column+1)
		}
		if c := &d.Columns[v.Column]; c.Key() == "" || d.Column(c.Key()) != c {
			return nil, fmt.Errorf("%s:%d: column %d cannot be named: it has no name, or one that another column has too", d.Name, d.RowNumber(v.Row), v.Column+1)
		}
		if len(rows) == 0 || rows[len(rows)-1] != v.Row {
			rows = append(rows, v.Row)
		}
		wanted[d.ID(v.Row)] = 0
	}
	for row := range d.N {
		if id := d.ID(row); id != "" {
			if n, ok := wanted[id]; ok {
				wanted[id] = n + 1
			}
		}
	}
	var out []Correction
	err := d.Reread(ctx, rows, func(row int, cells []string) error {
		for ; len(values) > 0 && values[0].Row == row; values = values[1:] {
			v := values[0]
			if v.Column >= len(cells) {
				return fmt.Errorf("%s:%d:%s: the row ends before this column", d.Name, d.RowNumber(row), d.Columns[v.Column].Name)
			}
			old := cells[v.Column]
			if old == v.New {
				continue
			}
			c := Correction{
				Dataset: d.Name, ID: d.ID(row), Field: d.Columns[v.Column].Key(), OldSHA256: Hash(old), New: v.New, Citations: v.Citations, Decision: v.Decision,
			}
			if c.ID == "" || wanted[c.ID] > 1 {
				c.Row = d.RowNumber(row)
			}
			out = append(out, c)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Name, err)
	}
	return out, nil
}
