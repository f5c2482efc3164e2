package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

func TestFindingsCSVHoldsAllAndNoFormulas(t *testing.T) {
	a := smallAudit(t)
	var b bytes.Buffer
	if err := findingsCSV(&b, a); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(a.Findings)+1 {
		t.Fatalf("%d lines for %d findings", len(rows), len(a.Findings))
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	if got := rows[3][column["found"]]; got != "'=1+1" {
		t.Errorf("a formula stands as %q", got)
	}
	if got := rows[2][column["related"]]; got != "east:2" {
		t.Errorf("related rows are %q", got)
	}
	if got := rows[4][column["row"]]; got != "" {
		t.Errorf("a finding about a dataset has row %q", got)
	}
	if got := rows[5][column["date"]]; got != "2012-01-03" {
		t.Errorf("the date is %q", got)
	}
}

func TestGuard(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "a", "=1": "'=1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "' x", "a=1": "a=1",
	} {
		if got := guard(in); got != want {
			t.Errorf("guard(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFindingsParquetReadsBack(t *testing.T) {
	a := bigAudit(t, 1, 300, 4, 4000)
	var b bytes.Buffer
	if err := findingsParquet(&b, a); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.Read[parquetFinding](bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(a.Findings) {
		t.Fatalf("%d rows for %d findings", len(rows), len(a.Findings))
	}
	for i, r := range rows {
		f := &a.Findings[i]
		if r.Rule != f.Rule.Code || r.Row != int64(f.Row+1) || r.Message != f.Message || len(r.Related) != 2 || r.P != nil {
			t.Fatalf("row %d is %+v", i, r)
		}
	}
}

func TestCitations(t *testing.T) {
	got := contents(t, write(t, smallAudit(t)))
	var items []map[string]any
	if err := json.Unmarshal([]byte(got["cite.json"]), &items); err != nil {
		t.Fatal(err)
	}
	if len(items) != 5 { // assay, two datasets, two papers
		t.Errorf("%d items", len(items))
	}
	if strings.Count(got["cite.bib"], "{") != strings.Count(got["cite.bib"], "}") {
		t.Error("cite.bib: braces do not match")
	}
}

func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"One.\n\nTwo `a*b*c` & *three*.": "<p>One.</p><p>Two <code>a*b*c</code> &amp; <em>three</em>.</p>",
		"Has:\n- one\n- two\n  more":     "<p>Has:</p><ul><li>one</li><li>two more</li></ul>",
		"<script>":                       "<p>&lt;script&gt;</p>",
		"See https://doi.org/10.1/x.":    `<p>See <a href="https://doi.org/10.1/x" rel="noreferrer">https://doi.org/10.1/x</a>.</p>`,
		"5 * 3 * 2":                      "<p>5 * 3 * 2</p>",
	} {
		if got := string(markdown(in)); got != want {
			t.Errorf("markdown(%q)\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestOneIn(t *testing.T) {
	for share, want := range map[float64]string{
		0.5: "about 50 rows in 100", 0.1: "about 10 rows in 100", 0.02: "about 1 row in 50", 0.0057: "about 1 row in 180", 0.00001: "about 1 row in 100,000",
	} {
		if got := oneIn(share); got != want {
			t.Errorf("oneIn(%v) = %q, want %q", share, got, want)
		}
	}
}

func TestNiceStep(t *testing.T) {
	for v, want := range map[float64]float64{0: 1, 1: 1, 1.1: 2, 3: 5, 7: 10, 0.012: 0.02, 1200: 2000} {
		if got := niceStep(v); math.Abs(got-want) > 1e-12 {
			t.Errorf("niceStep(%v) = %v, want %v", v, got, want)
		}
	}
}

func TestKeyTime(t *testing.T) {
	for key, want := range map[string]float64{"1993": 1993, "1993-07": 1993.5, "1993-01-05": 1993, "1997–1999": 1997} {
		if got, ok := keyTime(key); !ok || got != want {
			t.Errorf("keyTime(%q) = %v, %v", key, got, ok)
		}
	}
	for _, key := range []string{"", "day 15", "19931", "NULL"} {
		if got, ok := keyTime(key); ok {
			t.Errorf("keyTime(%q) = %v", key, got)
		}
	}
}

// Every record of a map is in exactly one hexagon.
func TestHexagonsKeepAllRows(t *testing.T) {
	var dots []dot
	for i := range 2000 {
		dots = append(dots, dot{x: float64(i*37%997) / 3, y: float64(i*61%991) / 3, rows: 1 + i%3, marked: i % 2})
	}
	rows, marked := 0, 0
	for _, d := range dots {
		rows, marked = rows+d.rows, marked+d.marked
	}
	cells := hexagons(dots, 5)
	for _, c := range cells {
		rows, marked = rows-c.rows, marked-c.marked
		for _, o := range cells {
			if o != c && math.Hypot(o.x-c.x, o.y-c.y) < 5*math.Sqrt(3)-1e-6 {
				t.Fatalf("the hexagons %v and %v overlap", o, c)
			}
		}
	}
	if rows != 0 || marked != 0 {
		t.Errorf("%d rows and %d marked ones are lost", rows, marked)
	}
}

func TestVerdictOfAuditsWithoutFindings(t *testing.T) {
	east := load(t, "east", eastCSV)
	for name, c := range map[string]struct {
		audit *audit.Audit
		want  string
	}{
		"clean":   {&audit.Audit{Datasets: []*record.Dataset{east}, Rules: []*check.Rule{silent}}, "No rule found anything wrong in east"},
		"nothing": {&audit.Audit{Rules: []*check.Rule{silent}}, "Nothing could be read"},
	} {
		dir := write(t, c.audit)
		if page := contents(t, dir)["index.html"]; !strings.Contains(page, `<h1 id="headline">`+c.want) {
			t.Errorf("%s: the headline is not %q", name, c.want)
		}
		checkPages(t, dir)
	}
}
