package finding

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func TestTextGolden(t *testing.T) {
	a := sample(t)
	golden(t, "full.txt", []byte(render(t, a, "full", options)))
	all := options
	all.All, all.Width = true, 100
	golden(t, "all.txt", []byte(render(t, a, "full", all)))
	colour := options
	colour.Colour, colour.Select, colour.Report = true, []string{"VAL"}, "assay-report"
	golden(t, "colour.txt", []byte(render(t, a, "full", colour)))
}

func TestTextOfCleanAudit(t *testing.T) {
	a := sample(t)
	a.Findings, a.Skipped, a.Known = nil, nil, 0
	golden(t, "clean.txt", []byte(render(t, a, "full", options)))
}

// hostile is an audit whose cells, names and messages try to break out of their line.
func hostile(t *testing.T) *audit.Audit {
	t.Helper()
	const bad = "\x1b[31mred\x1b]0;title\a \u009b2J \u202egnp.exe \r\n::error::injected %0A"
	wide := strings.Repeat("日本語の地名", 8)
	marks := strings.Repeat("e\u0301\u0323", 40)
	text := strings.Replace(westCSV, "Harbour Front", `"`+bad+`"`, 1)
	text = strings.Replace(text, "Ost", wide, 1)
	text = strings.Replace(text, "Government of Westmark", marks, 2)
	d := load(t, "west", text)
	d.Path = "data/" + strings.Repeat("long folder/", 12) + "w\x1b[0mest.csv"
	d.Remarks = append(d.Remarks, "a remark with "+bad+" and "+wide)
	r := &check.Rule{Code: "VAL003", Title: "title " + bad + wide, Severity: check.Error, Confidence: 1}
	a := &audit.Audit{Datasets: []*record.Dataset{d}, Rules: []*check.Rule{r}}
	for row := range d.N {
		for _, name := range []string{"side_a", "side_b", "source_article", "where_coordinates", "best"} {
			a.Findings = append(a.Findings, check.Finding{
				Rule: r, Data: d, Row: row, Column: col(t, d, name), Marked: []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18},
				Message: "message " + bad + " " + wide + " " + marks, Why: bad + strings.Repeat("x", 300), Help: wide, Found: bad,
				Related: []check.Ref{{Data: d, Row: 0, Column: -1}, {Data: d, Row: 1, Column: 2}},
			})
		}
	}
	a.Skipped = []audit.Skip{{Rule: r, Data: d, Reason: bad + wide}}
	a.Failed = []audit.Failure{{Path: "x" + bad, Err: fmt.Errorf("x: %s", bad)}}
	finish(a)
	return a
}

func TestTextKeepsItsWidth(t *testing.T) {
	measure := &runewidth.Condition{}
	for name, a := range map[string]*audit.Audit{"sample": sample(t), "hostile": hostile(t)} {
		for _, w := range []int{0, 40, 60, 80, 81, 132, 300} {
			for _, all := range []bool{false, true} {
				limit := w
				if w == 0 {
					limit = 80
				}
				out := render(t, a, "full", Options{Width: w, All: all, Elapsed: 1})
				for i, l := range lines(out) {
					if n := measure.StringWidth(l); n > limit {
						t.Errorf("%s at width %d, all %v: line %d is %d columns wide: %q", name, w, all, i+1, n, l)
					}
					if strings.HasSuffix(l, " ") {
						t.Errorf("%s at width %d: line %d ends in a space: %q", name, w, i+1, l)
					}
				}
			}
		}
	}
}

func TestNothingReachesTheTerminal(t *testing.T) {
	a := hostile(t)
	for _, format := range Formats() {
		out := render(t, a, format, Options{All: true, Width: 120})
		for _, r := range out {
			if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f {
				t.Errorf("%s lets the control character %U through", format, r)
				break
			}
		}
		if format == "full" || format == "concise" || format == "github" {
			if strings.ContainsRune(out, '\u202e') {
				t.Errorf("%s lets a mark through that reverses text", format)
			}
		}
	}
}

func TestNotesAreNeverPrinted(t *testing.T) {
	a := sample(t)
	for _, format := range Formats() {
		if out := render(t, a, format, Options{All: true, Width: 200}); strings.Contains(out, "Secretname") {
			t.Errorf("%s prints the text of a note:\n%s", format, out)
		}
	}
	if out := render(t, a, "full", Options{All: true, Width: 200}); !strings.Contains(out, "[56 characters]") {
		t.Errorf("the length of the note is not shown:\n%s", out)
	}
}

func TestTextIsDeterministic(t *testing.T) {
	for _, format := range Formats() {
		first := render(t, sample(t), format, options)
		for range 5 {
			if again := render(t, sample(t), format, options); again != first {
				t.Fatalf("%s differs between two runs", format)
			}
		}
	}
}

// many makes n rows and a finding of each rule at each of them.
func many(t *testing.T, n int, rules ...*check.Rule) *audit.Audit {
	t.Helper()
	var b strings.Builder
	head, _, _ := strings.Cut(westCSV, "\n")
	b.WriteString(head + "\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,2012,1,77,A,B,x,1,Brack,Brack,Westmark,10.1,20.2,1,2012-01-03,2012-01-03,%d,40,12\n", 1000+i, 41+i%7)
	}
	d := load(t, "west", b.String())
	a := &audit.Audit{Datasets: []*record.Dataset{d}, Rules: rules}
	for _, r := range rules {
		for row := range n {
			a.Findings = append(a.Findings, check.Finding{
				Rule: r, Data: d, Row: row, Column: col(t, d, "best"), Message: fmt.Sprintf("best %d lies above high 40", 41+row%7),
				Why: "low ≤ best ≤ high must hold", Help: "look it up", Weight: float64(row % 7),
			})
		}
	}
	finish(a)
	return a
}

func TestManyFindingsOfOneRuleDoNotBuryTheRest(t *testing.T) {
	a := many(t, 5000, countRange)
	d := a.Datasets[0]
	a.Rules = append(a.Rules, noSource)
	a.Findings = append(a.Findings, check.Finding{Rule: noSource, Data: d, Row: 7, Column: -1, Message: "the only row without a source", Severity: check.Warning})
	out := render(t, a, "full", options)
	if n := len(lines(out)); n > 60 {
		t.Errorf("%d lines:\n%s", n, out)
	}
	for _, want := range []string{
		"5,000 of 5,000 rows (100 %)", "… and 4,997 more: assay check data/west.csv --select VAL003 --all",
		"best 47 lies above high 40", "the only row without a source", "row 7, line 8", "Found 5,001: 5,000 errors · 1 warning",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in:\n%s", want, out)
		}
	}
	if strings.Contains(out, "best 46") {
		t.Errorf("a finding is shown that is not among the worst:\n%s", out)
	}
	all := render(t, a, "full", Options{All: true})
	if n := strings.Count(all, "error[VAL003]"); n != 5000 {
		t.Errorf("%d findings with All, want 5000", n)
	}
}

func TestManyRulesStayWithinTheLines(t *testing.T) {
	var rules []*check.Rule
	for i, family := range check.Families {
		for k := range 4 {
			rules = append(rules, &check.Rule{
				Code: fmt.Sprintf("%s%03d", family.Code, k+1), Title: fmt.Sprintf("something about %s is wrong in way %d", family.Title, k),
				Severity: check.Severity(1 + (i+k)%3), Confidence: 0.9, Lead: k == 3,
			})
		}
	}
	a := many(t, 20, rules...)
	out := render(t, a, "full", options)
	if n := len(lines(out)); n > 64 {
		t.Errorf("%d lines:\n%s", n, out)
	}
	if !strings.Contains(out, "more rules; see all with --all") {
		t.Errorf("the rules that are left out are not mentioned:\n%s", out)
	}
}

func TestManyDatasetsStayWithinTheLines(t *testing.T) {
	a := &audit.Audit{Rules: []*check.Rule{countRange, noSource}}
	for i := range 30 {
		d := load(t, fmt.Sprintf("set%02d", i), westCSV)
		d.Remarks = []string{"one", "two", "three", "four", "five", "six"}
		a.Datasets = append(a.Datasets, d)
		for _, r := range a.Rules {
			a.Findings = append(a.Findings, check.Finding{Rule: r, Data: d, Row: 0, Column: col(t, d, "best"), Message: "best 46 lies above high 40"})
			a.Skipped = append(a.Skipped, audit.Skip{Rule: r, Data: d, Reason: fmt.Sprintf("reason %d", i)})
		}
	}
	finish(a)
	out := render(t, a, "full", options)
	// The heading names 8 datasets with a remark each, the scorecard 14; one finding is shown although there is no room.
	if n := len(lines(out)); n > 85 {
		t.Errorf("%d lines:\n%s", n, out)
	}
	for _, want := range []string{"… and 22 more datasets", "error[VAL003]", "… and 16 more datasets; see them with --all", "more reasons"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in:\n%s", want, out)
		}
	}
}

func TestRelatedRowsOfAnotherDatasetHaveATableOfTheirOwn(t *testing.T) {
	a := sample(t)
	east, west := a.Datasets[0], a.Datasets[1]
	a.Findings = []check.Finding{{
		Rule: nearTwin, Data: east, Row: 0, Column: col(t, east, "fatalities"), Message: "the datasets differ",
		Related: []check.Ref{{Data: west, Row: 1, Column: col(t, west, "best")}, {Data: west, Row: 0, Column: col(t, west, "best")}},
	}}
	finish(a)
	golden(t, "two-datasets.txt", []byte(render(t, a, "full", options)))
}

func TestTextSaysWhereAFileHasChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "west.csv")
	if err := os.WriteFile(path, []byte(westCSV), 0o644); err != nil {
		t.Fatal(err)
	}
	ds, err := read.Open(context.Background(), read.Input{Path: path}, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := ds[0]
	t.Cleanup(func() { d.Close() })
	a := &audit.Audit{Datasets: ds, Rules: []*check.Rule{countRange}, Findings: []check.Finding{
		{Rule: countRange, Data: d, Row: 0, Column: col(t, d, "best"), Message: "best 46 lies above high 40"},
	}}
	finish(a)
	if out := render(t, a, "full", options); !strings.Contains(out, "Harbour Front") {
		t.Fatalf("the cells are not shown:\n%s", out)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(westCSV, "Harbour", "Changed", 1)+"x"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := render(t, a, "full", options)
	if !strings.Contains(out, "the cells can't be shown: ") || strings.Contains(out, "Changed Front") {
		t.Errorf("a changed file is not reported:\n%s", out)
	}
}

func TestRenderNamesItsFormats(t *testing.T) {
	err := Render(nil, &audit.Audit{}, "pdf", Options{})
	if err == nil || !strings.Contains(err.Error(), "full, concise, json, sarif, junit, github") {
		t.Errorf("error for an unknown format: %v", err)
	}
}
