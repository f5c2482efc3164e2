// Package checktest runs one rule over small tables in tests.
package checktest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Read reads a CSV text through the real reader.
func Read(t testing.TB, csv string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), "test", csv)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// Run runs a rule over a CSV text and returns its findings. The rule must be able to work on it.
func Run(t testing.TB, r *check.Rule, csv string, options ...map[string]any) []check.Finding {
	t.Helper()
	found, skipped := Try(t, r, csv, options...)
	if skipped != "" {
		t.Fatalf("%s did not run: %s", r.Code, skipped)
	}
	return found
}

// Try is Run for rules that may decline: it also returns the reason.
func Try(t testing.TB, r *check.Rule, csv string, options ...map[string]any) ([]check.Finding, string) {
	t.Helper()
	return On(t, r, Read(t, csv), options...)
}

// On runs a rule over a dataset.
func On(t testing.TB, r *check.Rule, d *record.Dataset, options ...map[string]any) ([]check.Finding, string) {
	t.Helper()
	all := map[string]any{}
	for _, o := range options {
		set, err := r.Settings(o)
		if err != nil {
			t.Fatal(err)
		}
		for k, v := range set {
			all[k] = v
		}
	}
	return check.NewPass(context.Background(), r, d, &check.Env{AsOf: record.NoDay}, 0, all).Run()
}

// Brief prints findings one a line as "row column message", rows counted from 1, for comparing in tests.
func Brief(found []check.Finding) string {
	var b strings.Builder
	for _, f := range found {
		col := "-"
		if f.Column >= 0 {
			col = f.Data.Columns[f.Column].Key()
		}
		fmt.Fprintf(&b, "%d %s %s", f.Data.RowNumber(f.Row), col, f.Message)
		for _, r := range f.Related {
			fmt.Fprintf(&b, " +%d", r.Data.RowNumber(r.Row))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
