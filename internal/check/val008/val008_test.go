package val008

import (
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
	"github.com/assaydata/assay/internal/synth"
)

// TestPlant plants an emptied column. The invented tables leave some columns of GTD and SCAD empty, so that what the rule
// says of a table as it was made is compared with the table itself in place of being a false alarm.
func TestPlant(t *testing.T) {
	for _, layout := range synth.Layouts {
		table, err := planting.ParseTable(layout, synth.Text(layout, 500, 1))
		if err != nil {
			t.Fatal(err)
		}
		clean, err := planting.NewClean(context.Background(), table)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(5) {
			res, err := planting.Measure(context.Background(), Rule, clean, 1, seed)
			if err != nil {
				t.Fatal(err)
			}
			if res.Planted != 1 || res.Found != 1 {
				t.Errorf("%s, seed %d: %d of %d found: %v", layout, seed, res.Found, res.Planted, res.Missed)
			}
			for _, f := range res.Alarms {
				for _, row := range table.Rows {
					if row[f.Column] != table.Rows[0][f.Column] {
						t.Errorf("%s: false alarm: %s", layout, f.Message)
						break
					}
				}
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, layout string
		rows         []tabletest.Row
		column, want string // "" = no finding on the column
	}{
		{"empty", "acled", []tabletest.Row{tabletest.All("civilian_targeting", "")}, "civilian_targeting", "0 civilian_targeting civilian_targeting is empty in all 120 rows"},
		{"blank is empty", "acled", []tabletest.Row{tabletest.All("source", " ")}, "source", "0 source source is empty in all 120 rows"},
		{"one value is enough", "acled", []tabletest.Row{tabletest.All("tags", ""), tabletest.Set(7, "tags", "crowd size=no report")}, "tags", ""},
		{"empty for most records by design", "acled", []tabletest.Row{tabletest.All("admin3", "")}, "admin3", ""},
		{"required columns are VAL005's", "ged", []tabletest.Row{tabletest.All("best", "")}, "best", ""},
		{"one country", "acled", []tabletest.Row{tabletest.All("country", "Berrin", "region", "Western Africa")}, "country", ""},
		{"identifiers in words that are all 0", "ged", []tabletest.Row{tabletest.All("relid", "0")}, "relid", `0 relid relid is "0" in all 120 rows`},
		{"one note for all", "acled", []tabletest.Row{tabletest.All("notes", "See the source for the description of the event.")}, "notes", "0 notes notes is the same in all 120 rows"},
		{"third of three", "gtd", []tabletest.Row{tabletest.All("attacktype3", "", "weaptype4_txt", "")}, "weaptype4_txt", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Brief(checktest.Run(t, Rule, tabletest.CSV(t, c.layout, 120, c.rows...)))
			got := ""
			for line := range strings.Lines(found) {
				if strings.HasPrefix(line, "0 "+c.column+" ") {
					got += strings.TrimSuffix(line, "\n")
				}
			}
			if got != c.want {
				t.Errorf("got %q, want %q; all findings:\n%s", got, c.want, found)
			}
		})
	}
}

func TestFewRows(t *testing.T) {
	csv := tabletest.CSV(t, "acled", 99, tabletest.All("tags", ""))
	if _, skipped := checktest.Try(t, Rule, csv); skipped != "only 99 rows: a column may be empty by chance" {
		t.Errorf("skipped because of %q", skipped)
	}
	if found, skipped := checktest.Try(t, Rule, csv, map[string]any{"min_rows": 50}); skipped != "" || len(found) == 0 {
		t.Errorf("with min_rows 50: %d findings, skipped because of %q", len(found), skipped)
	}
}
