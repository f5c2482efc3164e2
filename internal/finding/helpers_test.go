package finding

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (hint: go test -update)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// Two invented datasets about one invented province.
const (
	eastCSV = `event_id_cnty,event_date,year,time_precision,event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
NAR1,2019-05-20,2019,1,Battles,Military Forces of Narland (2015-),Free Tarn Movement,12,Narland,Tarn,Tarn,1.5,2.5,1,Wire One,"On 20 May 2019, a clash.
Anna Secretname was among them.",46
NAR2,2019-05-21,2019,1,Battles,Military Forces of Narland (2015-),Free Tarn Movement,12,Narland,Tarn,Tarn North,1.52,2.5,2,Daily Two,"On 21 May 2019, a clash.",46
NAR3,2019-06-01,2019,1,Riots,Rioters (Narland),,50,Narland,Tarn,Old Harbour,0,0,1,Wire One,"On 1 June 2019, riots.",0
NAR3,2019-06-02,2019,1,Riots,Rioters (Narland),,50,Narland,Tarn,Old Harbour,1.6,2.4,1,,"On 2 June 2019, riots.",1
`
	westCSV = `id,year,type_of_violence,dyad_new_id,side_a,side_b,source_article,where_prec,where_coordinates,adm_1,country,latitude,longitude,date_prec,date_start,date_end,best,high,low
501,2012,1,77,Government of Westmark,Harbour Front,"Wire One,2012-01-04,Clash in Brack",1,Brack town,Brack,Westmark,10.1,20.2,1,2012-01-03,2012-01-03,46,40,12
502,2012,1,77,Government of Westmark,Harbour Front,"Wire One,2012-01-09,Raid",2,Ost,Brack,Westmark,10.3,20.4,1,2012-01-08,2012-01-08,7,9,7
503,2013,3,78,Harbour Front,Civilians,"Daily Two,2013-03-01,Village",1,東の村,Brack,Westmark,10.3,20.5,2,2013-02-20,2013-02-25,3,2,1
`
)

func load(t *testing.T, name, text string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), name, text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	d.Path = "data/" + name + ".csv"
	// How layouts are called is not for this package to test.
	d.Format.Title, d.Remarks = "invented layout of "+name, nil
	return d
}

func col(t *testing.T, d *record.Dataset, name string) int {
	t.Helper()
	c := d.Column(name)
	if c == nil {
		t.Fatalf("dataset %s has no column %s", d.Name, name)
	}
	return c.Index
}

// The rules of the tests find nothing by themselves; the findings are written down beside the data.
var (
	countRange = &check.Rule{
		Code: "VAL003", Name: "count-range", Title: "the best estimate lies outside its own range", Severity: check.Error,
		Confidence: 0.98, Doc: check.Doc{Why: "A total over such rows is not between the totals of low and high.", Fix: "Look the numbers up in the source."},
	}
	noSource = &check.Rule{Code: "SRC005", Name: "missing-source", Title: "no source is given", Severity: check.Warning, Confidence: 0.9}
	geoRange = &check.Rule{Code: "GEO001", Name: "geo-range", Title: "the point is impossible", Severity: check.Error, Confidence: 0.97}
	sameID   = &check.Rule{Code: "DUP002", Name: "exact-duplicate", Title: "an identifier stands for several events", Severity: check.Error, Confidence: 0.95}
	heaping  = &check.Rule{
		Code: "TIM002", Name: "date-heap", Title: "dates are heaped on some days", Severity: check.Note, Confidence: 0.8, Method: check.Statistical,
	}
	noteDiffers = &check.Rule{Code: "CON006", Name: "text-field-mismatch", Title: "the note gives another number", Severity: check.Warning, Confidence: 0.4, Lead: true}
	nearTwin    = &check.Rule{Code: "DUP001", Name: "near-duplicate", Title: "same event coded twice within one dataset", Severity: check.Warning, Confidence: 0.94}
)

// sample is an audit with a finding of every kind.
func sample(t *testing.T) *audit.Audit {
	t.Helper()
	east, west := load(t, "east", eastCSV), load(t, "west", westCSV)
	east.Remarks = []string{"dates are read as year-month-day"}
	a := &audit.Audit{
		Datasets: []*record.Dataset{east, west},
		Rules:    []*check.Rule{noteDiffers, nearTwin, sameID, geoRange, noSource, heaping, countRange},
		Findings: []check.Finding{
			{
				Rule: noteDiffers, Data: east, Row: 0, Column: col(t, east, "fatalities"), Marked: []int{col(t, east, "notes")},
				Message: "the note says 64 dead, the column 46", Why: "the digits are turned round", Help: "read the note",
			},
			{
				Rule: nearTwin, Data: east, Row: 0, Column: col(t, east, "event_date"), Marked: []int{col(t, east, "fatalities")},
				Related: []check.Ref{{Data: east, Row: 1, Column: col(t, east, "event_date")}},
				Message: "NAR1 and NAR2 look like one event: 2.2 km and 1 day apart, same sides, 46 deaths both",
				Why:     "the distance is within the stated precision, the sources depend on each other",
				Help:    "keep NAR1 and mark NAR2 as its duplicate", Weight: 46,
			},
			{
				Rule: sameID, Data: east, Row: 3, Column: col(t, east, "event_id_cnty"), Related: []check.Ref{{Data: east, Row: 2, Column: -1}},
				Message: "identifier NAR3 stands in 2 rows that differ", Help: "give one of them an identifier of its own",
				Expected: "a different identifier", Found: "NAR3",
			},
			{
				Rule: geoRange, Data: east, Row: 2, Column: col(t, east, "latitude"), Marked: []int{col(t, east, "longitude")},
				Message: "the point is 0, 0 in the Gulf of Guinea", Why: "0, 0 stands for a point that is not known",
			},
			{Rule: noSource, Data: east, Row: 3, Column: col(t, east, "source"), Message: "no source is given"},
			{
				Rule: heaping, Data: east, Row: -1, Column: col(t, east, "event_date"), Key: "day 1", Message: "12 % of the events are dated to the first day of a month",
				Stat: &check.Stat{Test: "binomial", Statistic: 12.25, P: 0.0000123, Adjusted: 0.000369, Tests: 30, Method: "Holm", Effect: 0.087, EffectIs: "share of rows over expectation"},
			},
			{
				Rule: countRange, Data: west, Row: 0, Column: col(t, west, "best"), Marked: []int{col(t, west, "low"), col(t, west, "high")},
				Message: "best 46 lies above high 40", Why: "low 12 ≤ best ≤ high 40 must hold", Help: "look up the three numbers in the source",
				Expected: "12 to 40", Found: "46", Weight: 6,
			},
			{
				Rule: countRange, Data: west, Row: 2, Column: col(t, west, "best"), Marked: []int{col(t, west, "low"), col(t, west, "high")},
				Message: "best 3 lies above high 2", Weight: 1,
			},
		},
		Skipped: []audit.Skip{{Rule: noteDiffers, Data: west, Reason: "no column for note"}},
		Known:   2,
	}
	finish(a)
	return a
}

// finish fills in what a pass and an audit fill in.
func finish(a *audit.Audit) {
	for i := range a.Findings {
		f := &a.Findings[i]
		if f.Severity == 0 {
			f.Severity = f.Rule.Severity
		}
		if f.Confidence == 0 {
			f.Confidence = f.Rule.Confidence
		}
	}
	audit.FingerprintAll(a.Findings)
}

var options = Options{Version: "0.1", Elapsed: 2800 * time.Millisecond}

func render(t *testing.T, a *audit.Audit, format string, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, a, format, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
