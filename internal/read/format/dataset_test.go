package format_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// assembled builds a dataset out of rows of "name=value" pairs in a layout and assembles it. Fields that a row does not
// name are empty.
func assembled(t testing.TB, header string, m *format.Mapping, rows ...string) *record.Dataset {
	t.Helper()
	names := cells(header)
	second := make([]string, len(names))
	table := make([][]string, len(rows))
	for r, row := range rows {
		table[r] = make([]string, len(names))
		for _, pair := range strings.Split(row, "|") {
			name, value, _ := strings.Cut(pair, "=")
			at := slices.IndexFunc(names, func(h string) bool { return format.Normalise(h) == name })
			if at < 0 {
				t.Fatalf("no column %q in %s", name, header)
			}
			table[r][at] = value
		}
		if r == 0 {
			second = table[r]
		}
	}
	match := format.Recognise(names, second, m)
	if len(match.Problems) > 0 {
		t.Fatal(match.Problems)
	}
	d := &record.Dataset{N: len(rows), Format: match.Format, Columns: make([]record.Column, len(names))}
	for c, name := range names {
		texts := make([]string, len(rows))
		for r := range table {
			texts[r] = table[r][c]
		}
		d.Columns[c] = column(name, c, match.Fields[c], texts)
	}
	format.Assemble(d)
	return d
}

// column stores texts as the reader does.
func column(name string, index int, f *record.Field, texts []string) record.Column {
	c := record.Column{Name: name, Index: index, Field: f}
	kind := record.TypeLabel
	if f != nil {
		kind = f.Type
	}
	switch kind {
	case record.TypeCoord, record.TypeSerial:
		c.Storage = record.Real
		for _, s := range texts {
			v, _ := cell.Number([]byte(s))
			c.Reals = append(c.Reals, v)
		}
	case record.TypeID:
		c.Storage = record.Packed
		for _, s := range texts {
			c.Bytes = append(c.Bytes, s...)
			c.Ends = append(c.Ends, uint32(len(c.Bytes)))
		}
	case record.TypeText:
		c.Storage = record.Digest
		for _, s := range texts {
			c.Hashes = append(c.Hashes, record.Hash([]byte(s)))
			c.Lengths = append(c.Lengths, uint32(len(s)))
		}
	default:
		c.Codes, c.Dict = coded(f, kind, texts)
	}
	return c
}

func coded(f *record.Field, kind record.Type, texts []string) ([]uint32, *record.Dict) {
	dict := &record.Dict{Texts: []string{""}}
	codes := make([]uint32, len(texts))
	for r, s := range texts {
		at := slices.Index(dict.Texts, s)
		if at < 0 {
			at = len(dict.Texts)
			dict.Texts = append(dict.Texts, s)
		}
		codes[r] = uint32(at)
	}
	number := kind == record.TypeInt || kind == record.TypeNumber || kind == record.TypeCode
	for _, s := range dict.Texts {
		state, num, day := record.Present, math.NaN(), record.NoDay
		switch {
		case s == "":
			state = record.Empty
		case f != nil && slices.ContainsFunc(f.Missing, func(c record.Code) bool { return c.Value == s }):
			state = record.Missing
		case number:
			num, state = cell.Number([]byte(s))
		case kind == record.TypeDate:
			var ok bool
			if day, _, ok = cell.ParseDate(s, f.Dates); !ok {
				state = record.Invalid
			}
		}
		if number && state != record.Present {
			num = record.NaNOf(state)
		}
		dict.States = append(dict.States, state)
		if number {
			dict.Nums = append(dict.Nums, num)
		}
		if kind == record.TypeDate {
			dict.Days = append(dict.Days, day)
		}
	}
	return codes, dict
}

func day(t testing.TB, iso string) record.Day {
	t.Helper()
	if iso == "" {
		return record.NoDay
	}
	d, _, ok := cell.ParseDate(iso, []record.DateOrder{record.DateISO})
	if !ok {
		t.Fatalf("%q is no date", iso)
	}
	return d
}
