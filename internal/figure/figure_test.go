package figure

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	csv "github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

const header = "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id,source_publisher,source_date,locator\n"

func book(t testing.TB, rows ...string) *Book {
	t.Helper()
	d, err := csv.Text(context.Background(), "figures", header+strings.Join(rows, "\n")+"\n")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	tables := claim.Load([]*record.Dataset{d})
	return Build(tables, evidence.Build(tables))
}

func TestParseMeasure(t *testing.T) {
	for _, c := range []struct {
		measure, population string
		want                Measure
		kind                Kind
		part                Part
	}{
		{"cumulative travelled", "citizens", Travelled, Cumulative, Everybody},
		{"present", "citizens", Present, Stock, Everybody},
		{"present (identity established)", "natives", Present, Stock, Everybody},
		{"killed or missing", "citizens", KilledLost, Cumulative, Everybody},
		{"women and children returned", "citizens", Returned, Cumulative, WomenAndChildren},
		{"children present", "children from Mali", Present, Stock, Children},
		{"women", "foreign women affiliated with a group", Affiliated, Cumulative, Women},
		{"returned (detained on return)", "residents", Returned, Cumulative, Everybody},
		{"prosecuted (cases)", "citizens", Prosecuted, Cumulative, Everybody},
		{"share women and minors (percent)", "women and minors", Share, Stock, WomenAndChildren},
		{"something else", "people", Other, Unstated, Everybody},
	} {
		m, k := parseMeasure(c.measure, c.population)
		if p := parsePart(c.population, c.measure); m != c.want || k != c.kind || p != c.part {
			t.Errorf("%q of %q: %q %q %q, want %q %q %q", c.measure, c.population, m, k, p, c.want, c.kind, c.part)
		}
	}
}

func TestIntervals(t *testing.T) {
	inf := math.Inf(1)
	b := book(t,
		"F1,citizens,Mali,Libya,present,2015-01,,3000,,A,S1,P,,", "F2,citizens,Mali,Libya,present,2015-01,,3200,,A,S1,P,,",
		"F3,citizens,Mali,Libya,present,2015-01,,3417,,A,S1,P,,", "F4,citizens,Mali,Libya,present,2015-01,400,,,A,S1,P,,",
		"F5,citizens,Mali,Libya,present,2015-01,,,400,A,S1,P,,", "F6,citizens,Mali,Libya,present,2015-01,300,,400,A,S1,P,,",
		"F7,citizens,Mali,Libya,present,2015-01,,100,,A,S1,P,,", "F8,citizens,Mali,Libya,present,2015-01,,0,,A,S1,P,,",
	)
	for i, c := range []struct {
		want  Interval
		bound Bound
		words string
	}{
		{Interval{2500, 3500}, Exactly, "3,000"},
		{Interval{3150, 3250}, Exactly, "3,200"},
		{Interval{3417, 3417}, Exactly, "3,417"},
		{Interval{400, inf}, AtLeast, "at least 400"},
		{Interval{0, 400}, UpTo, "up to 400"},
		{Interval{300, 400}, Between, "300 to 400"},
		{Interval{95, 105}, Exactly, "100"},
		{Interval{0, 0}, Exactly, "0"},
	} {
		f := b.Figures[i]
		if f.Interval != c.want || f.Bound != c.bound || f.Words() != c.words {
			t.Errorf("%s: %v %q %q, want %v %q %q", f.ID, f.Interval, f.Bound, f.Words(), c.want, c.bound, c.words)
		}
	}
}

// Numbers in the locator give figures of their own, with the address of the row.
func TestDerivedFigures(t *testing.T) {
	b := book(t, `F1,citizens,Mali,Libya,cumulative joined,2017-09,,900,,Service,S1,P,2017-09-25,"about 900; 85 convicted; more than 30 killed; 195 lost citizenship in 2016"`)
	var got []string
	for _, f := range b.Figures[1:] {
		if !f.Derived || f.Row != b.Figures[0].Row || f.Area.String() != "Mali" {
			t.Errorf("derived figure %+v", f)
		}
		got = append(got, f.Words()+" "+string(f.Measure))
	}
	if want := []string{"85 convicted", "at least 30 killed", "195 citizenship revoked"}; !slices.Equal(got, want) {
		t.Errorf("derived %q, want %q", got, want)
	}
	if n := len(Claims(b.Figures...)); n != 1 {
		t.Errorf("%d claims behind one row", n)
	}
}

// A clash of one figure with many others is told once, around the odd one.
func TestClusters(t *testing.T) {
	f := make([]*Figure, 5)
	b := book(t, "F1,c,Mali,Libya,present,2015-01,,1,,A,S1,P,,", "F2,c,Mali,Libya,present,2015-01,,2,,A,S1,P,,", "F3,c,Mali,Libya,present,2015-01,,3,,A,S1,P,,",
		"F4,c,Mali,Libya,present,2015-01,,4,,A,S1,P,,", "F5,c,Mali,Libya,present,2015-01,,5,,A,S1,P,,")
	copy(f, b.Figures)
	got := Clusters([]Pair{{A: f[0], B: f[1], Fit: Impossible}, {A: f[0], B: f[2], Fit: Impossible}, {A: f[3], B: f[0], Fit: FitsRound}, {A: f[3], B: f[4], Fit: Impossible}})
	if len(got) != 2 || got[0].Figure != f[0] || len(got[0].Others) != 3 || got[0].Fit != Impossible || len(got[1].Pairs) != 1 {
		t.Errorf("clusters %+v", got)
	}
}

// Pooling needs three origins of one definition that are not too far apart; the interval is Student's t on their logarithms.
func TestPooling(t *testing.T) {
	row := func(id, n, who string) string {
		return id + ",citizens,Mali,Libya,present,2015-06,," + n + ",," + who + ",S" + id + "," + who + " press,2015-07-01,"
	}
	two := book(t, row("1", "1800", "Interior Ministry"), row("2", "2000", "Sahel Monitor")).Definitions()
	if len(two) != 1 || two[0].Pooled != nil || two[0].Why == "" {
		t.Errorf("two origins: %+v", two)
	}
	d := book(t, row("1", "1800", "Interior Ministry"), row("2", "2000", "Sahel Monitor"), row("3", "2300", "Desert Watch"), row("4", "2300", "Desert Watch")).Definitions()
	if len(d) != 1 || len(d[0].Voices) != 3 || d[0].Pooled == nil {
		t.Fatalf("three origins: %+v", d)
	}
	// By hand: logs 7.4955, 7.6009, 7.7407; mean 7.6124, sd 0.1230; t(.975, 2) 4.3027.
	p := d[0].Pooled
	if math.Abs(p.Value-2023) > 2 || math.Abs(p.Low-1490) > 5 || math.Abs(p.High-2746) > 8 {
		t.Errorf("pooled %v", p)
	}
	far := book(t, row("1", "900", "Interior Ministry"), row("2", "2000", "Sahel Monitor"), row("3", "5000", "Desert Watch")).Definitions()
	if far[0].Pooled != nil || far[0].Tau < math.Log(1.5) {
		t.Errorf("origins that are far apart: %+v", far)
	}
}

// The contradictions do not depend on the order of the rows.
func TestOrderOfRows(t *testing.T) {
	rows := []string{
		"F1,citizens,Mali,Libya,cumulative travelled,2015-06,,1800,,Interior Ministry,S1,P1,2015-06-02,",
		"F2,citizens,Mali,Libya,cumulative travelled,2016-06,,900,,Sahel Monitor,S2,P2,2016-06-02,",
		"F3,citizens,Mali,Libya,killed,2015-06,,2900,,Desert Watch,S3,P3,2015-06-03,",
		"F4,citizens,Mali,Libya,present,2015-06,,300,,Interior Ministry,S4,P4,2015-06-04,",
		"F5,citizens,Mali,Libya,present,2015-06,,700,,Desert Watch,S5,P5,2015-06-05,",
	}
	say := func(b *Book) string {
		var out []string
		for _, c := range b.Conflicts() {
			var ids []string
			for _, f := range c.Figures {
				ids = append(ids, f.ID)
			}
			slices.Sort(ids)
			out = append(out, strings.Join(ids, "+"))
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	want := say(book(t, rows...))
	if !strings.Contains(want, "F1+F2") || !strings.Contains(want, "F1+F3") || !strings.Contains(want, "F4+F5") {
		t.Errorf("conflicts %q", want)
	}
	for range 5 {
		rows = append(rows[1:], rows[0])
		if got := say(book(t, rows...)); got != want {
			t.Errorf("%q, in another order %q", want, got)
		}
	}
}

// What one statement says is told apart from what two reports make of it.
func TestRetellings(t *testing.T) {
	b := book(t,
		"F1,people from Mali and Niger,Mali and Niger,Libya,present,2015-10,5000,,7000,President Keita,S1,Daily,2015-10-16,",
		"F2,citizens of Mali,Mali,Libya,present,2015-10,,7000,,President Keita,S2,Weekly,2015-12-01,",
		"F3,people from Mali and Niger,Mali and Niger,Libya,cumulative joined,2015-10,5000,,7000,President Keita,S3,Post,2015-10-17,",
		"F4,people from Mali and Niger,Mali and Niger,Libya,present,2015-10,,7000,,President Keita,S4,Star,2015-10-17,",
		"F5,people from Mali and Niger,Mali and Niger,Libya,present,2015-10,7000,,,President Keita,S5,Sun,2015-10-18,",
		"F6,citizens of Mali,Mali,Libya,present,2016-10,,7000,,President Keita,S6,Moon,2016-10-18,",
	)
	kinds := map[Distortion]int{}
	for _, r := range b.Retellings() {
		kinds[r.Kind]++
		if r.A.ID == "F6" || r.B.ID == "F6" {
			t.Errorf("a statement a year later: %s %s", r.A.ID, r.B.ID)
		}
	}
	for _, k := range []Distortion{PopulationSwapped, KindSwapped, RangeCollapsed, BoundInverted} {
		if kinds[k] == 0 {
			t.Errorf("no %s in %v", k, kinds)
		}
	}
	if s := b.Statements(BoundInverted); len(s) != 1 || len(s[0].Figures) < 2 {
		t.Errorf("statements %+v", s)
	}
}
