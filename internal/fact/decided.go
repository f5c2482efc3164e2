package fact

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Decided is a record of which a reviewer decided the values of some cells.
type Decided struct {
	link.Ref
	Cells   []string // of the whole record, with the decided values in their place
	Columns []int    // that were decided
	Why     []string // by whom, and by which decision; as many as Columns
}

// overrides holds the decided records of a dataset: a second table of these rows alone, which is asked in place of the first for
// the fields that the decided cells are about.
type overrides struct {
	table *table
	rows  map[int32]int // row of the dataset → row of the table
	why   []map[Field]string
}

// decide lets decided values take the place of those of the file. Rows must not repeat.
func (t *table) decide(ctx context.Context, list []Decided) error {
	if len(list) == 0 {
		return nil
	}
	records := make([][]string, len(list))
	for i := range list {
		records[i] = list[i].Cells
	}
	d, err := read.Again(ctx, t.d, records)
	if err != nil {
		return err
	}
	o := &overrides{table: newTable(d), rows: make(map[int32]int, len(list)), why: make([]map[Field]string, len(list))}
	for i := range list {
		o.rows[list[i].Row], o.why[i] = i, map[Field]string{}
		for k, c := range list[i].Columns {
			for f := range NumFields {
				if !slices.Contains(t.columns[f], c) {
					continue
				}
				if o.why[i][f] != "" {
					o.why[i][f] += "; "
				}
				o.why[i][f] += list[i].Why[k]
			}
		}
		if o.why[i][Deaths] != "" { // no share of a total any more
			delete(t.shares, list[i].Row)
		}
	}
	t.decided = o
	return nil
}

// at is where a row says something of a field: in the table itself, or among the decided records.
func (t *table) at(f Field, row int) (*table, int) {
	if t.decided != nil {
		if i, ok := t.decided.rows[int32(row)]; ok && t.decided.why[i][f] != "" {
			return t.decided.table, i
		}
	}
	return t, row
}

// decision says who decided what a row says of a field, "" where nobody did.
func (t *table) decision(f Field, row int) string {
	if t.decided != nil {
		if i, ok := t.decided.rows[int32(row)]; ok {
			return t.decided.why[i][f]
		}
	}
	return ""
}

// Readable reports whether a text can be read as a value of a column. Degrees must be on the globe.
func Readable(ctx context.Context, d *record.Dataset, cells []string, column int) (bool, error) {
	again, err := read.Again(ctx, d, [][]string{cells})
	if err != nil {
		return false, err
	}
	if again.N != 1 {
		return true, nil
	}
	c := &again.Columns[column]
	if c.Field != nil && c.Field.Role.MostDegrees() > 0 {
		if v, ok := c.Number(0); ok && math.Abs(v) > c.Field.Role.MostDegrees() {
			return false, nil
		}
	}
	return c.State(0) != record.Invalid, nil
}

// Decided says which of the claims that count were decided by a reviewer, and by whom; "" where none was.
func (f *Fact) Decided() string {
	var list []string
	for i := range f.Claims {
		if c := &f.Claims[i]; c.Decided != "" && !c.Repeat {
			list = append(list, c.Decided)
		}
	}
	return strings.Join(list, "; ")
}

// tell adds to the reason of a fact which of its claims were decided.
func (f *Fact) tell() {
	if s := f.Decided(); s != "" {
		f.Why += "; " + s
	}
}
