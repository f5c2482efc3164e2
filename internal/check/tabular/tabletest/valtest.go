// Package tabletest makes small tables for tests: invented clean rows of a format in which single cells are set.
package tabletest

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/synth"
)

// Row sets cells of one data row, counted from 1, by the names of their columns: {"row", "column", "text", "column", "text"}.
type Row struct {
	N     int
	Cells []string
}

// Set makes a [Row].
func Set(n int, cells ...string) Row { return Row{n, cells} }

// All sets cells of every row.
func All(cells ...string) Row { return Row{0, cells} }

// CSV returns n clean rows of a layout (acled, ged, gtd, scad) with some cells set.
func CSV(t testing.TB, layout string, n int, rows ...Row) string {
	t.Helper()
	records, err := csv.NewReader(strings.NewReader(synth.Text(layout, n, 7))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for i := 0; i+1 < len(r.Cells); i += 2 {
			column := slices.Index(records[0], r.Cells[i])
			if column < 0 {
				t.Fatalf("%s has no column %s", layout, r.Cells[i])
			}
			if r.N > 0 {
				records[r.N][column] = r.Cells[i+1]
				continue
			}
			for k := 1; k < len(records); k++ {
				records[k][column] = r.Cells[i+1]
			}
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(records); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Case is one row of a table test.
type Case struct {
	Name   string
	Layout string
	Rows   []Row
	Want   string // the findings as "row column message", rows from 1, 0 for the dataset; see [checktest.Brief]
}

// Run runs a rule over 30 clean rows with the cells of each case set and compares the findings.
func Run(t *testing.T, r *check.Rule, cases []Case) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			got := checktest.Brief(checktest.Run(t, r, CSV(t, c.Layout, 30, c.Rows...)))
			if want := strings.TrimSpace(c.Want); strings.TrimSpace(got) != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
