package golden

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestAddresses looks every finding's row up with another CSV reader and compares line and identifier.
func TestAddresses(t *testing.T) {
	for _, f := range files {
		if strings.HasSuffix(f.path, ".geojson") {
			continue
		}
		a := audited(t, f.path)
		d := a.Datasets[0]
		lines, ids := lookUp(t, filepath.Join(os.Getenv("ASSAY_DATA"), f.path))
		if len(lines) != d.N {
			t.Errorf("%s: %d rows, the other reader has %d", f.path, d.N, len(lines))
			continue
		}
		for _, x := range a.Findings {
			if x.Row >= 0 && (d.Line(x.Row) != lines[x.Row] || d.ID(x.Row) != ids[x.Row]) {
				t.Errorf("%s %s: row %d is on line %d with id %.40q, want line %d, id %q",
					f.path, x.Rule.Code, x.Row+1, d.Line(x.Row), d.ID(x.Row), lines[x.Row], ids[x.Row])
			}
		}
	}
}

func lookUp(t *testing.T, path string) (lines []int, ids []string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	r := csv.NewReader(in)
	column := -1
	for {
		cells, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return lines, ids
		case err != nil:
			t.Fatal(err)
		case column < 0:
			for _, name := range []string{"eventid", "event_id_cnty", "event_id_c", "id"} { // SCAD has eventid and id
				if column < 0 {
					column = slices.IndexFunc(cells, func(s string) bool { return strings.EqualFold(s, name) })
				}
			}
			if column < 0 {
				t.Fatalf("%s: no column of identifiers", path)
			}
			continue
		case len(lines) == 0 && slices.Contains(cells, "#event+code") || slices.Contains(cells, "#date+start"):
			continue // HXL
		}
		line, _ := r.FieldPos(0)
		lines, ids = append(lines, line), append(ids, cells[column])
	}
}

// TestOrderOfRows turns a file upside down: the same findings must have the same fingerprints, so that a baseline holds.
func TestOrderOfRows(t *testing.T) {
	before := audited(t, car)
	file, err := os.Open(filepath.Join(os.Getenv("ASSAY_DATA"), car))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(records[1:])
	path := filepath.Join(t.TempDir(), car)
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(csv.NewWriter(out).WriteAll(records), out.Close()); err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	for _, f := range run(t, path).Findings {
		left[f.Fingerprint] = true
	}
	lost := map[string]int{}
	for _, f := range before.Findings {
		if !left[f.Fingerprint] {
			lost[f.Rule.Code]++
		}
	}
	if len(lost) > 0 {
		t.Errorf("%s upside down: findings with other fingerprints, by rule: %v", car, lost)
	}
}
