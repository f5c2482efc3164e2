package read_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/record"
)

const header = "event_id,event_date,country,best,low,high\n"

func event(i int) string {
	return fmt.Sprintf("e%d,2014-06-%02d,Iraq,%d,%d,%d\n", i, 1+i%28, i%9, i%9, i%9+1)
}

func write(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func openData(t testing.TB, name string, data []byte) *record.Dataset {
	t.Helper()
	ds, err := read.Open(context.Background(), read.Input{Path: write(t, name, data)}, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ds[0].Close() })
	return ds[0]
}

// What damage does to the rows: those that are good are kept, those that are lost count in the row numbers.
func TestDamage(t *testing.T) {
	three := header + event(1) + event(2) + event(3)
	var cut bytes.Buffer
	z, err := gzip.NewWriterLevel(&cut, gzip.NoCompression) // so that it can be cut at a known place of the text
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write([]byte(three)); err != nil {
		t.Fatal(err)
	}
	if err := z.Flush(); err != nil {
		t.Fatal(err)
	}
	gz := cut.Bytes()
	gz = gz[:bytes.LastIndexByte(gz, '\n')-2]
	for _, test := range []struct {
		name     string
		text     string
		ids      string // of the rows that were read
		numbers  []int  // for people
		lines    []int
		unread   int
		problems []string // line and kind
	}{
		{name: "whole.csv", text: three, ids: "e1 e2 e3", numbers: []int{1, 2, 3}, lines: []int{2, 3, 4}},
		{name: "no line end.csv", text: strings.TrimSuffix(three, "\n"), ids: "e1 e2 e3", numbers: []int{1, 2, 3}, lines: []int{2, 3, 4}},
		{name: "cr.csv", text: strings.ReplaceAll(three, "\n", "\r"), ids: "e1 e2 e3", numbers: []int{1, 2, 3}, lines: []int{2, 3, 4}},
		{name: "mixed line ends.csv", text: header + strings.ReplaceAll(event(1), "\n", "\r\n") + event(2), ids: "e1 e2", numbers: []int{1, 2}, lines: []int{2, 3}},
		{name: "blank lines.csv", text: "\n\n" + header + "\n" + event(1) + "\r\n\n" + event(2) + "\n\n", ids: "e1 e2", numbers: []int{1, 2}, lines: []int{5, 8}},
		{
			name: "stray mark.csv", text: header + event(1) + "e2,\"2014-06-01,Iraq,1,1,1\n" + event(3) + event(4), ids: "e1 e3 e4",
			numbers: []int{1, 3, 4}, lines: []int{2, 4, 5}, unread: 1, problems: []string{"3 quote"},
		},
		{
			name: "mark never closed.csv", text: header + event(1) + event(2) + "e3,2014-06-01,\"Iraq,1,1,1\n", ids: "e1 e2",
			numbers: []int{1, 2}, lines: []int{2, 3}, unread: 1, problems: []string{"4 quote"},
		},
		{
			name: "first row lost.csv", text: header + "e1,\"2014-06-01,Iraq,1,1,1\n" + event(2) + event(3), ids: "e2 e3",
			numbers: []int{2, 3}, lines: []int{3, 4}, unread: 1, problems: []string{"2 quote"},
		},
		{
			name: "ragged.csv", text: header + event(1) + "e2,2014\n" + "e3,2014-06-01,Iraq,1,1,1,x,y\n" + "e4,2014-06-01,Iraq,1,1,1,,\n",
			ids: "e1 e2 e3 e4", numbers: []int{1, 2, 3, 4}, lines: []int{2, 3, 4, 5}, problems: []string{"3 ragged", "4 ragged"},
		},
		{
			name: "long line.csv", text: header + event(1) + strings.Repeat("x", 9<<20) + "\n" + event(3), ids: "e1 e3",
			numbers: []int{1, 3}, lines: []int{2, 4}, unread: 1, problems: []string{"3 too-long"},
		},
		{
			name: "long line at the end.csv", text: header + event(1) + strings.Repeat("x,", 5<<20), ids: "e1",
			numbers: []int{1}, lines: []int{2}, unread: 1, problems: []string{"3 too-long"},
		},
		{
			name: "nul.csv", text: header + event(1) + strings.Replace(event(2), "Iraq", "Ir\x00aq", 1) + event(3), ids: "e1 e2 e3",
			numbers: []int{1, 2, 3}, lines: []int{2, 3, 4},
		},
		{
			name: "cut.csv.gz", text: string(gz), ids: "e1 e2", numbers: []int{1, 2}, lines: []int{2, 3},
			unread: 1, problems: []string{"4 truncated", "0 truncated"},
		},
		{name: "header.csv", text: header},
		{name: "header without line end.csv", text: strings.TrimSuffix(header, "\n")},
		{
			name: "lines.jsonl", text: "{\"event_id\":\"e1\"}\n{\"event_id\":\n{\"event_id\":\"e3\"}\n[1]\n{\"event_id\":\"e5\"}\n", ids: "e1 e3 e5",
			numbers: []int{1, 3, 5}, lines: []int{1, 3, 5}, unread: 2, problems: []string{"2 json", "4 not-object"},
		},
		{
			name: "cut.json", text: "[{\"event_id\":\"e1\"},\n{\"event_id\":\"e2\"},\n{\"event_id\":\"e", ids: "e1 e2",
			numbers: []int{1, 2}, lines: []int{1, 2}, problems: []string{"0 truncated"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := openData(t, test.name, []byte(test.text))
			var ids, problems []string
			var numbers, lines, rows []int
			for row := range d.N {
				text, _ := d.Columns[0].Text(row)
				ids = append(ids, text)
				numbers, lines, rows = append(numbers, d.RowNumber(row)), append(lines, d.Line(row)), append(rows, row)
			}
			for _, p := range d.Problems {
				problems = append(problems, fmt.Sprint(p.Line, " ", p.Kind))
			}
			if got := strings.Join(ids, " "); got != test.ids {
				t.Errorf("rows %.80q, want %q", got, test.ids)
			}
			if diff := cmp.Diff(test.numbers, numbers); diff != "" {
				t.Errorf("row numbers (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(test.lines, lines); diff != "" {
				t.Errorf("lines (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(test.problems, problems); diff != "" || d.Unread != test.unread {
				t.Errorf("%d unread, want %d; problems (-want +got)\n%s", d.Unread, test.unread, diff)
			}
			err := d.Reread(context.Background(), rows, func(row int, cells []string) error {
				if cells[0] != ids[row] {
					t.Errorf("row %d read again: %q, want %q", row, cells[0], ids[row])
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
}

// What nothing can be read of is an error that says what it is and what to do.
func TestUnreadable(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"empty.csv":      {"", "nothing in it: 0 bytes (hint:"},
		"blank.csv":      {"\n\r\n\n", "only blank lines (hint:"},
		"spaces.csv":     {"  \n \n", "the header is empty (hint:"},
		"bom.csv":        {"\ufeff", "nothing in it but a byte order mark (hint:"},
		"bom16.csv":      {"\xff\xfe", "nothing in it but a byte order mark (hint:"},
		"one line.csv":   {strings.Repeat("x", 9<<20), "the header could not be read: line 1: a line of 9437184 bytes is longer than a record may be (8 MB)"},
		"picture.csv":    {"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "a picture"},
		"page.csv":       {"<!doctype html><html><body>Sign in</body></html>", "a web page, not data (hint:"},
		"random.csv":     {string(noise(100_000)), "binary data of an unknown kind, no table (hint:"},
		"deep.json":      {strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), "an array of arrays"},
		"deep too.json":  {strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000), "line 1: this record is no valid JSON"},
		"cut.zip":        {"PK\x03\x04 and nothing else", "the archive has no table of contents"},
		"cut.gz":         {"\x1f\x8b\x08\x00\x00", "the compressed data breaks off after 0 bytes"},
		"not.parquet":    {"PAR1 and nothing else PAR1", "Parquet"},
		"no columns.csv": {",,,\n1,2,3,4\n", "the header is empty (hint:"},
	} {
		path := write(t, name, []byte(test.text))
		ds, err := read.Open(context.Background(), read.Input{Path: path}, read.Options{})
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), path) {
			t.Errorf("%s: %d datasets, %v; want %s: …%s", name, len(ds), err, path, test.want)
		}
		if err != nil && read.IsUsage(path, err) {
			t.Errorf("%s: %v is taken for a mistake on the command line", name, err)
		}
	}
}

// noise is bytes without any pattern, the same on each run.
func noise(n int) []byte {
	out := make([]byte, n)
	x := uint64(1)
	for i := range out {
		x = record.Mix(x + uint64(i))
		out[i] = byte(x >> 24)
	}
	return out
}

func TestUsage(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	csv := write(t, "a.csv", []byte("a,b\n1,2\n"))
	book, err := asXLSX([][]string{{"a", "b"}, {"1", "2"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []read.Input{
		{Path: filepath.Join(dir, "nowhere.csv")},
		{Path: dir},
		{Path: csv, Delimiter: "::"},
		{Path: csv, Encoding: "klingon"},
		{Path: write(t, "a.xlsx", book), Sheet: "Nowhere"},
	} {
		if _, err := read.Open(ctx, in, read.Options{}); err == nil || !read.IsUsage(in.Path, err) {
			t.Errorf("%+v: %v is no usage error", in, err)
		}
	}
}

// A file that another program shortens while it is read is told of, and the rows before are kept.
func TestShrinkingFile(t *testing.T) {
	var text bytes.Buffer
	text.WriteString(header)
	const rows = 700_000
	for i := range rows {
		text.WriteString(event(i))
	}
	for name, data := range map[string][]byte{"a.csv": text.Bytes(), "b.jsonl": []byte(strings.Repeat("{\"event_id\":\"e1\",\"best\":3}\n", rows))} {
		path := write(t, name, data)
		half := int64(len(data) / 2)
		cut := false
		o := read.Options{Workers: 1, Progress: func(string, int64, int64) {
			if !cut {
				cut = true
				if err := os.Truncate(path, half); err != nil {
					t.Error(err)
				}
			}
		}}
		ds, err := read.Open(context.Background(), read.Input{Path: path}, o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		d := ds[0]
		changed := slices.ContainsFunc(d.Problems, func(p record.Problem) bool {
			return p.Kind == "changed" && p.Row == -1 && strings.Contains(p.Text, fmt.Sprintf("shrank from %d to %d bytes", len(data), half))
		})
		if !cut || !changed || d.N == 0 || d.N > rows*6/10 {
			t.Errorf("%s: cut %v, %d rows, problems %+v", name, cut, d.N, d.Problems)
		}
		err = d.Reread(context.Background(), []int{0}, func(int, []string) error { return nil })
		var gone *container.ChangedError
		if !errors.As(err, &gone) {
			t.Errorf("%s: a row was read again from a changed file: %v", name, err)
		}
		d.Close()
	}
}

// An interruption ends reading soon and leaves nothing open or behind.
func TestInterruption(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	data := []byte(header + strings.Repeat(event(1), 300_000))
	packed, err := gzipped(data)
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	for name, content := range map[string][]byte{"a.csv": data, "a.csv.gz": packed} {
		ctx, cancel := context.WithCancel(context.Background())
		o := read.Options{Workers: 2, Progress: func(string, int64, int64) { cancel() }}
		ds, err := read.Open(ctx, read.Input{Path: write(t, name, content)}, o)
		if !errors.Is(err, context.Canceled) || len(ds) > 0 {
			t.Errorf("%s: %d datasets, %v", name, len(ds), err)
		}
		cancel()
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("%d temporary files are left", len(left))
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	if n := runtime.NumGoroutine(); n > before+1 {
		t.Errorf("%d goroutines, %d before", n, before)
	}
}
