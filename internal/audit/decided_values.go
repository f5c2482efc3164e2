package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// decidedValues are the records of linked datasets with the values that reviewers decided for their cells. A value holds where the cell
// still has the text that it had when it was decided. One that does not fit is told with the decisions that could not be applied.
func (a *Audit) decidedValues(ctx context.Context, j *journal.Journal, datasets []*record.Dataset) ([]fact.Decided, error) {
	if j == nil {
		return nil, nil
	}
	var values []journal.Decision
	var records []journal.Record
	for _, d := range j.Values() {
		if d.Field == statusField && a.holdsIncidents(d.A.Dataset) || !slices.ContainsFunc(datasets, func(x *record.Dataset) bool { return x.Name == d.A.Dataset }) {
			continue
		}
		values, records = append(values, d), append(records, d.A)
	}
	if len(values) == 0 {
		return nil, nil
	}
	fail := func(d *journal.Decision, what, hint string) {
		a.Undecided = append(a.Undecided, journal.Problem{
			File: j.Path, Line: j.Line(d.ID), Text: fmt.Sprintf("decision %s is about %s of %s, but %s", d.ID, d.Field, d.A, what), Hint: hint,
		})
	}
	const anew = "decide it anew, or withdraw the decision: assay decide withdraw"
	places := journal.Find(datasets, records)
	wanted := make([][]int, len(datasets))                    // rows
	asked := map[link.Ref][]int{}                             // values about a row
	columns, fits := make([]int, len(values)), map[int]bool{} // by value; columns below 0 where none is to be read
	for i := range values {
		d := &values[i]
		columns[i] = -1
		p, ok := places[d.A]
		if !ok {
			fail(d, "there is no such record", anew)
			continue
		}
		data := datasets[p.Data]
		c := data.Column(d.Field)
		switch {
		case c == nil:
			fail(d, data.Name+" has no such column", anew)
			continue
		case d.Old == "":
			fail(d, "what the cell held before is not known", "decide it without --unchecked")
			continue
		}
		columns[i] = c.Index
		for _, row := range rowsNamed(data, p, d.A) {
			ref := link.Ref{Data: p.Data, Row: row}
			asked[ref] = append(asked[ref], i)
			wanted[p.Data] = append(wanted[p.Data], int(row))
		}
	}
	var out []fact.Decided
	for k, data := range datasets {
		slices.Sort(wanted[k])
		wanted[k] = slices.Compact(wanted[k])
		err := data.Reread(ctx, wanted[k], func(row int, cells []string) error {
			x := fact.Decided{Ref: link.Ref{Data: int32(k), Row: int32(row)}, Cells: slices.Clone(cells)}
			for _, i := range asked[x.Ref] {
				d, c := &values[i], columns[i]
				for c >= len(x.Cells) { // a short row: what is missing is empty
					x.Cells = append(x.Cells, "")
				}
				if sum := sha256.Sum256([]byte(x.Cells[c])); hex.EncodeToString(sum[:]) != d.Old {
					continue
				}
				told := fits[i]
				fits[i] = true
				before := x.Cells[c]
				x.Cells[c] = d.Value
				if ok, err := fact.Readable(ctx, data, x.Cells, c); err != nil {
					return err
				} else if !ok {
					x.Cells[c] = before
					if !told {
						fail(d, "that can't be read as a value of this column", anew)
					}
					continue
				}
				x.Columns = append(x.Columns, c)
				x.Why = append(x.Why, fmt.Sprintf("%s of %s decided by %s on %s (decision %s)", d.Field, d.A, d.Who, d.When.Format("2006-01-02"), d.ID))
			}
			if len(x.Columns) > 0 {
				out = append(out, x)
			}
			return nil
		})
		if err != nil && !errors.Is(err, record.ErrNoSource) {
			return nil, err
		}
	}
	for i := range values {
		if columns[i] >= 0 && !fits[i] {
			fail(&values[i], "the cell does not hold what it held when that was decided", anew)
		}
	}
	return out, nil
}

// rowsNamed lists the rows that a record names: one, or all rows of an event that its dataset tells over several.
func rowsNamed(d *record.Dataset, p journal.Place, r journal.Record) []int32 {
	if p.Rows == 1 {
		return []int32{p.Row}
	}
	var out []int32
	for row := int(p.Row); row < d.N; row++ {
		if journal.NameOf(d, row) == r {
			out = append(out, int32(row))
		}
	}
	return out
}
