package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

var update = flag.Bool("update", false, "write the generated documents instead of comparing with them")

// docs/claims.md is what the formats say today.
func TestGuideIsCurrent(t *testing.T) {
	const path = "../../docs/claims.md"
	if *update {
		if err := os.WriteFile(path, []byte(claimGuide()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (hint: go test ./internal/cli -run Guide -update)", err)
	}
	if diff := cmp.Diff(claimGuide(), string(got)); diff != "" {
		t.Errorf("docs/claims.md is not current (hint: go test ./internal/cli -run Guide -update): (-want +got)\n%s", diff)
	}
}

// There is a template for every claim table that assay reads, and each is recognised as what it is.
func TestEveryClaimTableHasTemplate(t *testing.T) {
	var have []string
	for i := range claimTables {
		have = append(have, claimTables[i].format)
		header, err := claimTemplate(claimTables[i].format)
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.Text(context.Background(), "any", string(header))
		if err != nil {
			t.Fatal(err)
		}
		if d.Format.ID != claimTables[i].format || !d.Format.Claims {
			t.Errorf("the template of %s is read as %s", claimTables[i].format, d.Format.ID)
		}
		d.Close()
	}
	for _, id := range format.Formats() {
		if format.IsClaims(id) && !slices.Contains(have, id) {
			t.Errorf("init --claims writes no table for %s", id)
		}
	}
}

// The examples of the codebook fill every column, can be read without a problem, and refer to each other.
func TestCodebookExamples(t *testing.T) {
	var ds []*record.Dataset
	for i := range claimTables {
		table := &claimTables[i]
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		header := claimHeader(table.format)
		w.Write(header)
		for _, row := range table.examples {
			var cells []string
			for _, name := range header {
				if _, ok := row[name]; !ok {
					t.Errorf("%s: an example lacks %s", table.format, name)
				}
				cells = append(cells, row[name])
			}
			if len(row) != len(header) {
				t.Errorf("%s: an example has columns that the table has not", table.format)
			}
			w.Write(cells)
		}
		w.Flush()
		d, err := read.Text(context.Background(), table.format, b.String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		for _, p := range d.Problems {
			t.Errorf("%s: %s", table.format, p.Text)
		}
		for k := range d.Columns {
			for row := range d.N {
				if text, _ := d.Columns[k].Text(row); d.Columns[k].State(row) == record.Invalid {
					t.Errorf("%s.%s: %q cannot be read", table.format, d.Columns[k].Name, text)
				}
			}
		}
		ds = append(ds, d)
	}
	tables := claim.Load(ds)
	if len(tables.Figures) != 2 || len(tables.Incidents) != 2 || len(tables.People) != 2 || len(tables.Populations) != 2 || len(tables.Contexts) != 2 {
		t.Errorf("not all examples are claims: %+v", tables)
	}
	if a, b := tables.Incidents[0], tables.Incidents[1]; a.Key != b.Key || a.Source == b.Source {
		t.Error("the two incidents are not two sources on one thing")
	}
}

// Every form of date in the codebook is one that the reader knows.
func TestCodebookDates(t *testing.T) {
	forms := regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(claimDates, -1)
	if len(forms) < 10 {
		t.Fatalf("only %d forms", len(forms))
	}
	for _, f := range forms {
		if span, ok := cell.EDTF(f[1]); ok != (f[1] != "n.d.") {
			t.Errorf("%q: %v, %v", f[1], span, ok)
		}
	}
}

// The written assay.yaml loads, also with the commented examples switched on.
func TestClaimCase(t *testing.T) {
	text := claimCase()
	c, err := casefile.Parse([]byte(text), filepath.Join("my", casefile.FileName))
	if err != nil || len(c.Inputs) != len(claimTables) || len(c.Persons) != 0 {
		t.Fatalf("%+v, %v", c, err)
	}
	text = regexp.MustCompile(`(?m)^# ?( *(as_of|persons|- key|name|reason|pseudonym_key|[A-Z]{3}):)`).ReplaceAllString(strings.Replace(text, "rules: {}", "rules:", 1), "$1")
	c, err = casefile.Parse([]byte(text), filepath.Join("my", casefile.FileName))
	if err != nil || c.AsOf == record.NoDay || len(c.Persons) != 1 || c.PseudonymKey == "" || len(c.Rules) != 1 {
		t.Errorf("%+v, %v\n%s", c, err, text)
	}
}
