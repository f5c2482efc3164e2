package read_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// asCSV writes records, the first of which is the header.
func asCSV(delimiter rune, crlf bool) func([][]string) ([]byte, error) {
	return func(records [][]string) ([]byte, error) {
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		w.Comma, w.UseCRLF = delimiter, crlf
		err := w.WriteAll(records)
		return out.Bytes(), err
	}
}

func after(first func([][]string) ([]byte, error), then func([]byte) ([]byte, error)) func([][]string) ([]byte, error) {
	return func(records [][]string) ([]byte, error) {
		data, err := first(records)
		if err != nil {
			return nil, err
		}
		return then(data)
	}
}

func zipped(name string) func([]byte) ([]byte, error) {
	return func(data []byte) ([]byte, error) {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		w, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
		err = z.Close()
		return out.Bytes(), err
	}
}

func gzipped(data []byte) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err := z.Close()
	return out.Bytes(), err
}

func utf16(order unicode.Endianness) func([]byte) ([]byte, error) {
	return func(data []byte) ([]byte, error) {
		return unicode.UTF16(order, unicode.UseBOM).NewEncoder().Bytes(data)
	}
}

func asXLSX(records [][]string) ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	for i, r := range records {
		for k, text := range r {
			cell, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err != nil {
				return nil, err
			}
			if err := book.SetCellStr("Sheet1", cell, text); err != nil {
				return nil, err
			}
		}
	}
	var out bytes.Buffer
	err := book.Write(&out)
	return out.Bytes(), err
}

// asJSON writes one object a line, with something around and between them.
func asJSON(open, between, end string) func([][]string) ([]byte, error) {
	return func(records [][]string) ([]byte, error) {
		var out bytes.Buffer
		out.WriteString(open)
		for i, r := range records[1:] {
			if i > 0 {
				out.WriteString(between)
			}
			out.WriteByte('{')
			for k, text := range r {
				if k > 0 {
					out.WriteString(", ")
				}
				value, err := json.Marshal(text)
				if err != nil {
					return nil, err
				}
				fmt.Fprintf(&out, "%q: %s", records[0][k], value)
			}
			out.WriteByte('}')
		}
		out.WriteString(end)
		return out.Bytes(), nil
	}
}

func asParquet(records [][]string) ([]byte, error) {
	group := parquet.Group{}
	for _, name := range records[0] {
		group[name] = parquet.String()
	}
	var out bytes.Buffer
	w := parquet.NewGenericWriter[map[string]any](&out, parquet.NewSchema("table", group), parquet.MaxRowsPerRowGroup(7))
	for _, r := range records[1:] {
		row := map[string]any{}
		for k, name := range records[0] {
			row[name] = r[k]
		}
		if _, err := w.Write([]map[string]any{row}); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

var kinds = []struct {
	file, delimiter string
	write           func([][]string) ([]byte, error)
}{
	{"comma.csv", "comma", asCSV(',', false)},
	{"crlf.csv", "comma", asCSV(',', true)},
	{"semicolon.csv", ";", asCSV(';', false)},
	{"tab.tsv", "tab", asCSV('\t', false)},
	{"gzip.csv.gz", "comma", after(asCSV(',', false), gzipped)},
	{"zip.zip", "comma", after(asCSV(',', false), zipped("inner.csv"))},
	{"utf-16le.csv", "comma", after(asCSV(',', false), utf16(unicode.LittleEndian))},
	{"utf-16be.csv.gz", "comma", after(after(asCSV(',', false), utf16(unicode.BigEndian)), gzipped)},
	{"bom.csv", "comma", after(asCSV(',', false), func(b []byte) ([]byte, error) { return append([]byte("\ufeff"), b...), nil })},
	{"book.xlsx", "", asXLSX},
	{"book.xlsx.gz", "", after(asXLSX, gzipped)},
	{"lines.jsonl", "", asJSON("", "\n", "\n")},
	{"array.json", "", asJSON("[", ",\n", "]")},
	{"array.json.gz", "", after(asJSON("[", ",\n", "]"), gzipped)},
	{"columns.parquet", "", asParquet},
}

// tables draws records with a header. The first cell of a row is never empty, since a row without any text is no record in
// most kinds of file.
func tables(t *rapid.T) [][]string {
	width := rapid.IntRange(2, 6).Draw(t, "width")
	cell := rapid.OneOf(
		rapid.StringOfN(rapid.SampledFrom([]rune("ab1,;\t|\"' é–ø\nж中")), 0, 8, -1),
		rapid.SampledFrom([]string{"", "0", "-99", "2014-01-31", "Iraq", "a,\"b\"", "x\n\ny", strings.Repeat("long text ", 8)}),
	)
	records := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 1, 25).Draw(t, "rows")
	for i, r := range records {
		r[0] = fmt.Sprint("r", i, r[0])
	}
	header := make([]string, width)
	for k := range header {
		header[k] = fmt.Sprint("c", k)
	}
	return append([][]string{header}, records...)
}

// Whatever a table is written as, its cells are read back, typed columns hold them, and any row is read again.
func TestRoundTrip(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	for _, kind := range kinds {
		t.Run(kind.file, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				want := tables(t)
				if kind.file == "crlf.csv" || kind.file == "zip.zip" { // line ends in fields: changed by the writer; not expected in the first record of an archive member
					for _, r := range want {
						for k := range r {
							r[k] = strings.ReplaceAll(r[k], "\n", "/")
						}
					}
				}
				data, err := kind.write(want)
				if err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(dir, kind.file)
				if err := os.WriteFile(path, data, 0o644); err != nil {
					t.Fatal(err)
				}
				ds, err := read.Open(ctx, read.Input{Path: path, Delimiter: kind.delimiter}, read.Options{Workers: 2})
				if err != nil {
					t.Fatal(err)
				}
				d := ds[0]
				defer d.Close()
				compare(t, d, want)
				rows := rapid.SliceOfDistinct(rapid.IntRange(0, d.N-1), func(i int) int { return i }).Draw(t, "again")
				slices.Sort(rows)
				k := 0
				err = d.Reread(ctx, rows, func(row int, cells []string) error {
					if row != rows[k] {
						t.Fatalf("row %d, want %d", row, rows[k])
					}
					if diff := cmp.Diff(want[row+1], cells); diff != "" {
						t.Fatalf("row %d read again (-want +got)\n%s", row, diff)
					}
					k++
					return nil
				})
				if err != nil || k != len(rows) {
					t.Fatalf("%d of %d rows, %v", k, len(rows), err)
				}
				columns := rapid.SliceOfDistinct(rapid.IntRange(0, len(d.Columns)-1), func(i int) int { return i }).Draw(t, "columns")
				slices.Sort(columns)
				k = 0
				err = d.RereadColumns(ctx, rows, columns, func(row int, cells []string) error {
					for _, c := range columns {
						got := ""
						if c < len(cells) {
							got = cells[c]
						}
						if row != rows[k] || got != want[row+1][c] {
							t.Fatalf("row %d column %d: %q, want row %d with %q", row, c, got, rows[k], want[row+1][c])
						}
					}
					k++
					return nil
				})
				if err != nil || k != len(rows) {
					t.Fatalf("%d of %d rows by columns, %v", k, len(rows), err)
				}
			})
		})
	}
}

// compare checks the columns of a dataset against the cells that were written.
func compare(t *rapid.T, d *record.Dataset, want [][]string) {
	t.Helper()
	if d.N != len(want)-1 || len(d.Columns) != len(want[0]) || len(d.Problems) > 0 || d.Unread > 0 {
		t.Fatalf("%d rows and %d columns, want %d and %d; problems %v", d.N, len(d.Columns), len(want)-1, len(want[0]), d.Problems)
	}
	for k := range d.Columns {
		c := &d.Columns[k]
		if c.Name != want[0][k] {
			t.Fatalf("column %d is %q, want %q", k, c.Name, want[0][k])
		}
		for row := range d.N {
			text := want[row+1][k]
			if c.Storage == record.Digest {
				if c.Hashes[row] != record.Hash([]byte(text)) || int(c.Lengths[row]) != len(text) {
					t.Fatalf("digest of row %d, column %d is not that of %q", row, k, text)
				}
				continue
			}
			if got, ok := c.Text(row); !ok || got != text {
				t.Fatalf("row %d, column %d: %q, want %q", row, k, got, text)
			}
			if empty := strings.TrimSpace(text) == ""; empty != (c.State(row) == record.Empty) {
				t.Fatalf("row %d, column %d: %q is in state %d", row, k, text, c.State(row))
			}
		}
	}
	for row := range d.N {
		for other := range row {
			if same := slices.Equal(want[row+1], want[other+1]); same != (d.RowHash[row] == d.RowHash[other]) {
				t.Fatalf("rows %d and %d: equal is %v, but not by their hashes", row, other, same)
			}
		}
	}
}

// The delimiter and the width are found without help where cells hold no delimiters.
func TestDelimiterIsFound(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		want := tables(t)
		for _, r := range want {
			for k := range r {
				r[k] = strings.Map(func(c rune) rune {
					if strings.ContainsRune(",;\t|\n\"", c) {
						return '_'
					}
					return c
				}, r[k])
			}
		}
		delimiter := rapid.SampledFrom([]rune(",;\t|^")).Draw(t, "delimiter")
		data, err := asCSV(delimiter, rapid.Bool().Draw(t, "crlf"))(want)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "t.csv")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		ds, err := read.Open(context.Background(), read.Input{Path: path}, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer ds[0].Close()
		compare(t, ds[0], want)
	})
}

// Cells in an old encoding, quoted or not, are the same read by columns as by rows.
func TestRereadColumnsDecodes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.csv")
	const text = "id,place,note,plain\n1,Bogot\xe1,\"caf\xe9 \"\"Le\xf3n\"\"\",x\n2,Cali,\"a \"\"b\"\"\",y\n3,\xc9vreux,,z\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	ds, err := read.Open(ctx, read.Input{Path: path}, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer ds[0].Close()
	want := [][]string{{"Bogotá", `café "León"`, "x"}, {"Cali", `a "b"`, "y"}, {"Évreux", "", "z"}}
	n := 0
	err = ds[0].RereadColumns(ctx, []int{0, 1, 2}, []int{1, 2, 3}, func(row int, cells []string) error {
		n++
		if !slices.Equal(cells[1:], want[row]) {
			t.Errorf("row %d: %q, want %q", row, cells[1:], want[row])
		}
		return nil
	})
	if err != nil || n != len(want) {
		t.Fatalf("%d rows, %v", n, err)
	}
}
