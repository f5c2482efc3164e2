package checktest

import (
	"context"
	"slices"
	"strings"
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
	return dossier.Build(ds, nil)
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

// IDs prints a finding as its severity and the identifiers of its row and of its related rows.
func IDs(f check.Finding) string {
	s := f.Severity.String() + " " + f.Data.ID(f.Row)
	for _, r := range f.Related {
		s += " " + r.Data.ID(r.Row)
	}
	return s
}

// Cells prints a finding as [IDs] does, with the name of the column in question.
func Cells(f check.Finding) string {
	s := IDs(f)
	if f.Column >= 0 {
		s += " " + f.Data.Columns[f.Column].Name
	}
	return s
}

// Told is one test of a rule about a case: tables, the findings as [IDs] prints them, and words that they must say.
type Told = struct {
	Name   string
	Tables map[string]string
	Want   string
	Says   string
}

// Tell runs a rule over the tables of each test. Every finding must say why it is one and what to do, in a sentence without a full stop.
func Tell(t *testing.T, r *check.Rule, tests []Told) {
	t.Helper()
	for _, c := range tests {
		t.Run(c.Name, func(t *testing.T) {
			var got, texts []string
			for _, f := range Case(t, r, c.Tables) {
				got = append(got, IDs(f))
				texts = append(texts, f.Message+" / "+f.Why)
				if f.Why == "" || f.Help == "" || strings.HasSuffix(f.Message, ".") {
					t.Errorf("message: %+v", f)
				}
			}
			if s := strings.Join(got, "; "); s != c.Want {
				t.Errorf("got %q, want %q\n%s", s, c.Want, strings.Join(texts, "\n"))
			}
			if all := strings.Join(texts, "\n"); !strings.Contains(all, c.Says) {
				t.Errorf("%q does not say %q", all, c.Says)
			}
		})
	}
}
