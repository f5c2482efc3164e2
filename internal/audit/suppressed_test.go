package audit

import (
	"context"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
)

// A finding that a decision says is none is left out and counted; one that is in the baseline too counts as decided.
func TestSuppressed(t *testing.T) {
	d, err := read.Text(context.Background(), "east", "event_id,deaths\n1,2\n2,3\n3,4\n")
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	rule := &check.Rule{Code: "VAL902", Severity: check.Error, Check: func(p *check.Pass) {
		for row := range 3 {
			p.Report(check.Finding{Row: row, Column: 1, Message: "found"})
		}
	}}
	run := func(c Config) *Audit {
		t.Helper()
		c.Rules = []Chosen{{Rule: rule}}
		a, err := Datasets(context.Background(), c, d)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	all := run(Config{})
	first, second := all.Findings[0].Fingerprint, all.Findings[1].Fingerprint
	a := run(Config{
		Suppressed: map[string]string{first: "00", "ffffffffffffffff": "01"},
		Baseline:   map[string]bool{first: true, second: true},
	})
	if len(a.Findings) != 1 || a.Findings[0].Fingerprint != all.Findings[2].Fingerprint || a.Suppressed != 1 || a.Known != 1 {
		t.Errorf("%d findings, %d suppressed, %d known", len(a.Findings), a.Suppressed, a.Known)
	}
}
