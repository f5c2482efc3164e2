package bench

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/rules"
)

// Rules across datasets find what is planted into datasets that watch one world, and raise little on clean ones.
func TestAcross(t *testing.T) {
	all := rules.All()
	if testing.Short() { // two rules side by side show whether they disturb each other
		all = slices.DeleteFunc(slices.Clone(all), func(r *check.Rule) bool { return r.Across == nil })[:2]
	}
	results, err := Across(context.Background(), all, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		t.Logf("%s: %d of %d found, %d false alarms on %d clean rows", r.Code, r.Found, r.Planted, r.Alarms, r.Rows)
		if r.Planted == 0 {
			t.Errorf("%s: nothing was planted", r.Code)
		}
		if m, ok := rules.Measured(r.Code); ok && math.Abs(m.Recall()-r.Recall()) > 0.1 {
			t.Errorf("%s: recall %.3f, but measured.csv says %.3f: run make docs", r.Code, r.Recall(), m.Recall())
		}
		if testing.Verbose() {
			t.Logf("%s", checktest.Brief(r.Raised[:min(8, len(r.Raised))]))
			for _, p := range r.Missed[:min(8, len(r.Missed))] {
				t.Logf("missed: %s %v", p.What, p.Rows)
			}
		}
	}
}
