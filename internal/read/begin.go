package read

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/read/table"
	"github.com/assaydata/assay/internal/record"
)

// sampleRows is how many records are looked at before the storage of columns without a codebook is decided.
const sampleRows = 2000

// begin recognises the format from the first records, gives the dataset its columns and returns a builder for them, with
// the number of records at the beginning that are no data.
func begin(d *record.Dataset, b *container.Blob, first [][]string, in Input) (*table.Builder, int, error) {
	header := first[0]
	var second []string
	if len(first) > 1 {
		second = first[1]
	}
	m := format.Recognise(header, second, in.Mapping)
	if in.Mapping != nil && len(m.Problems) > 0 {
		return nil, 0, fmt.Errorf("%s: the mapping does not fit:\n%s", b.Name(), strings.Join(m.Problems, "\n"))
	}
	skip := 1
	switch {
	case m.NoHeader:
		skip, header = 0, m.Header
	case m.HXL:
		skip = 2
	}
	if !slices.ContainsFunc(header, func(name string) bool { return strings.TrimSpace(name) != "" }) {
		return nil, 0, fmt.Errorf("%s: the header is empty (hint: the first record must name the columns)", b.Name())
	}
	d.Format = m.Format
	d.Remarks = append(d.Remarks, m.Remarks...)
	if m.Format.Assumed || in.Mapping != nil || m.Format.ID == "table" {
		d.Mapping = m.MappingYAML()
	}
	d.Columns = make([]record.Column, len(header))
	seen := map[string]int{}
	for i, name := range header {
		d.Columns[i] = record.Column{Name: name, Index: i}
		if i < len(m.Fields) {
			d.Columns[i].Field = m.Fields[i]
		}
		if name == "" {
			continue
		}
		if before, twice := seen[name]; twice {
			d.Remarks = append(d.Remarks, fmt.Sprintf("columns %d and %d are both called %q; the first one is used", before+1, i+1, name))
			d.Columns[i].Field = nil
			continue
		}
		seen[name] = i
	}
	fields := make([]*record.Field, len(header))
	for i := range d.Columns {
		fields[i] = d.Columns[i].Field
	}
	plan := table.NewPlan(header, fields, b.Encoding, first[min(skip, len(first)):])
	return table.NewBuilder(plan, d), skip, nil
}

// finish types the columns and understands the rows as events.
func finish(d *record.Dataset, t *table.Builder) {
	notes := t.Finish()
	if d.N == 0 && d.Unread == 0 {
		d.Remarks = append(d.Remarks, "there is a header, but no row below it")
	}
	format.Assemble(d)
	if d.Events != nil {
		d.Events.Note = notes
	}
}
