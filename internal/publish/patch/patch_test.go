package patch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read"
)

const head = "id,type_of_violence,dyad_new_id,side_a,side_b,country,date_start,date_end,where_prec,date_prec,latitude,longitude,best,low,high,source_headline\n"

var table = head +
	"e1,1,7,Government of Narland,Group A,Narland,2014-06-01,2014-06-01,1,1,6.335,3.119,5,4,7,\"Five dead, \"\"says\"\" mayor\"\r\n" +
	"e2,1,7, Government of Narland ,\"Group A\",Narland,2014-06-03,2014-06-03,1,1,6.34,3.13,9,1,2,two\nlines\n" +
	"\n" +
	"e3,1,7,Government of Narland,Group B,Narland,2014-07-03,2014-07-04,1,1,3.3,4.4,3,1,4,"

func init() { table = strings.Replace(table, "two\nlines", "\"two\nlines\"", 1) }

var cited = []string{"doi 10.1177/0022343313484347", "https://example.org/a?b=1;c=2"}

func save(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func load(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// edited is a cell by identifier and column with its new value.
type edited struct{ id, column, value string }

// corrections makes corrections of a file.
func corrections(t testing.TB, path string, edits ...edited) []Correction {
	t.Helper()
	d, err := open(context.Background(), read.Input{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	var values []Value
	for _, e := range edits {
		for row := range d.N {
			if d.ID(row) == e.id {
				values = append(values, Value{Data: d, Row: row, Column: d.Column(e.column).Index, New: e.value, Citations: cited})
			}
		}
	}
	list, err := Make(context.Background(), values)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestApply(t *testing.T) {
	path := save(t, "ged.csv", []byte(table))
	list := corrections(t, path, edited{"e2", "best", "2"}, edited{"e2", "side_b", "Group \"C\", north"}, edited{"e1", "source_headline", ""}, edited{"e3", "source_headline", "a, b"}, edited{"e3", "country", "Narland"})
	if len(list) != 4 {
		t.Fatalf("%d corrections; a value that is there already needs none", len(list))
	}
	out := filepath.Join(t.TempDir(), "new.csv")
	r, err := Apply(context.Background(), list, read.Input{Path: path}, out)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer(",9,1,2,", ",2,1,2,", "\"Group A\"", "\"Group \"\"C\"\", north\"", "\"Five dead, \"\"says\"\" mayor\"", "\"\"", ",3,1,4,", ",3,1,4,\"a, b\"").Replace(table)
	if diff := cmp.Diff(want, load(t, out)); diff != "" {
		t.Error(diff)
	}
	if load(t, path) != table {
		t.Error("the input was changed")
	}
	if r.Rows != 3 || len(r.Applied) != 4 || r.Applied[1].Old != "Group A" && r.Applied[0].Old == "" {
		t.Errorf("%+v", r)
	}
	back := filepath.Join(t.TempDir(), "ged.csv")
	if _, err := Apply(context.Background(), r.Inverse(), read.Input{Path: out, Name: "ged"}, back); err != nil {
		t.Fatal(err)
	}
	// Quotation marks that a value needed stay; the values are those of before.
	if got := load(t, back); got != table+"\"\"" {
		t.Errorf("taken back: %q", got)
	}
}

func TestRefusals(t *testing.T) {
	path := save(t, "ged.csv", []byte(table+"\ne3,1,7,G,H,Narland,2014-07-03,2014-07-04,1,1,3.3,4.4,3,1,4,\n"))
	good := corrections(t, path, edited{"e1", "best", "6"})[0]
	with := func(change func(*Correction)) Correction { c := good; change(&c); return c }
	for _, c := range []struct {
		name string
		list []Correction
		want string
	}{
		{"old value", []Correction{with(func(c *Correction) { c.OldSHA256 = Hash("4") })}, "0:old_sha256: " + path + ":1:best has another value than the one that was corrected"},
		{"applied before", []Correction{with(func(c *Correction) { c.OldSHA256, c.New = Hash("4"), "5" })}, "has the new value already (hint: take a fresh copy of the file)"},
		{"no such id", []Correction{with(func(c *Correction) { c.ID = "e9" })}, "0:id: no row of "},
		{"id twice", []Correction{with(func(c *Correction) { c.ID = "e3" })}, "2 rows of " + path + " have this identifier (hint: say which one in a column row)"},
		{"no such row", []Correction{with(func(c *Correction) { c.Row = 9 })}, "has no row 9"},
		{"another row", []Correction{with(func(c *Correction) { c.Row = 2 })}, ":2 has another identifier"},
		{"no such field", []Correction{with(func(c *Correction) { c.Field = "bset" })}, `has no column "bset" (hint: did you mean best?)`},
		{"twice", []Correction{good, good}, "0:field: an earlier line corrects the same cell"},
	} {
		out := filepath.Join(t.TempDir(), "new.csv")
		_, err := Apply(context.Background(), append([]Correction{good}, c.list...)[len(c.list)%2:], read.Input{Path: path}, out)
		if !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), "*")); len(left) > 0 {
			t.Errorf("%s: %v was written", c.name, left)
		}
	}
	if _, err := Apply(context.Background(), []Correction{good}, read.Input{Path: path}, path); err == nil || !strings.Contains(err.Error(), "never overwritten") {
		t.Errorf("onto itself: %v", err)
	}
	if _, err := Apply(context.Background(), []Correction{good}, read.Input{Path: path, Name: "other"}, path+"2"); err == nil || !strings.Contains(err.Error(), "--dataset") {
		t.Errorf("another dataset: %v", err)
	}
	json := save(t, "ged.json", []byte(`[{"id":"e1","best":3},{"id":"e2","best":4}]`))
	if _, err := Apply(context.Background(), []Correction{good}, read.Input{Path: json}, json+"2"); !errors.Is(err, ErrUnsupported) {
		t.Errorf("JSON: %v", err)
	}
}

// With a row the same identifier may stand twice, and Make gives it.
func TestRows(t *testing.T) {
	path := save(t, "ged.csv", []byte(table+"\ne3,1,7,G,H,Narland,2014-07-03,2014-07-04,1,1,3.3,4.4,8,1,9,\n"))
	list := corrections(t, path, edited{"e3", "best", "2"}, edited{"e3", "id", "e4"})
	if len(list) != 4 || list[0].Row != 3 || list[3].Row != 4 {
		t.Fatalf("%+v", list)
	}
	r, err := Apply(context.Background(), list[2:], read.Input{Path: path}, path+"2")
	if err != nil {
		t.Fatal(err)
	}
	if got := load(t, path+"2"); !strings.HasSuffix(got, "\ne4,1,7,G,H,Narland,2014-07-03,2014-07-04,1,1,3.3,4.4,2,1,9,\n") {
		t.Errorf("%q", got)
	}
	if _, err := Apply(context.Background(), r.Inverse(), read.Input{Path: path + "2", Name: "ged"}, path+"3"); err != nil || load(t, path+"3") != load(t, path) {
		t.Errorf("taken back: %v", err)
	}
}

func TestEncodings(t *testing.T) {
	accents := strings.Replace(table, "Group B", "Brigada São João’s", 1)
	latin, err := charmap.Windows1252.NewEncoder().String(accents)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(accents)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, "\xef\xbb\xbf"+accents)
	z.Close()
	for name, content := range map[string]string{
		"plain.csv": accents, "mark.csv": "\xef\xbb\xbf" + accents, "latin.csv": latin, "wide.csv": wide, "packed.csv.gz": packed.String(),
		"semicolon.csv": strings.ReplaceAll(accents, ",", ";"), "mac.csv": strings.ReplaceAll(strings.ReplaceAll(accents, "\r\n", "\n"), "\n", "\r"),
	} {
		path := save(t, name, []byte(content))
		list := corrections(t, path, edited{"e3", "side_b", "Brigada Ñandú"}, edited{"e1", "best", "6"})
		out := filepath.Join(t.TempDir(), name)
		r, err := Apply(context.Background(), list, read.Input{Path: path}, out)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := load(t, out); got == content || name == "latin.csv" && !strings.Contains(got, "Brigada \xd1and\xfa,") {
			t.Errorf("%s: %q", name, got)
		}
		back := filepath.Join(t.TempDir(), name)
		if _, err := Apply(context.Background(), r.Inverse(), read.Input{Path: out}, back); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if name != "packed.csv.gz" && load(t, back) != content {
			t.Errorf("%s: %q taken back is %q", name, content, load(t, back))
		}
	}
	path := save(t, "latin.csv", []byte(latin))
	list := corrections(t, path, edited{"e3", "side_b", "Бригада"})
	if _, err := Apply(context.Background(), list, read.Input{Path: path}, path+"2"); !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), "windows-1252, which cannot write this value") {
		t.Errorf("Cyrillic in windows-1252: %v", err)
	}
}

// A value can change what a file is taken for; then the copy is not written.
func TestRecognisedOtherwise(t *testing.T) {
	path := save(t, "x.csv", []byte("id,a,b\n1,x,y\n2,p,q\n"))
	list := corrections(t, path, edited{"1", "a", "#meta"}, edited{"1", "b", "#date"}, edited{"1", "id", "#id"})
	if len(list) == 0 {
		t.Skip("no column of identifiers was recognised")
	}
	if _, err := Apply(context.Background(), list, read.Input{Path: path}, path+"2"); !errors.Is(err, ErrRefused) {
		t.Errorf("first row made one of tags: %v", err)
	}
}

// Any corrections can be written, read, applied, and taken back.
func TestThereAndBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.SampledFrom([]string{"", "x", "a b", "é", "\"", "a,b", "a\nb", "c\r\nd", "\"q\"", " sp ", "7", "x\ty"})
		quote := func(s string, must bool) string {
			if must || strings.ContainsAny(s, ",\"\r\n") {
				return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			return s
		}
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(rt, "line end")
		n := rapid.IntRange(1, 5).Draw(rt, "rows")
		b := strings.Builder{}
		b.WriteString(strings.TrimSuffix(head, "\n") + end)
		ids := []string{}
		for i := range n {
			ids = append(ids, string(rune('a'+i)))
			line := ids[i] + ",1,7"
			for range 13 {
				line += "," + quote(text.Draw(rt, "cell"), rapid.Bool().Draw(rt, "quoted"))
			}
			b.WriteString(line + end)
		}
		path := filepath.Join(dir, "ged.csv")
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			rt.Fatal(err)
		}
		var edits []edited
		for range rapid.IntRange(1, 4).Draw(rt, "edits") {
			e := edited{rapid.SampledFrom(ids).Draw(rt, "id"), rapid.SampledFrom([]string{"side_a", "side_b", "best", "source_headline"}).Draw(rt, "column"), text.Draw(rt, "value")}
			if !containsCell(edits, e) {
				edits = append(edits, e)
			}
		}
		made := corrections(t, path, edits...)
		if len(made) == 0 {
			return
		}
		var file bytes.Buffer
		if err := Write(&file, made); err != nil {
			rt.Fatal(err)
		}
		list, err := Read(&file, "corrections.csv")
		if err != nil || cmp.Diff(made, list, cmpopts.IgnoreUnexported(Correction{})) != "" {
			rt.Fatalf("%v\n%s", err, cmp.Diff(made, list, cmpopts.IgnoreUnexported(Correction{})))
		}
		out, back, again := filepath.Join(dir, "out.csv"), filepath.Join(dir, "back.csv"), filepath.Join(dir, "again.csv")
		r, err := Apply(context.Background(), list, read.Input{Path: path}, out)
		if err != nil {
			rt.Fatalf("%v\n%q", err, b.String())
		}
		undone, err := Apply(context.Background(), r.Inverse(), read.Input{Path: out, Name: "ged"}, back)
		if err != nil {
			rt.Fatal(err)
		}
		if got := plainCells(load(t, back)); cmp.Diff(plainCells(b.String()), got) != "" {
			rt.Fatalf("cells differ: %s", cmp.Diff(plainCells(b.String()), got))
		}
		// What was taken back once is taken back to the byte from then on: the quotation marks are there.
		redone, err := Apply(context.Background(), undone.Inverse(), read.Input{Path: back, Name: "ged"}, again)
		if err != nil || load(t, again) != load(t, out) || redone.NewSHA256 != r.NewSHA256 {
			rt.Fatalf("%v: %q, want %q", err, load(t, again), load(t, out))
		}
	})
}

func containsCell(list []edited, e edited) bool {
	for _, x := range list {
		if x.id == e.id && x.column == e.column {
			return true
		}
	}
	return false
}

// plainCells are the cells of all records.
func plainCells(text string) (out [][]string) {
	for pos := 0; pos < len(text); {
		cells, next, ok := cellsOf([]byte(text), pos, ',', '\n')
		if !ok {
			return out
		}
		var row []string
		for _, c := range cells {
			row = append(row, string(c.text([]byte(text))))
		}
		out, pos = append(out, row), next
	}
	return out
}
