package finding

import (
	"bufio"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"math"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

func TestMachineFormatsGolden(t *testing.T) {
	for format, name := range map[string]string{
		"concise": "concise.txt", "json": "findings.jsonl", "sarif": "findings.sarif", "junit": "junit.xml", "github": "github.txt",
	} {
		golden(t, name, []byte(render(t, sample(t), format, options)))
	}
}

func TestJSON(t *testing.T) {
	a := sample(t)
	a.Findings[5].Stat.Statistic = math.Inf(1)
	a.Findings[5].Confidence = math.NaN()
	out := lines(render(t, a, "json", Options{}))
	if len(out) != len(a.Findings) {
		t.Fatalf("%d lines for %d findings", len(out), len(a.Findings))
	}
	type ref struct {
		Dataset, ID, Column string
		Row                 int
	}
	type line struct {
		Rule, Severity, Dataset, File, Column, ID, Message, Fingerprint string
		Row, Line                                                       int
		Confidence                                                      *float64
		Related                                                         []ref
	}
	for i, text := range out {
		var got line
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatalf("line %d: %v", i+1, err)
		}
		f := &a.Findings[i]
		if got.Rule != f.Rule.Code || got.Row != f.Row+1 || got.Line != f.Data.Line(f.Row) || got.Fingerprint != f.Fingerprint ||
			got.File != f.Data.Path || got.Dataset != f.Data.Name || got.Related == nil {
			t.Errorf("line %d: %s", i+1, text)
		}
		if !strings.HasPrefix(text, `{"rule":"`) {
			t.Errorf("line %d does not begin with the rule: %s", i+1, text)
		}
	}
	var twin line
	if err := json.Unmarshal([]byte(out[1]), &twin); err != nil {
		t.Fatal(err)
	}
	if want := (ref{"east", "NAR2", "event_date", 2}); len(twin.Related) != 1 || twin.Related[0] != want {
		t.Errorf("related rows %v, want %v", twin.Related, want)
	}
	if twin.Line != 2 || twin.ID != "NAR1" || twin.Column != "event_date" {
		t.Errorf("address of the finding: %+v", twin)
	}
	var whole line
	if err := json.Unmarshal([]byte(out[5]), &whole); err != nil || whole.Confidence != nil || whole.Row != 0 || whole.Line != 0 {
		t.Errorf("a finding about a dataset: %+v, %v", whole, err)
	}
}

func TestSelectAppliesToEveryFormat(t *testing.T) {
	o := Options{Select: []string{"VAL003", "DUP"}}
	for _, format := range []string{"concise", "json", "sarif", "github", "full"} {
		out := render(t, sample(t), format, o)
		if !strings.Contains(out, "best 46 lies above high 40") || !strings.Contains(out, "identifier NAR3") || strings.Contains(out, "Gulf of Guinea") {
			t.Errorf("%s shows other findings than those selected:\n%s", format, out)
		}
	}
}

// The requirements of section 3 of the SARIF 2.1.0 standard on the objects that are written, and those that code-scanning
// services add.
func TestSARIFStructure(t *testing.T) {
	for name, a := range map[string]*audit.Audit{"sample": sample(t), "hostile": hostile(t), "empty": {}} {
		var log struct {
			Schema  string `json:"$schema"`
			Version string
			Runs    []struct {
				Tool struct {
					Driver struct {
						Name  string
						Rules []struct {
							ID                   string
							ShortDescription     struct{ Text string }
							DefaultConfiguration struct{ Level string }
						}
					}
				}
				Invocations []struct{ ExecutionSuccessful *bool }
				Artifacts   []struct {
					Location struct{ URI string }
					Hashes   map[string]string
				}
				Results []struct {
					RuleID              string
					RuleIndex           int
					Level               string
					Message             struct{ Text string }
					Rank                float64
					PartialFingerprints map[string]string
					Locations           []sarifLocation
					RelatedLocations    []sarifLocation
				}
			}
		}
		if err := json.Unmarshal([]byte(render(t, a, "sarif", options)), &log); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if log.Version != "2.1.0" || log.Schema == "" || len(log.Runs) != 1 {
			t.Fatalf("%s: version %q, %d runs", name, log.Version, len(log.Runs))
		}
		run := log.Runs[0]
		levels := []string{"error", "warning", "note"}
		for i, r := range run.Tool.Driver.Rules {
			if r.ID == "" || r.ShortDescription.Text == "" || !slices.Contains(levels, r.DefaultConfiguration.Level) {
				t.Errorf("%s: rule %d: %+v", name, i, r)
			}
		}
		if run.Tool.Driver.Name != "assay" || run.Invocations[0].ExecutionSuccessful == nil || run.Results == nil {
			t.Errorf("%s: tool, invocation or results are missing", name)
		}
		for _, f := range run.Artifacts {
			u, err := url.Parse(f.Location.URI)
			if err != nil || u.IsAbs() || strings.HasPrefix(u.Path, "/") || strings.Contains(u.Path, `\`) {
				t.Errorf("%s: artifact %q is no relative URI", name, f.Location.URI)
			}
		}
		if len(run.Results) != len(a.Findings) {
			t.Fatalf("%s: %d results for %d findings", name, len(run.Results), len(a.Findings))
		}
		for i, r := range run.Results {
			if r.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
				t.Errorf("%s: result %d: rule %s is not at index %d", name, i, r.RuleID, r.RuleIndex)
			}
			if r.Message.Text == "" || !slices.Contains(levels, r.Level) || r.Rank < 0 || r.Rank > 100 || len(r.PartialFingerprints) != 1 || len(r.Locations) != 1 {
				t.Errorf("%s: result %d: %+v", name, i, r)
			}
			for _, l := range append(r.Locations, r.RelatedLocations...) {
				at := l.Physical.Artifact
				if at.Index == nil || run.Artifacts[*at.Index].Location.URI != at.URI || len(l.Logical) != 1 || l.Logical[0].FullyQualifiedName == "" {
					t.Errorf("%s: result %d: location %+v", name, i, l)
				}
				if l.Physical.Region != nil && l.Physical.Region.StartLine < 1 {
					t.Errorf("%s: result %d begins on line %d", name, i, l.Physical.Region.StartLine)
				}
			}
			for j, l := range r.RelatedLocations {
				if l.ID == nil || *l.ID != j+1 || l.Message == nil {
					t.Errorf("%s: result %d: related location %d has no identifier or message", name, i, j)
				}
			}
		}
	}
}

func TestAddresses(t *testing.T) {
	lined := []uint32{2, 3}
	for _, c := range []struct {
		data  record.Dataset
		base  string
		file  string
		uri   string
		lines bool
	}{
		{record.Dataset{Name: "e", Path: "data/e.csv", Lines: lined}, "", "data/e.csv", "data/e.csv", true},
		{record.Dataset{Name: "e", Path: "./data/../e x.csv", Lines: lined}, "", "./data/../e x.csv", "e%20x.csv", true},
		{record.Dataset{Name: "e", Path: "/home/anna/case/data/e.csv", Lines: lined}, "/home/anna/case", "/home/anna/case/data/e.csv", "data/e.csv", true},
		{record.Dataset{Name: "e", Path: "/home/anna/e.csv", Lines: lined}, "/home/anna/case", "/home/anna/e.csv", "e.csv", true},
		{record.Dataset{Name: "e", Path: "/home/anna/e.csv", Lines: lined}, "", "/home/anna/e.csv", "e.csv", true},
		{record.Dataset{Name: "e", Path: "e.csv.gz", Lines: lined}, "", "e.csv.gz", "e.csv.gz", false},
		{record.Dataset{Name: "e", Path: "b.xlsx", Member: "Sheet1", Lines: lined}, "", "b.xlsx!Sheet1", "b.xlsx", false},
		{record.Dataset{Name: "e", Path: "e.parquet"}, "", "e.parquet", "e.parquet", false},
		{record.Dataset{Name: "stdin", Path: "-", Lines: lined}, "", "-", "stdin", false},
		{record.Dataset{Name: "e", Path: "a:b.csv", Lines: lined}, "", "a:b.csv", "./a:b.csv", true},
	} {
		if got := file(&c.data); got != c.file {
			t.Errorf("file = %q, want %q", got, c.file)
		}
		if got := sarifURI(&c.data, c.base); got != c.uri {
			t.Errorf("%s: URI %q, want %q", c.file, got, c.uri)
		}
		if got := linesInFile(&c.data); got != c.lines {
			t.Errorf("%s: lines in the file: %v, want %v", c.file, got, c.lines)
		}
	}
	for in, want := range map[string]string{"data/e.csv": "data/e.csv", "my file.csv": "'my file.csv'", "it's": `'it'\''s'`, "": "''", "a;rm": "'a;rm'", "الف.csv": "الف.csv"} {
		if got := quote(in); got != want {
			t.Errorf("quote(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestJUnitStructure(t *testing.T) {
	type suites struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
		Skipped  int `xml:"skipped,attr"`
		Suites   []struct {
			Name  string `xml:"name,attr"`
			Tests int    `xml:"tests,attr"`
			Cases []struct {
				Name    string    `xml:"name,attr"`
				Failure *struct{} `xml:"failure"`
				Error   *struct{} `xml:"error"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	for _, c := range []struct {
		audit                         *audit.Audit
		failOn                        check.Severity
		failures, unreadable, skipped int
	}{
		{sample(t), 0, 5, 0, 1},
		{sample(t), check.Error, 3, 0, 1},
		{sample(t), check.Note, 6, 0, 1},
		{hostile(t), 0, 1, 1, 0},
	} {
		var got suites
		if err := xml.Unmarshal([]byte(render(t, c.audit, "junit", Options{FailOn: c.failOn})), &got); err != nil {
			t.Fatal(err)
		}
		tests, failures, unreadable, skipped := 0, 0, 0, 0
		for _, s := range got.Suites {
			tests += s.Tests
			if s.Tests != len(s.Cases) {
				t.Errorf("suite %s says %d tests and holds %d", s.Name, s.Tests, len(s.Cases))
			}
			for _, k := range s.Cases {
				for _, n := range []struct {
					is *struct{}
					to *int
				}{{k.Failure, &failures}, {k.Error, &unreadable}, {k.Skipped, &skipped}} {
					if n.is != nil {
						*n.to++
					}
				}
			}
		}
		if got.Tests != tests || got.Failures != failures || got.Errors != unreadable || got.Skipped != skipped {
			t.Errorf("the totals %+v are not the sums %d, %d, %d, %d", got, tests, failures, unreadable, skipped)
		}
		if failures != c.failures || unreadable != c.unreadable || skipped != c.skipped {
			t.Errorf("fail on %v: %d failures, %d errors, %d skipped; want %d, %d, %d",
				c.failOn, failures, unreadable, skipped, c.failures, c.unreadable, c.skipped)
		}
	}
}

func TestGitHubCommands(t *testing.T) {
	a := many(t, 40, countRange, sameID)
	a.Findings[6].Message = "50 %,\n::error::injected"
	a.Findings[6].Weight = 99
	a.Datasets[0].Path = "data/a,b:c.csv"
	out := lines(render(t, a, "github", Options{}))
	byKind := map[string]int{}
	for _, l := range out {
		kind, rest, ok := strings.Cut(strings.TrimPrefix(l, "::"), " ")
		if !ok || !strings.HasPrefix(l, "::") || !strings.Contains(rest, "::") {
			t.Errorf("no workflow command: %q", l)
		}
		byKind[kind]++
	}
	if byKind["error"] != 10 || byKind["notice"] != 1 || len(out) != 11 {
		t.Errorf("annotations by kind: %v", byKind)
	}
	if want := "::error file=data/a%2Cb%3Ac.csv,line=8,title=VAL003 the best estimate lies outside its own range::50 %25, ::error::injected (row 7, column best)"; out[0] != want {
		t.Errorf("first command\n%s, want\n%s", out[0], want)
	}
	if !strings.Contains(out[10], "80 findings; these annotations show 10") {
		t.Errorf("last command %q", out[10])
	}
}

type fullDisk struct{ room int }

var errFull = errors.New("disk full")

func (w *fullDisk) Write(p []byte) (int, error) {
	if w.room -= len(p); w.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	a := sample(t)
	for _, format := range Formats() {
		if err := Render(&fullDisk{100}, a, format, Options{}); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want %v", format, err, errFull)
		}
	}
}

// A million findings are written one after the other and not collected first.
func BenchmarkJSON(b *testing.B) {
	d := &record.Dataset{Name: "east", Path: "east.csv", N: b.N, Columns: []record.Column{{Name: "best"}}}
	a := &audit.Audit{Datasets: []*record.Dataset{d}, Rules: []*check.Rule{countRange}}
	for row := range b.N {
		a.Findings = append(a.Findings, check.Finding{
			Rule: countRange, Data: d, Row: row, Severity: check.Error, Confidence: 0.98,
			Message: fmt.Sprintf("best %d lies above high 40", row), Fingerprint: "0123456789abcdef",
		})
	}
	b.ReportAllocs()
	b.ResetTimer()
	if err := JSON(bufio.NewWriter(&discard{}), a, Options{}); err != nil {
		b.Fatal(err)
	}
}

type discard struct{}

func (*discard) Write(p []byte) (int, error) { return len(p), nil }
