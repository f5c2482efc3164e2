package checktest

import (
	"context"
	"slices"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Dossier reads claim tables, given as the CSV text of each dataset by its name, through the real reader.
func Dossier(t testing.TB, tables map[string]string) *dossier.Dossier {
	t.Helper()
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	var ds []*record.Dataset
	for _, name := range names {
		d, err := read.Text(context.Background(), name, tables[name])
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		if !d.Format.Claims {
			t.Fatalf("%s was not recognised as a claim table: %s", name, d.Format.Title)
		}
		ds = append(ds, d)
	}
	return dossier.Build(ds)
}

// Case runs a rule about a case over claim tables and returns its findings.
func Case(t testing.TB, r *check.Rule, tables map[string]string, options ...map[string]any) []check.Finding {
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
	env := &check.Env{AsOf: record.NoDay, Case: Dossier(t, tables)}
	found, skipped := check.NewPass(context.Background(), r, nil, env, 0, all).Run()
	if skipped != "" {
		t.Fatalf("%s did not run: %s", r.Code, skipped)
	}
	return found
}
