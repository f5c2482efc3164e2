package bench

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/synth"
)

// Every rule was measured, and a rule whose rates fall short gives leads, not errors.
func TestMeasuredRates(t *testing.T) {
	for _, r := range rules.All() {
		m, ok := rules.Measured(r.Code)
		if !ok {
			t.Errorf("%s was never measured: run make docs", r.Code)
			continue
		}
		if m.Rows == 0 {
			t.Errorf("%s runs on none of the generated datasets", r.Code)
		}
		if Falls(m) && !r.Lead {
			t.Errorf("%s has recall %.3f and %.1f false alarms per 10,000 rows but is no lead", r.Code, m.Recall(), m.AlarmsPer10000())
		}
		if r.Plant != nil && m.Planted == 0 {
			t.Errorf("%s: nothing was planted", r.Code)
		}
	}
}

// The documentation in docs/rules says what the rules say.
func TestDocsAreCurrent(t *testing.T) {
	for _, r := range rules.All() {
		m, _ := rules.Measured(r.Code)
		text, err := os.ReadFile(filepath.Join("../../docs/rules", r.Code+".md"))
		if err != nil {
			t.Errorf("%v: run make docs", err)
			continue
		}
		if string(text) != Page(r, m) {
			t.Errorf("docs/rules/%s.md is not current: run make docs", r.Code)
		}
	}
}

// Rows of which a rule speaks are removed until none is left, and the rest can be measured.
func TestCleanAndMeasure(t *testing.T) {
	ctx := context.Background()
	text := synth.Text("acled", 1500, 5)
	lines := strings.SplitAfter(text, "\n")
	lines[3] = lines[2] // the same record twice
	table, err := planting.ParseTable("events", strings.Join(lines, ""))
	if err != nil {
		t.Fatal(err)
	}
	clean, removed, err := Clean(ctx, rules.All(), table)
	if err != nil {
		t.Fatal(err)
	}
	defer clean.Data.Close()
	if removed < 2 || removed > 40 || clean.Data.N != 1500-removed {
		t.Errorf("%d rows removed of 1,500, %d left", removed, clean.Data.N)
	}
	results, err := Measure(ctx, rules.All(), []*planting.Clean{clean}, 10, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Summaries(results) {
		if s.Planted > 1 && s.Recall() < LeastRecall { // effects on the whole dataset need more rows
			t.Errorf("%s: %d of %d found", s.Code, s.Found, s.Planted)
		}
	}
	if testing.Short() {
		return
	}
	again, err := Measure(ctx, rules.All(), []*planting.Clean{clean}, 10, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range results {
		if results[i].Found != again[i].Found || results[i].Planted != again[i].Planted {
			t.Errorf("%s: two runs differ", results[i].Rule.Code)
		}
	}
}
