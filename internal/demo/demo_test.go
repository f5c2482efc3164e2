package demo

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/cases"
	"github.com/assaydata/assay/internal/casefile"
)

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	if err := Write(dir, false); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, false); err != nil {
		t.Errorf("a second time: %v", err)
	}
	figures := filepath.Join(dir, "data", "figures.csv")
	want, err := os.ReadFile(figures)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(figures, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "README.md")); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, false); !errors.Is(err, ErrChanged) {
		t.Errorf("a changed file: %v", err)
	}
	if got, _ := os.ReadFile(figures); string(got) != "mine" {
		t.Error("the change was overwritten")
	}
	if _, err := os.Stat(filepath.Join(dir, "README.md")); err == nil {
		t.Error("something was written in spite of the error")
	}
	if err := Write(dir, true); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(figures); string(got) != string(want) {
		t.Error("force did not put the file back")
	}
}

func TestWriteLeavesFoldersOfOthersAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "thesis.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, force := range []bool{false, true} {
		if err := Write(dir, force); !errors.Is(err, ErrOther) {
			t.Errorf("force %v: %v", force, err)
		}
	}
	if there, _ := os.ReadDir(dir); len(there) != 1 {
		t.Errorf("%d files are there", len(there))
	}
}

// The case names every person of its table with a reason that cites a row of that person.
func TestPersonsOfTheCase(t *testing.T) {
	data, err := fs.ReadFile(cases.Founding(), casefile.FileName)
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Parse(data, casefile.FileName)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := table("data/people.csv", "claim_id", "person_key", "source_id", "legal_status")
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for _, r := range rows {
		of[r[1]] = append(of[r[1]], r[0])
		if listed := strings.HasPrefix(r[3], "designated by"); listed != (r[2] == "UNSC18") {
			t.Errorf("%s: status %q, source %s", r[0], r[3], r[2])
		}
	}
	for _, p := range c.Persons {
		cited := slices.ContainsFunc(of[p.Key], func(id string) bool { return strings.Contains(p.Reason, id) })
		if !cited {
			t.Errorf("the reason for %s cites none of its rows: %s", p.Key, p.Reason)
		}
		delete(of, p.Key)
	}
	if len(of) > 0 {
		t.Errorf("persons who are not in assay.yaml: %v", of)
	}
}

// Every row cites a source that the table of sources has, and no identifier stands twice.
func TestRowsHaveSources(t *testing.T) {
	rows, err := table("data/sources.csv", "source_id")
	if err != nil {
		t.Fatal(err)
	}
	known, ids := map[string]bool{}, map[string]bool{}
	for _, r := range rows {
		known[r[0]] = true
	}
	for _, name := range []string{"figures", "incidents", "groups", "group_relations", "people", "population", "events_context"} {
		rows, err := table("data/"+name+".csv", "claim_id", "source_id")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if !known[r[1]] {
				t.Errorf("%s cites the unknown source %q", r[0], r[1])
			}
			if ids[r[0]] {
				t.Errorf("%s stands twice", r[0])
			}
			ids[r[0]] = true
		}
	}
	key, err := Key()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range key {
		for _, id := range k.Claims {
			if !ids[id] {
				t.Errorf("key %s names %s, which is no row", k.Key, id)
			}
		}
	}
	if read, err := Readings(); err != nil {
		t.Error(err)
	} else {
		for _, r := range read {
			for _, id := range strings.Fields(r.Claims) {
				if !ids[id] {
					t.Errorf("judged.csv names %s, which is no row", id)
				}
			}
		}
	}
}
