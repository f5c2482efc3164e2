package audit

import (
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
)

func TestRuleThatFails(t *testing.T) {
	d, err := read.Text(context.Background(), "east", "event_id,deaths\n1,2\n")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	bad := &check.Rule{Code: "VAL901", Severity: check.Error, Check: func(*check.Pass) { panic("index out of range") }}
	good := &check.Rule{Code: "VAL902", Severity: check.Error, Check: func(p *check.Pass) {
		p.Report(check.Finding{Row: 0, Column: 1, Message: "found"})
	}}
	a, err := Datasets(context.Background(), Config{Rules: []Chosen{{Rule: bad}, {Rule: good}}}, d)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Findings) != 1 || len(a.Skipped) != 1 || !strings.Contains(a.Skipped[0].Reason, "index out of range") {
		t.Errorf("findings %v, skipped %v", a.Findings, a.Skipped)
	}
}
