package casefile

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func TestParse(t *testing.T) {
	c, err := Parse([]byte(`
as_of: 2016-12-31
datasets:
  - file: data/acled.csv
    name: acled
    version: "7"
    licence: terms
    citation: somebody
    delimiter: tab
    encoding: latin-1
    mapping:
      columns: {killed: best}
  - {file: /abs/gtd.csv, mapping: gtd-reworked, sheet: Events}
rules:
  VAL003: off
  att: note
  DUP001: {severity: warning, options: {days: 3, km: 20}}
checks:
  - {code: USR001, expect: best >= low}
baseline: known.jsonl
decisions: reviews/ours.jsonl
`), filepath.Join("case", "assay.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if c.AsOf.String() != "2016-12-31" || c.Baseline != filepath.Join("case", "known.jsonl") || c.Dir != "case" {
		t.Errorf("as of %v, baseline %s, folder %s", c.AsOf, c.Baseline, c.Dir)
	}
	if c.Decisions != filepath.Join("case", "reviews", "ours.jsonl") {
		t.Errorf("decisions %s", c.Decisions)
	}
	a, b := c.Inputs[0], c.Inputs[1]
	if a.Path != filepath.Join("case", "data", "acled.csv") || b.Path != "/abs/gtd.csv" || a.Mapping == nil || b.Mapping == nil {
		t.Errorf("inputs %+v", c.Inputs)
	}
	a.Path, a.Mapping = "", nil
	want := read.Input{Name: "acled", Version: "7", Licence: "terms", Cite: "somebody", Delimiter: "tab", Encoding: "latin-1"}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Errorf("input (-want +got)\n%s", diff)
	}
	rules := []Setting{
		{Name: "VAL003", Off: true},
		{Name: "ATT", Severity: check.Note},
		{Name: "DUP001", Severity: check.Warning, Options: map[string]any{"days": 3, "km": 20.0}},
	}
	if diff := cmp.Diff(rules, c.Rules); diff != "" {
		t.Errorf("rules (-want +got)\n%s", diff)
	}
	if len(c.Checks) != 1 || c.Checks[0].Code != "USR001" {
		t.Errorf("checks %v", c.Checks)
	}
}

func TestLoadWithoutFile(t *testing.T) {
	if _, err := Load(t.TempDir()); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "(hint: assay init") {
		t.Error(err)
	}
}

var commented = regexp.MustCompile(`(?m)^# ?( *(as_of|checks|baseline|- code|title|expect|severity|message|[A-Z]{3,}[0-9]*):)`)

// What is commented out in the template is right when the comment signs are taken away.
func TestTemplateExamples(t *testing.T) {
	d := table(t, "event_id,event_date,country,best,low,high\n1,2014-01-31,Iraq,3,1,5\n")
	d.Path = "events.csv"
	text := Template([]*record.Dataset{d}, ".")
	if c, err := Parse([]byte(text), "assay.yaml"); err != nil || c.Decisions != "decisions.jsonl" || len(c.Inputs) != 1 || len(c.Rules) != 0 || len(c.Checks) != 0 {
		t.Errorf("as it is: %+v, %v", c, err)
	}
	text = commented.ReplaceAllString(strings.Replace(text, "rules: {}", "rules:", 1), "$1")
	c, err := Parse([]byte(text), "assay.yaml")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if c.AsOf == record.NoDay || len(c.Rules) != 3 || len(c.Checks) != 1 || c.Baseline == "" {
		t.Errorf("some examples are still comments: %+v\n%s", c, text)
	}
}

// A case names each file once, gives each dataset a name of its own, and survives what files and columns may be called.
func TestTemplateNames(t *testing.T) {
	dir := t.TempDir()
	var all []*record.Dataset
	for _, name := range []string{"a.csv", "sub/a.csv", "odd: #name\n.csv", "-.csv", "öß ü.csv"} {
		path := filepath.Join(dir, "data", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("when: #1,\"two\nlines\",\"- x\",null,killed\n2014-01-31,b,c,d,3\n"), 0o644); err != nil {
			t.Skipf("this system does not allow the name %q", name)
		}
		ds, err := read.Open(context.Background(), read.Input{Path: path}, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer ds[0].Close()
		all = append(all, ds...)
	}
	text := Template(all, dir)
	c, err := Parse([]byte(text), filepath.Join(dir, FileName))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	names := map[string]bool{}
	for i, in := range c.Inputs {
		names[in.Name] = true
		if in.Path != all[i].Path {
			t.Errorf("path %q, want %q", in.Path, all[i].Path)
		}
		ds, err := read.Open(context.Background(), in, read.Options{})
		if err != nil {
			t.Errorf("%q: %v", in.Path, err)
			continue
		}
		ds[0].Close()
		for k := range ds[0].Columns {
			if diff := cmp.Diff(all[i].Columns[k].Field, ds[0].Columns[k].Field); diff != "" {
				t.Errorf("%q, column %d (-at first +from the case)\n%s", in.Path, k, diff)
			}
		}
	}
	if len(names) != len(all) {
		t.Errorf("%d names for %d datasets", len(names), len(all))
	}
}

func TestBaseline(t *testing.T) {
	d := table(t, events)
	rule := own(t, "expect: best < 9")
	findings := []check.Finding{
		{Rule: rule, Data: d, Row: 1, Message: "b <&>", Fingerprint: "ff"},
		{Rule: rule, Data: d, Row: -1, Message: "a", Fingerprint: "0a-2"},
	}
	path := filepath.Join(t.TempDir(), "baseline.jsonl")
	if err := WriteBaseline(path, findings); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"fingerprint":"0a-2","rule":"USR001","dataset":"events","message":"a"}
{"fingerprint":"ff","rule":"USR001","dataset":"events","id":"e2","message":"b <&>"}
`
	if diff := cmp.Diff(want, string(data)); diff != "" {
		t.Errorf("file (-want +got)\n%s", diff)
	}
	known, err := ReadBaseline(path)
	if err != nil || len(known) != 2 || !known["ff"] || !known["0a-2"] {
		t.Errorf("%v, %v", known, err)
	}
}

// A file is replaced as a whole or not at all.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	write := func(text string, err error) error {
		return Replace(path, func(w io.Writer) error {
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
			return err
		})
	}
	if err := write("old", nil); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := write("half", broken); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	data, err := os.ReadFile(path)
	if err != nil || string(data) != "old" {
		t.Errorf("%q, %v", data, err)
	}
	if list, _ := os.ReadDir(dir); len(list) != 1 {
		t.Errorf("%d files are left", len(list))
	}
	if err := Replace(filepath.Join(dir, "nowhere", "a.txt"), func(io.Writer) error { return nil }); err == nil {
		t.Error("no error for a folder that does not exist")
	}
}

// FuzzParse reads arbitrary text as assay.yaml: no panic, and every mistake names the file.
func FuzzParse(f *testing.F) {
	f.Add("as_of: 2016-12-31\ndatasets: [{file: a.csv, mapping: {columns: {a: best}}}]\nrules: {VAL: off, DUP001: {options: {days: 3}}}\n")
	f.Add("checks: [{code: USR001, expect: 'best > low', message: '{best}'}]\nbaseline: b\n")
	f.Add("datasets: &a [*a]\n")
	f.Add("? [a]\n: b\n---\nrules: [\n")
	f.Add("checks:\n  - {code: USR001, expect: '[1].all(x, [2].exists(y, x > y && z))'}\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse([]byte(text), "assay.yaml")
		if (c == nil) == (err == nil) {
			t.Fatalf("case %v and error %v", c, err)
		}
		if err != nil && !strings.Contains(err.Error(), "assay.yaml") {
			t.Fatalf("the error names no file: %v", err)
		}
	})
}
