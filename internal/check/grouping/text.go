package grouping

import (
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Label names a row for people: its own identifier, else its number.
func Label(d *record.Dataset, row int) string {
	if id := d.ID(row); id != "" {
		return id
	}
	return "row " + strconv.Itoa(d.RowNumber(row))
}

// Related returns references to all rows but the first.
func Related(d *record.Dataset, rows []int32) []check.Ref {
	out := make([]check.Ref, 0, len(rows)-1)
	for _, r := range rows[1:] {
		out = append(out, check.Ref{Data: d, Row: int(r), Column: -1})
	}
	return out
}

// Names lists the names of columns, at most most of them: "low, high and 3 more".
func Names(d *record.Dataset, columns []int, most int) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = d.Columns[c].Key()
	}
	return wording.List(names, most)
}
