package checktest

import (
	"context"
	"sync"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/synth"
)

const (
	plantRows = 4000
	plantErrs = 40
)

var cleanTables = sync.OnceValue(func() []*planting.Clean {
	var out []*planting.Clean
	for _, layout := range synth.Layouts {
		t, err := planting.ParseTable(layout, synth.Text(layout, plantRows, 1))
		if err != nil {
			panic(err)
		}
		c, err := planting.NewClean(context.Background(), t)
		if err != nil {
			panic(err)
		}
		out = append(out, c)
	}
	return out
})

// Plant plants errors of the rule's kind into invented clean data of every format that the rule works on, and fails under
// 95 % recall or over 1 false alarm per 1,000 clean rows.
func Plant(t *testing.T, r *check.Rule) {
	t.Helper()
	planted := 0
	for _, table := range cleanTables() {
		res, err := planting.Measure(context.Background(), r, table, plantErrs, 11)
		if err != nil {
			t.Fatalf("%s on %s: %v", r.Code, table.Name, err)
		}
		if res.Skipped != "" {
			t.Logf("%s on %s: does not run: %s", r.Code, table.Name, res.Skipped)
			continue
		}
		planted += res.Planted
		t.Logf("%s on %s: %d of %d found, %d false alarms on %d clean rows", r.Code, table.Name, res.Found, res.Planted, len(res.Alarms), res.Rows)
		if res.Recall() < 0.95 {
			t.Errorf("%s on %s: recall %.2f; missed: %v", r.Code, table.Name, res.Recall(), res.Missed)
		}
		if res.AlarmsPer10000() > 10 {
			t.Errorf("%s on %s: %.1f false alarms per 10,000 clean rows:\n%s", r.Code, table.Name, res.AlarmsPer10000(), Brief(res.Alarms[:min(5, len(res.Alarms))]))
		}
	}
	if planted == 0 {
		t.Errorf("%s: nothing was planted in any format", r.Code)
	}
}
