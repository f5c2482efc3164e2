package claim_test

import (
	"context"
	"math"
	"testing"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func load(t *testing.T, tables ...string) *claim.Tables {
	t.Helper()
	var ds []*record.Dataset
	for _, text := range tables {
		d, err := read.Text(context.Background(), "test", text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		ds = append(ds, d)
	}
	return claim.Load(ds)
}

func TestFigures(t *testing.T) {
	tables := load(t, `claim_id,origin_area,measure,as_of,low,best,high,estimator,source_id,source_publisher,source_date,locator
F1,Northland,travelled,2015-03~,,1200,,Ministry,S1,Agency via Outlet,2015-04-01,p. 3
F2,Northland,returned,n.d.,40,,60,Ministry,S1,,,
`)
	if len(tables.Figures) != 2 {
		t.Fatalf("%d figures", len(tables.Figures))
	}
	a, b := tables.Figures[0], tables.Figures[1]
	if a.ID != "F1" || a.Best != 1200 || !math.IsNaN(a.Low) || !a.AsOf.Approximate || a.Locator != "p. 3" {
		t.Errorf("first figure: %+v", a)
	}
	if b.AsOf.Known() || b.Low != 40 || b.High != 60 || !math.IsNaN(b.Best) {
		t.Errorf("second figure: %+v", b)
	}
	if a.Source != b.Source || a.Source.Publisher != "Agency via Outlet" || tables.SourceOf("S1") != a.Source {
		t.Error("rows of one item have two sources")
	}
	if got := a.Column("best"); a.Data.Columns[got].Name != "best" || a.Column("nothing") != -1 {
		t.Errorf("column of best is %d", got)
	}
}

func TestSourcesTableIsRead(t *testing.T) {
	tables := load(t, "source_id,title,publisher,kind,based_on\nS1,Report,Office,state body,S2; S3\n",
		"claim_id,name_in_source,name_variants,birth_date,death_date,source_id,source_publisher\nP1,A B,B A; AB,c.1980 (aged 36),2016-03,S1,other\n")
	s := tables.SourceOf("S1")
	if s.Kind != "state body" || len(s.BasedOn) != 2 || s.Publisher != "Office" {
		t.Errorf("source: %+v", s)
	}
	p := tables.People[0]
	if p.Source != s || len(p.Variants) != 2 || !p.Birth.Approximate || p.Death.Last.String() != "2016-03-31" {
		t.Errorf("person: %+v", p)
	}
}

// Columns that a coder left out are not stated, and an empty table gives no claims.
func TestShortTables(t *testing.T) {
	tables := load(t, "claim_id,date_claimed,place\nI1,2015,Town\n", "claim_id,group_a,relation,group_b\n")
	if i := tables.Incidents[0]; !math.IsNaN(i.Injured) || i.ClaimedBy != "" || i.Source == nil {
		t.Errorf("incident: %+v", i)
	}
	if len(tables.Relations) != 0 || tables.Empty() {
		t.Error("relations out of nothing")
	}
}
