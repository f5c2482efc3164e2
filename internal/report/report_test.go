package report

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// Two invented datasets about invented provinces. The notes and a headline hold a name that must never be shown.
const (
	eastCSV = `event_id_cnty,event_date,year,time_precision,event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
NAR1,2019-05-20,2019,1,Battles,Military Forces of Narland (2015-),Free Tarn Movement,12,Narland,Tarn,Tarn,6.5,2.5,1,Wire One,"On 20 May 2019, a clash.
Anna Secretname was among them.",46
NAR2,2019-05-21,2019,1,Battles,Military Forces of Narland (2015-),Free Tarn Movement,12,Narland,Tarn,Tarn North,6.52,2.5,2,Daily Two; Wire One,"On 21 May 2019, a clash.",46
NAR3,2020-06-01,2020,1,Riots,Rioters (Narland),,50,Narland,Tarn,"=cmd|'<b>'",6.1,2.2,1,Wire One,"On 1 June 2020, riots.",0
NAR3,2021-06-02,2021,1,Riots,Unidentified Armed Group (Narland),,50,Narland,Tarn,Old Harbour,6.6,2.4,3,,"On 2 June 2021, riots.",1
`
	westCSV = `id,year,type_of_violence,dyad_new_id,side_a,side_b,source_article,source_office,where_prec,where_coordinates,adm_1,country,latitude,longitude,date_prec,date_start,date_end,best,high,low
501,2012,1,77,Government of Westmark,Harbour Front,"Wire One,2012-01-04,Anna Secretname held in Brack",Wire One,1,Brack town,Brack,Westmark,10.1,20.2,1,2012-01-03,2012-01-03,46,40,12
502,2012,1,77,Government of Westmark,Harbour Front,"Wire One,2012-01-09,Raid",Wire One,2,Ost,Brack,Westmark,10.3,20.4,1,2012-01-08,2012-01-08,7,9,7
503,2013,3,78,Harbour Front,Civilians,"Daily Two,2013-03-01,Village",Daily Two,1,東の村,Brack,Westmark,10.3,20.5,2,2013-02-20,2013-02-25,3,2,1
`
)

var (
	countRange = &check.Rule{
		Code: "VAL903", Name: "count-range", Title: "the best estimate lies outside its own range", Severity: check.Error, Confidence: 0.98,
		Doc: check.Doc{
			Why: "A total over such rows is *not* between the totals of `low` and `high`.\n\n- one\n- two\n\nSee https://example.org/a_b.",
			How: "Compares.", Fix: "Look up.", Literature: []string{"Doe, J. (2020). Title. https://doi.org/10.1/x"},
			Before: "low,best,high\n1,9,4", After: "low,best,high\n1,3,4",
		},
		Options: []check.Option{{Name: "slack", Default: 0.5, Doc: "how much is allowed"}},
	}
	geoRange    = &check.Rule{Code: "GEO901", Name: "geo-range", Title: "the point is impossible", Severity: check.Error, Confidence: 0.97}
	nearTwin    = &check.Rule{Code: "DUP901", Name: "near-duplicate", Title: "same event coded twice", Severity: check.Warning, Confidence: 0.94}
	noteDiffers = &check.Rule{Code: "CON906", Name: "text-mismatch", Title: "the note gives another number", Severity: check.Warning, Confidence: 0.4, Lead: true}
	heaping     = &check.Rule{Code: "TIM902", Name: "date-heap", Title: "dates are heaped on some days", Severity: check.Note, Confidence: 0.8, Method: check.Statistical}
	silent      = &check.Rule{Code: "SRC905", Name: "missing-source", Title: "no source is given", Severity: check.Warning, Confidence: 0.9}
)

func load(t testing.TB, name, text string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), name, text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	d.Path = "data/" + name + ".csv"
	// How layouts are called is not for this package to test.
	d.Format.Title, d.Format.Layout, d.Remarks = "invented layout of "+name, "", nil
	return d
}

func col(t testing.TB, d *record.Dataset, name string) int {
	t.Helper()
	c := d.Column(name)
	if c == nil {
		t.Fatalf("dataset %s has no column %s", d.Name, name)
	}
	return c.Index
}

// smallAudit has a finding of every kind.
func smallAudit(t testing.TB) *audit.Audit {
	east, west := load(t, "east", eastCSV), load(t, "west", westCSV)
	east.Remarks = []string{"dates are read as year-month-day"}
	west.Cite, west.Licence, west.Version = "Westmark Archive (2014)", "CC BY 4.0", "2"
	a := &audit.Audit{
		Datasets: []*record.Dataset{east, west},
		Rules:    []*check.Rule{noteDiffers, nearTwin, geoRange, silent, heaping, countRange},
		Findings: []check.Finding{
			{
				Rule: noteDiffers, Severity: check.Warning, Data: east, Row: 0, Column: col(t, east, "fatalities"), Marked: []int{col(t, east, "notes")},
				Message: "the note says 64 dead, the column 46", Why: "the digits are turned round", Help: "read the note", Confidence: 0.4,
			},
			{
				Rule: nearTwin, Severity: check.Warning, Data: east, Row: 0, Column: col(t, east, "event_date"), Marked: []int{col(t, east, "fatalities")},
				Related: []check.Ref{{Data: east, Row: 1, Column: -1}}, Alike: 1, Confidence: 0.94,
				Message: "NAR1 and NAR2 look like one event: 2.2 km and 1 day apart", Why: "the distance is within the stated precision", Help: "keep one", Weight: 46,
			},
			{
				Rule: geoRange, Severity: check.Error, Data: east, Row: 2, Column: col(t, east, "latitude"), Marked: []int{col(t, east, "location")},
				Message: "the point lies at sea", Found: "=1+1", Confidence: 0.97,
			},
			{
				Rule: heaping, Severity: check.Note, Data: east, Row: -1, Column: col(t, east, "event_date"), Message: "day 1 has too many rows", Confidence: 0.8,
				Stat: &check.Stat{Test: "chi-squared", Statistic: 12.5, P: 0.0004, Adjusted: 0.01, Tests: 31, Method: "Holm", Effect: 1.4, EffectIs: "ratio"},
			},
			{
				Rule: countRange, Severity: check.Error, Data: west, Row: 0, Column: col(t, west, "best"), Marked: []int{col(t, west, "low"), col(t, west, "high")},
				Message: "best 46 lies over high 40", Why: "the row states low 12, best 46, high 40", Help: "look it up", Confidence: 0.98, Weight: 6,
			},
			{
				Rule: countRange, Severity: check.Error, Data: west, Row: 2, Column: col(t, west, "source_article"),
				Message: "best 3 lies over high 2", Confidence: 0.98, Weight: 1,
			},
		},
		Skipped: []audit.Skip{{Rule: nearTwin, Data: west, Reason: "no column for note"}},
		Failed:  []audit.Failure{{Path: "gone.csv", Err: fmt.Errorf("gone.csv: file does not exist")}},
	}
	audit.FingerprintAll(a.Findings)
	return a
}

// bigAudit has datasets of some rows and rules that find something in most of them.
func bigAudit(t testing.TB, datasets, rows, ruleCount, findings int) *audit.Audit {
	a := &audit.Audit{}
	for i := range ruleCount {
		f := check.Families[i%len(check.Families)].Code
		severity := check.Severity(1 + i%3)
		a.Rules = append(a.Rules, &check.Rule{
			Code: fmt.Sprintf("%s%03d", f, 900+i), Name: "invented", Title: "an invented rule that finds something wrong in rows", Severity: severity,
			Doc: check.Doc{Why: strings.Repeat("Why it matters. ", 30), How: strings.Repeat("How it works. ", 60)},
		})
	}
	for i := range datasets {
		var b strings.Builder
		if err := synth.Write(&b, synth.Options{Layout: []string{"acled", "ged", "scad"}[i%3], Rows: rows, Seed: uint64(i + 1)}); err != nil {
			t.Fatal(err)
		}
		d := load(t, fmt.Sprintf("invented_dataset_%03d", i), b.String())
		a.Datasets = append(a.Datasets, d)
	}
	each := findings / datasets / ruleCount
	for _, d := range a.Datasets {
		for k, r := range a.Rules {
			for n := range each {
				row := (n*31 + k*7) % d.N
				a.Findings = append(a.Findings, check.Finding{
					Rule: r, Severity: r.Severity, Confidence: 0.9, Data: d, Row: row, Column: d.Role(record.RoleBest).Index, Weight: float64(n),
					Message: fmt.Sprintf("the value %d is far from what the other rows of the same place and month lead to expect", n),
					Related: []check.Ref{{Data: d, Row: (row + 1) % d.N, Column: -1}, {Data: d, Row: (row + 2) % d.N, Column: -1}},
				})
			}
		}
	}
	audit.FingerprintAll(a.Findings)
	return a
}

func write(t testing.TB, a *audit.Audit) string {
	t.Helper()
	dir := t.TempDir()
	if err := Write(context.Background(), dir, a, Options{Version: "1.2.3"}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// contents reads all files of a folder.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGolden(t *testing.T) {
	got := contents(t, write(t, smallAudit(t)))
	for _, name := range []string{"index.html", "findings.csv", "scorecard.csv", "cite.bib", "cite.json"} {
		path := filepath.Join("testdata", "small-"+name)
		text := got[name]
		// Style and script have files of their own.
		text = strings.ReplaceAll(strings.ReplaceAll(text, style, ""), script, "")
		text = strings.ReplaceAll(text, policyFor(t, text), "")
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v (hint: go test -update)", err)
		}
		if diff := cmp.Diff(string(want), text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// policyFor cuts the content security policy, which changes with the style, out of a page.
func policyFor(t *testing.T, page string) string {
	const begin = `http-equiv="Content-Security-Policy" content="`
	_, rest, ok := strings.Cut(page, begin)
	if !ok {
		return "\x00"
	}
	policy, _, ok := strings.Cut(rest, `"`)
	if !ok || !strings.Contains(policy, "default-src &#39;none&#39;") {
		t.Errorf("the policy is %q", policy)
	}
	return policy
}

func TestNamesInTextAreNeverShown(t *testing.T) {
	for name, text := range contents(t, write(t, smallAudit(t))) {
		if strings.Contains(text, "Secretname") {
			t.Errorf("%s holds a name out of a note or a headline", name)
		}
	}
}

func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	for name, text := range contents(t, write(t, smallAudit(t))) {
		for _, bad := range []string{"src=", "@import", "url(", "<link", "<iframe", "fetch("} {
			if strings.HasSuffix(name, ".html") && strings.Contains(text, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
}

func TestSizeIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 90,000 findings")
	}
	const most = 3_000_000 // 100 bytes for each finding of an audit; a page that lists them all has several times as many
	for _, c := range []struct{ datasets, rows, rules, findings int }{
		{1, 30_000, 40, 30_000},
		{3, 10_000, 40, 30_000},
		{80, 60, 40, 30_000},
	} {
		t.Run(fmt.Sprintf("%d datasets", c.datasets), func(t *testing.T) {
			dir := write(t, bigAudit(t, c.datasets, c.rows, c.rules, c.findings))
			info, err := os.Stat(filepath.Join(dir, "index.html"))
			if err != nil {
				t.Fatal(err)
			}
			if info.Size() >= most {
				t.Errorf("index.html has %d bytes", info.Size())
			}
			t.Logf("index.html has %d bytes", info.Size())
			checkPages(t, dir)
		})
	}
}
