package casefile

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// own makes the rule of one entry of checks: "expect: …", further lines as they are.
func own(t testing.TB, entry string) *check.Rule {
	t.Helper()
	text := "datasets: [{file: a.csv}]\nchecks:\n  - code: USR001\n    " + strings.ReplaceAll(entry, "\n", "\n    ") + "\n"
	c, err := Parse([]byte(text), "assay.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return c.Checks[0]
}

func table(t testing.TB, text string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), "events", text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func run(r *check.Rule, d *record.Dataset) ([]check.Finding, string) {
	return check.NewPass(context.Background(), r, d, &check.Env{AsOf: record.NoDay}, 0, nil).Run()
}

const events = `event_id,event_date,country,best,low,high,side_a,remark
e1,2014-06-01,Iraq,5,4,7,Group A,
e2,2014-06-03,Iraq,9,1,2,Group B,a
e3,,Iraq,,1,2,Group A,b
e4,2015-01-01,Syria,x,1,2,,c
e5,2015-02-01,Syria,0,0,0,group a,
`

// The rows that an expression finds: those on which it is false. Rows on which an empty cell leaves it open are passed over.
func TestExpressions(t *testing.T) {
	d := table(t, events)
	for _, test := range []struct{ expect, ids string }{
		{`best >= low && best <= high`, "e2"},
		{`best < 9`, "e2"},
		{`best == 5`, "e2 e5"},
		{`best == 5.0 || best == 9.0`, "e5"},
		{`best != null`, "e3 e4"}, // text that is no number is no number
		{`best == null || best <= high`, "e2"},
		{`low + 1.0 < high`, "e2 e3 e4 e5"},
		{`date >= "2015-01-01"`, "e1 e2"},
		{`event_date.startsWith("2014")`, "e4 e5"},
		{`country == "Iraq"`, "e4 e5"},
		{`country in ["Iraq", "Syria"]`, ""},
		{`side_a.matches("^Group [AB]$")`, "e5"},
		{`side_a != "Group B" || best < 3`, "e2"},
		{`size(event_id) == 2`, ""},
		{`!(country == "Iraq" && best > 5)`, "e2"},
		{`country == "Syria" ? best == 0 : true`, ""},
		{`["a", "b"].exists(x, x == remark)`, "e4"},
		{`actor1 != "Group A"`, "e1 e3"}, // a role
		{`true`, ""},
		{`false`, "e1 e2 e3 e4 e5"},
	} {
		found, skipped := run(own(t, "expect: '"+test.expect+"'"), d)
		var ids []string
		for _, f := range found {
			if f.Row < 0 {
				t.Errorf("%s: %s: %s", test.expect, f.Message, f.Why)
				continue
			}
			ids = append(ids, d.ID(f.Row))
		}
		if got := strings.Join(ids, " "); got != test.ids || skipped != "" {
			t.Errorf("%s finds %q, want %q; skipped %q", test.expect, got, test.ids, skipped)
		}
	}
}

func TestFindingOfOwnCheck(t *testing.T) {
	d := table(t, events)
	found, _ := run(own(t, `expect: best >= low && best <= high
title: best lies outside
severity: error
message: "{best} is not in {low} to {high}"
why: bounds must bound
help: look it up`), d)
	if len(found) != 1 {
		t.Fatalf("%d findings", len(found))
	}
	f := found[0]
	got := []any{f.Row, d.Columns[f.Column].Name, f.Marked, f.Severity, f.Message, f.Expected, f.Found, f.Why, f.Help, f.Confidence}
	want := []any{
		1, "best",
		[]int{5, 4},
		check.Error, "9 is not in 1 to 2", "best >= low && best <= high", "best = 9, high = 2, low = 1",
		"bounds must bound", "look it up", 1.0,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("finding (-want +got)\n%s", diff)
	}
	found, _ = run(own(t, "expect: best <= high"), d)
	if f := found[0]; f.Message != "the row breaks best <= high: best = 9, high = 2" || f.Severity != check.Warning || f.Why != "expected best <= high" {
		t.Errorf("defaults: %+v", f)
	}
}

// A check that cannot work on a dataset says why.
func TestSkippedChecks(t *testing.T) {
	d := table(t, events)
	long := table(t, "id,date,country,notes\n1,2014-01-01,Iraq,"+strings.Repeat("a long note ", 20)+"\n")
	for _, test := range []struct {
		entry, want string
		data        *record.Dataset
	}{
		{"expect: altitude > 3 && best > depth", "no column or role altitude, depth", d},
		{"expect: best > 3\ndatasets: [other, more]", "meant for other, more", d},
		{"expect: notes.contains(\"note\")", "column notes is long text, which expressions can't use", long},
	} {
		found, skipped := run(own(t, test.entry), test.data)
		if skipped != test.want || len(found) > 0 {
			t.Errorf("%s: %d findings, skipped %q, want %q", test.entry, len(found), skipped, test.want)
		}
	}
	if found, skipped := run(own(t, "expect: best < 9\ndatasets: [events]"), d); len(found) != 1 || skipped != "" {
		t.Errorf("%d findings, skipped %q", len(found), skipped)
	}
}

// What is wrong in an expression is told at its place, or, where only a row shows it, in one finding with the number of rows.
func TestBadExpressions(t *testing.T) {
	for expect, want := range map[string]string{
		"best >":            "at character 7: Syntax error: mismatched input '<EOF>'",
		"best ** 2":         "at character 7: Syntax error: ",
		"1 + 2":             "it gives int, not true or false",
		`"a" + "b"`:         "it gives string, not true or false",
		`best.startsWit(1)`: "at character 15: undeclared reference to 'startsWit'",
		`"a" > 3`:           "at character 5: found no matching overload for '_>_' applied to '(string, int)'",
		"best > 3 &&\n low": "",
	} {
		text := fmt.Sprintf("datasets: [{file: a.csv}]\nchecks:\n  - code: USR001\n    expect: %q\n", expect)
		_, err := Parse([]byte(text), "assay.yaml")
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", expect, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), "assay.yaml:4:13: the expression of USR001 cannot be used: "+want)):
			t.Errorf("%s: %v, want %s", expect, err, want)
		}
	}
	d := table(t, events)
	for _, test := range []struct{ expect, message, why string }{
		{"low + 1 < high", "the expression could not be evaluated on 5 rows", "no such overload"},
		{"country > 3", "the expression could not be evaluated on 5 rows", "no such overload"},
		{"country", "", ""},
	} {
		found, _ := run(own(t, "expect: "+test.expect), d)
		switch {
		case test.message == "" && len(found) != 0:
			t.Errorf("%s: %+v", test.expect, found)
		case test.message != "" && (len(found) != 1 || found[0].Row != -1 || found[0].Severity != check.Note ||
			found[0].Message != test.message || !strings.Contains(found[0].Why, test.why)):
			t.Errorf("%s: %+v", test.expect, found)
		}
	}
}

// An expression that would take too long is stopped row by row, and that is told.
func TestCostLimit(t *testing.T) {
	d := table(t, events)
	list := "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]"
	expect := "true"
	for _, v := range []string{"a", "b", "c", "d"} {
		expect = list + ".all(" + v + ", " + expect + ")"
	}
	start := time.Now()
	found, _ := run(own(t, "expect: '"+expect+" && low >= 0'"), d)
	if len(found) != 1 || !strings.Contains(found[0].Why, "cost limit") || found[0].Message != "the expression could not be evaluated on 5 rows" {
		t.Errorf("%+v", found)
	}
	if spent := time.Since(start); spent > 5*time.Second {
		t.Errorf("took %s", spent)
	}
}

// large makes a table of n rows, one in a hundred of which breaks best <= high.
func large(t testing.TB, n int) *record.Dataset {
	var b strings.Builder
	b.WriteString("event_id,event_date,country,best,low,high\n")
	for i := range n {
		high := i%7 + 1
		if i%100 == 0 {
			high = -1
		}
		fmt.Fprintf(&b, "e%d,2014-06-%02d,Iraq,%d,0,%d\n", i, 1+i%28, i%7, high)
	}
	return table(t, b.String())
}

func TestLargeTable(t *testing.T) {
	d := large(t, 100_000)
	start := time.Now()
	found, _ := run(own(t, "expect: best >= low && best <= high"), d)
	if len(found) != 1000 {
		t.Errorf("%d findings", len(found))
	}
	if spent := time.Since(start); spent > 10*time.Second {
		t.Errorf("took %s", spent)
	}
}

func BenchmarkOwnCheck(b *testing.B) {
	d := large(b, 100_000)
	r := own(b, "expect: best >= low && best <= high")
	for b.Loop() {
		run(r, d)
	}
}
