package audit

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{
		{0, 0, 0, 1},
		{0, 10, 0, 0.2775328},
		{1, 10, 0.0178762, 0.4041500},
		{5, 10, 0.2365931, 0.7634069},
		{10, 10, 0.7224672, 1},
		{101, 43123, 0.0019283, 0.0028448},
	} {
		low, high := Wilson(c.k, c.n)
		if math.Abs(low-c.low) > 1e-6 || math.Abs(high-c.high) > 1e-6 {
			t.Errorf("Wilson(%d, %d) = %.7f, %.7f, want %.7f, %.7f", c.k, c.n, low, high, c.low, c.high)
		}
	}
}

func TestScorecard(t *testing.T) {
	rows := make([][2]string, 100)
	east, west := events("east", rows...), events("west", rows[:3]...)
	warning := at(east, ruleA, 70, 1)
	warning.Severity = check.Warning
	a := &Audit{
		Datasets: []*record.Dataset{east, west},
		Rules:    []*check.Rule{ruleC, ruleB, ruleA},
		Findings: []check.Finding{
			at(east, ruleC, 5, 1),
			at(east, ruleB, -1, 0),
			at(east, ruleA, 63, 0), at(east, ruleA, 64, 1), at(east, ruleA, 64, 0), warning,
			at(west, ruleA, 2, 1),
		},
		Skipped: []Skip{{Rule: ruleC, Data: west, Reason: "no notes"}},
	}
	type line struct {
		Data, Family                               string
		Errors, Warnings, Notes, Leads             int
		ErrorRows, WarningRows, Rows, Run, Skipped int
	}
	var got []line
	for _, c := range Scorecard(a) {
		if c.Rows.Of != c.Data.N {
			t.Errorf("%s %s: share of %d rows, want %d", c.Data.Name, c.Family, c.Rows.Of, c.Data.N)
		}
		got = append(got, line{
			c.Data.Name, c.Family, c.Errors, c.Warnings, c.Notes, c.Leads,
			c.ErrorRows.Count, c.WarningRows.Count, c.Rows.Count, c.Run, c.Skipped,
		})
	}
	want := []line{
		{"east", "", 3, 1, 1, 1, 2, 1, 3, 3, 0},
		{"east", "VAL", 3, 1, 0, 0, 2, 1, 3, 1, 0},
		{"east", "TIM", 0, 0, 1, 0, 0, 0, 0, 1, 0},
		{"east", "CON", 0, 0, 0, 1, 0, 0, 0, 1, 0},
		{"west", "", 1, 0, 0, 0, 1, 0, 1, 2, 1},
		{"west", "VAL", 1, 0, 0, 0, 1, 0, 1, 1, 0},
		{"west", "TIM", 0, 0, 0, 0, 0, 0, 0, 1, 0},
		{"west", "CON", 0, 0, 0, 0, 0, 0, 0, 0, 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("scorecard (-want +got):\n%s", diff)
	}
}
