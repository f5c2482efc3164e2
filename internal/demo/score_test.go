package demo

import (
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
)

// found makes an audit with findings about an invented table: "SEVERITY COLUMN ID ID …" each.
func found(t *testing.T, findings ...string) *audit.Audit {
	t.Helper()
	d, err := read.Text(context.Background(), "figures", `claim_id,measure,as_of,low,best,high,source_id
F1,travelled,2015,,10,,S1
F2,travelled,2015,20,,,S2
F3,present,2015,,30,,S3
F4,present,2015,,40,,S4
`)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	a := &audit.Audit{}
	rule := &check.Rule{Code: "TST001"}
	for _, text := range findings {
		words := strings.Fields(text)
		severity, err := check.ParseSeverity(words[0])
		if err != nil {
			t.Fatal(err)
		}
		column := d.Column(words[1]).Index
		f := check.Finding{Rule: rule, Severity: severity, Data: d, Row: -1, Column: column}
		for _, id := range words[2:] {
			for row := range d.N {
				if d.ID(row) != id {
					continue
				}
				if f.Row < 0 {
					f.Row = row
				} else {
					f.Related = append(f.Related, check.Ref{Data: d, Row: row, Column: column})
				}
			}
		}
		a.Findings = append(a.Findings, f)
	}
	return a
}

func TestCompare(t *testing.T) {
	key := []Answer{
		{Key: "1", Kind: "contradiction", Field: "best", Claims: []string{"F1", "F2", "F3"}, Least: 2, Visible: true},
		{Key: "2", Kind: "contradiction", Field: "measure", Claims: []string{"F3", "F4"}, Least: 2, Visible: true},
		{Key: "3", Kind: "contradiction", Field: "text", Claims: []string{"F4"}, Least: 1, Visible: true},
		{Key: "4", Kind: "must_merge", Claims: []string{"F1", "F2"}, Least: 2, Visible: true},
		{Key: "5", Kind: "contradiction", Claims: []string{"F1", "F2"}, Least: 2},
	}
	tests := []struct {
		name     string
		findings []string
		read     []Reading
		missed   string
		onField  int
		inKey    int
		right    int
		wrong    int
		unjudged int
	}{
		{name: "nothing", missed: "1 2 3"},
		{name: "one of the claims is not enough", findings: []string{"error best F1"}, missed: "1 2 3", unjudged: 1},
		{name: "another column of the same number", findings: []string{"error low F1 F2"}, missed: "2 3", onField: 1, inKey: 1},
		{name: "another column", findings: []string{"error as_of F1 F2"}, missed: "2 3", inKey: 1},
		{name: "a note finds, but is no alarm", findings: []string{"note best F1 F3"}, missed: "2 3", onField: 1},
		{name: "judged right", findings: []string{"warning best F1 F4"}, read: []Reading{{Rule: "TST001", Claims: "F1 F4"}}, missed: "1 2", inKey: 1},
		{name: "judged wrong", findings: []string{"warning best F2"}, read: []Reading{{Rule: "TST001", Claims: "F2", Wrong: true, Why: "w"}}, missed: "1 2 3", wrong: 1},
		{name: "judged right, not in the key", findings: []string{"warning best F2"}, read: []Reading{{Rule: "TST001", Claims: "F2"}}, missed: "1 2 3", right: 1},
		{name: "judged, but another rule", findings: []string{"warning best F2"}, read: []Reading{{Rule: "TST002", Claims: "F2"}}, missed: "1 2 3", unjudged: 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := Compare(found(t, test.findings...), key, test.read)
			var missed []string
			for _, k := range s.Missed() {
				missed = append(missed, k.Key)
			}
			if got := strings.Join(missed, " "); got != test.missed || s.OnField != test.onField {
				t.Errorf("missed %q, on the field %d; want %q, %d", got, s.OnField, test.missed, test.onField)
			}
			if s.InKey != test.inKey || s.Right != test.right || len(s.Wrong) != test.wrong || s.Unjudged != test.unjudged {
				t.Errorf("in key %d, right %d, wrong %d, unjudged %d", s.InKey, s.Right, len(s.Wrong), s.Unjudged)
			}
			if s.Linking != 1 || s.Hidden != 1 {
				t.Errorf("linking %d, hidden %d", s.Linking, s.Hidden)
			}
		})
	}
}

// Of several findings the one about the column in question is shown, and of these the one that names the fewest rows.
func TestCompareShowsTheClosest(t *testing.T) {
	key := []Answer{{Key: "1", Field: "best", Claims: []string{"F1", "F2"}, Least: 2, Visible: true}}
	a := found(t, "error as_of F1 F2", "note best F1 F2 F3", "note best F1 F2")
	if s := Compare(a, key, nil); s.Found[0] != &a.Findings[2] {
		t.Errorf("shown is %+v", s.Found[0])
	}
}
