package patch

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/assaydata/assay/internal/read"
)

// Whatever can be read as corrections can be written and read again.
func FuzzRead(f *testing.F) {
	f.Add([]byte("dataset,id,field,old_sha256,new_value,citations,row,decision\nged,e1,best," + zero + ",5,A | B,3,d1\n"))
	f.Add([]byte("dataset;id;field;old_sha256;new_value;citations\nged;e1;best;" + zero + ";\"5;\r\n\"\"\";A\n"))
	f.Add([]byte("\xef\xbb\xbfid\n\"\n\r\r\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		list, err := Read(bytes.NewReader(text), "c.csv")
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Fatal(err)
			}
			return
		}
		var out bytes.Buffer
		if err := Write(&out, list); err != nil {
			t.Fatal(err)
		}
		again, err := Read(&out, "c.csv")
		if err != nil || len(list) > 0 && cmp.Diff(list, again, cmpopts.IgnoreUnexported(Correction{})) != "" {
			t.Fatalf("%v %s", err, cmp.Diff(list, again, cmpopts.IgnoreUnexported(Correction{})))
		}
	})
}

// A correction of any cell of any text changes the bytes of that cell alone, or is refused.
func FuzzApply(f *testing.F) {
	f.Add([]byte(table), 1, 12, "7")
	f.Add([]byte("id,a\n1,\"x\"\"y\"\r\n2,\"p\"q\"\n\n3,\xe9\n"), 1, 1, "é,\n")
	f.Add([]byte("\xef\xbb\xbfa\n\"\"\nx"), 0, 0, "")
	f.Add([]byte("\xff\xfea\x00;\x00b\x00\n\x001\x00;\x002\x00\n\x00"), 0, 1, "ü")
	f.Add([]byte("a\tb\rc\td\re"), 1, 0, "\r")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text []byte, row, column int, value string) {
		path, out := filepath.Join(dir, "x.csv"), filepath.Join(dir, "y.csv")
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := open(context.Background(), read.Input{Path: path})
		if err != nil {
			return
		}
		defer d.Close()
		if d.N == 0 || len(d.Columns) == 0 {
			return
		}
		row, column = abs(row)%d.N, abs(column)%len(d.Columns)
		list, err := Make(context.Background(), []Value{{Data: d, Row: row, Column: column, New: value, Citations: cited}})
		if err != nil || len(list) == 0 {
			return
		}
		os.Remove(out)
		r, err := Apply(context.Background(), list, read.Input{Path: path}, out)
		if err != nil {
			if _, err := os.Stat(out); err == nil {
				t.Fatal("something was written")
			}
			return
		}
		if !utf8.ValidString(value) {
			t.Fatal("a value that is not UTF-8 was written")
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if d.Encoding == "UTF-16 LE" || d.Encoding == "UTF-16 BE" {
			return // a character is two bytes there; reading again has compared the cells
		}
		same := 0
		for same < min(len(text), len(got)) && text[same] == got[same] {
			same++
		}
		end := 0
		for end < min(len(text), len(got))-same && text[len(text)-1-end] == got[len(got)-1-end] {
			end++
		}
		// At most the cell with its marks, all of them doubled, is between what is the same.
		if was, is := len(text)-same-end, len(got)-same-end; was > 2*len(r.Applied[0].Old)+2 || is > 2*len(value)+2 {
			t.Fatalf("%d bytes became %d: %q, %q", was, is, text, got)
		}
	})
}

func abs(n int) int { return max(n, -(n + 1)) }
