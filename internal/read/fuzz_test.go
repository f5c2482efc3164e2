package read_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// FuzzOpen reads arbitrary bytes as a file: it ends without a panic, and what comes out holds together.
func FuzzOpen(f *testing.F) {
	table := [][]string{{"event_id", "event_date", "country", "best", "notes"}, {"1", "2014-01-31", "Iraq", "3", "On 31 January, three died."}, {"2", "31/01/2014", "é", "x", ""}}
	for _, kind := range kinds {
		data, err := kind.write(table)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add(data[:len(data)*2/3])
	}
	for _, text := range []string{
		"", "\n\n", "\xef\xbb\xbf", "\xff\xfe", "a", "a,b", "a,b\n\"1,2\n3,4\n", "a,a\n1,2\n", "a\rb\r", "\x00\x00\x00\x00,\n", ",,,\n,,,\n",
		"[[1,2],[3]]", "[{\"a\":1},2,{\"b\":[[[]]]}]", "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}]}",
		"{\"a\":1}\n{\"a\":", "{}", "[]", "id;when\n1;\xe9\xe8\n", "#a,#b\n1,2\n", "a,b\n#x,#y\n1,2\n", "PAR1PAR1", "PK\x03\x04", "\x1f\x8b\x08",
	} {
		f.Add([]byte(text))
	}
	ctx := context.Background()
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(dir, "t.csv")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		ds, err := read.Open(ctx, read.Input{Path: path}, read.Options{Workers: 1})
		if err != nil {
			if len(ds) > 0 || err.Error() == "" {
				t.Fatalf("%d datasets beside the error %q", len(ds), err)
			}
			return
		}
		for _, d := range ds {
			sound(t, d)
			var rows []int
			for row := range min(d.N, 3) {
				rows = append(rows, row)
			}
			n := 0
			err := d.Reread(ctx, rows, func(row int, cells []string) error {
				if row != n {
					t.Fatalf("row %d came for row %d", row, n)
				}
				n++
				return nil
			})
			if err != nil || n != len(rows) {
				t.Fatalf("%d of %d rows were read again: %v", n, len(rows), err)
			}
			d.Close()
		}
	})
}

// sound checks that the parts of a dataset have the sizes that belong together.
func sound(t *testing.T, d *record.Dataset) {
	t.Helper()
	if len(d.RowHash) != d.N || len(d.Skips) != d.Unread || d.Lines != nil && len(d.Lines) != d.N {
		t.Fatalf("%d rows, %d hashes, %d lines; %d unread, %d skips", d.N, len(d.RowHash), len(d.Lines), d.Unread, len(d.Skips))
	}
	lost := 0
	for _, p := range d.Problems {
		if p.Row >= d.N || p.Column >= len(d.Columns) || p.Kind == "" || p.Text == "" {
			t.Fatalf("problem out of range or without a text: %+v", p)
		}
		if p.Row < 0 {
			lost++
		}
	}
	if d.Unread > lost {
		t.Fatalf("%d records are unread, and %d problems tell of them", d.Unread, lost)
	}
	last := 0
	for row := range d.N {
		n := d.RowNumber(row)
		if n <= last {
			t.Fatalf("row %d has number %d, after %d", row, n, last)
		}
		last = n
	}
	for i := range d.Columns {
		c := &d.Columns[i]
		for row := range d.N {
			c.State(row)
			c.Text(row)
			c.Same(row)
			if _, ok := c.Number(row); ok && !c.Has(row) {
				t.Fatalf("column %d, row %d: a number in a cell without a value", i, row)
			}
		}
	}
}
