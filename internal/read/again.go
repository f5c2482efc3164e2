package read

import (
	"context"
	"strings"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/table"
	"github.com/assaydata/assay/internal/record"
)

// Again understands records as rows of a dataset that is read already: the same columns, with the meaning that they have there. The new dataset
// has no file behind it.
func Again(ctx context.Context, d *record.Dataset, records [][]string) (*record.Dataset, error) {
	out := &record.Dataset{Name: d.Name, Path: d.Path, Member: d.Member, Format: d.Format, Encoding: d.Encoding, Columns: make([]record.Column, len(d.Columns))}
	header, fields := make([]string, len(d.Columns)), make([]*record.Field, len(d.Columns))
	for i, c := range d.Columns {
		out.Columns[i] = record.Column{Name: c.Name, Index: i, Field: c.Field}
		header[i], fields[i] = c.Name, c.Field
	}
	t := table.NewBuilder(table.NewPlan(header, fields, container.Encoding{}, records), out)
	at := 0
	err := t.Pipe(ctx, 1, func(b *table.Block) bool {
		from := at
		for ; at < len(records) && b.Rows() < blockRows; at++ {
			b.Row(0, 0)
			for i := range out.Columns {
				var cell []byte
				if i < len(records[at]) {
					cell = []byte(strings.ToValidUTF8(records[at][i], "\ufffd"))
				}
				b.Cell(i, cell)
			}
		}
		return at > from
	}, nil, nil)
	if err != nil {
		return nil, err
	}
	finish(out, t)
	out.Lines = nil
	return out, nil
}
