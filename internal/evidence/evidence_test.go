package evidence

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"pgregory.net/rapid"
)

const figureHeader = "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,source_url,locator,notes\n"

const incidentHeader = "claim_id,incident_key,date_claimed,place,region,killed_civilians,injured,claimed_by,source_id,source_title,source_publisher,source_date,source_url,locator\n"

const sourceHeader = "source_id,title,publisher,date,url,kind,language,reliability,reliability_reason,based_on\n"

// fig is one row of the table of figures: id, origin, measure, as of, best, estimator, source, publisher, date, notes.
func fig(id, origin, measure, asOf, best, estimator, source, publisher, date, notes string) string {
	return fmt.Sprintf("%s,volunteers,%s,Sylvania,%s,%s,,%s,,%q,,%s,Title of %s,%q,%s,,,%q\n", id, origin, measure, asOf, best, estimator, source, source, publisher, date, notes)
}

func inc(id, key, source, title, publisher, date string) string {
	return fmt.Sprintf("%s,%s,2011-05-03,Fredville,North,3,,,%s,%q,%q,%s,,\n", id, key, source, title, publisher, date)
}

func graph(t testing.TB, tables map[string]string) (*Graph, *claim.Tables) {
	t.Helper()
	var names []string
	for n := range tables {
		names = append(names, n)
	}
	slices.Sort(names)
	var ds []*record.Dataset
	for _, n := range names {
		d, err := read.Text(context.Background(), n, tables[n])
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		if !d.Format.Claims {
			t.Fatalf("%s is no claim table", n)
		}
		ds = append(ds, d)
	}
	tb := claim.Load(ds)
	return Build(tb), tb
}

// groups prints origins as sets of ids, sorted.
func groups(list []*Origin) string {
	var out []string
	for _, o := range list {
		var ids []string
		for _, c := range o.Members {
			ids = append(ids, c.Base().ID)
		}
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return strings.Join(out, " | ")
}

func all[C claim.Claim](list []C) []claim.Claim {
	out := make([]claim.Claim, len(list))
	for i, c := range list {
		out[i] = c
	}
	return out
}

func TestOriginsOfFigures(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{
			"one body is one voice, whoever speaks and whoever prints it",
			fig("A", "Freedonia", "present", "2011-05", "400", "Ministry of War (Smith)", "s1", "AFP via Daily Bugle", "2011-05-04", "") +
				fig("B", "Freedonia", "killed", "2012-01", "30", "The Ministry of War (Jones, on radio)", "s2", "Radio Freedonia", "2012-01-04", "") +
				fig("C", "Freedonia", "present", "2011-05", "900", "Sylvanian Institute (2011)", "s3", "Daily Bugle", "2011-05-09", ""),
			"A B | C",
		},
		{
			"who repeats a body on the same occasion is counted with it, and only then",
			fig("A", "Freedonia", "present", "2011-05", "400", "Army via Firefly", "s1", "Herald", "2011-05-04", "") +
				fig("B", "Freedonia", "present", "2011-05", "400", "Firefly", "s2", "Tribune", "2011-05-04", "") +
				fig("C", "Freedonia", "present", "2009-05", "70", "Firefly", "s3", "Tribune", "2009-05-04", ""),
			"A B | C",
		},
		{
			"the report without the body came first",
			fig("A", "Freedonia", "present", "2011-05", "400", "Army via Firefly", "s1", "Herald", "2011-05-09", "") +
				fig("B", "Freedonia", "present", "2011-05", "400", "Firefly", "s2", "Tribune", "2011-05-04", ""),
			"A B",
		},
		{
			"nobody named: the one who passed it on, else the publisher",
			fig("A", "Freedonia", "present", "2011-05", "400", "unnamed experts via Trentino", "s1", "Herald", "2011-05-04", "") +
				fig("B", "Freedonia", "returned", "2012-05", "17", "Trentino", "s2", "Tribune", "2012-05-04", "") +
				fig("C", "Freedonia", "present", "2011-05", "90", "various estimates", "s3", "Reuters via Tribune", "2011-06-04", "") +
				fig("D", "Freedonia", "present", "2011-05", "80", "local residents", "s4", "Bugle (Reuters)", "2011-07-04", ""),
			"A B | C D",
		},
		{
			"a joint statement makes its bodies one voice; Northland FSB and MVD are both Northland's",
			fig("A", "Northland", "present", "2011-05", "40", "Northland KGB and PVO", "s1", "Herald", "2011-05-04", "") +
				fig("B", "Northland", "killed", "2011-05", "4", "Northland PVO", "s2", "Tribune", "2011-05-04", "") +
				fig("C", "Freedonia", "killed", "2011-05", "41", "PVO (Pinky)", "s2", "Tribune", "2011-05-04", ""),
			"A B | C",
		},
		{
			"an odd number under another body's name goes back to the earlier",
			fig("A", "Freedonia", "present", "2011-05", "3417", "Sylvanian Institute", "s1", "Herald", "2011-05-04", "") +
				fig("B", "Freedonia", "present", "2012-05", "3417", "Ministry of War", "s2", "Tribune", "2012-05-04", "") +
				fig("C", "Freedonia", "killed", "2012-05", "9", "Ministry of War", "s2", "Tribune", "2012-05-04", "") +
				fig("D", "Freedonia", "present", "2012-05", "3400", "Red Cross", "s3", "Tribune", "2012-05-04", ""),
			"A B | C | D",
		},
		{
			"the state by two names",
			fig("A", "Freedonia", "present", "2011-05", "40", "Government of Freedonia", "s1", "Herald", "2011-05-04", "") +
				fig("B", "Freedonia", "killed", "2011-05", "4", "Freedonia authorities", "s2", "Tribune", "2011-05-04", ""),
			"A B",
		},
	} {
		g, tb := graph(t, map[string]string{"figures": figureHeader + c.rows})
		list := g.Origins(all(tb.Figures))
		if got := groups(list); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		seen := map[string]bool{}
		for _, o := range list {
			if seen[o.Key] {
				t.Errorf("%s: two origins have the key %s", c.name, o.Key)
			}
			seen[o.Key] = true
		}
	}
}

func TestOriginsOfIncidents(t *testing.T) {
	long := "Bomb under market stall kills three traders in Fredville"
	for _, c := range []struct{ name, rows, sources, want string }{
		{
			"agency copy is one voice", inc("A", "k", "s1", "One", "AFP via Daily Bugle", "2011-05-04") + inc("B", "k", "s2", "Two", "The Herald (AFP)", "2011-05-04") +
				inc("C", "k", "s3", "Three", "blog copy of AFP", "2011-05-05") + inc("D", "k", "s4", "Four", "Herald", "2011-05-05"), "", "A B C | D",
		},
		{"copies of nobody in particular are not one voice", inc("A", "k", "s1", "One", "blog copy", "2011-05-04") + inc("B", "k", "s2", "Two", "blog copy", "2011-05-04"), "", "A | B"},
		{"an item that cites several is counted with the first", inc("A", "k", "s1", "One", "Bugle (citing Herald, Tribune)", "2011-05-04") +
			inc("B", "k", "s2", "Two", "Herald", "2011-05-04") + inc("C", "k", "s3", "Three", "Tribune", "2011-05-04"), "", "A B | C"},
		{"a title copied", inc("A", "k", "s1", long, "Bugle", "2011-05-04") + inc("B", "k", "s2", long, "Herald", "2011-05-05"), "", "A B"},
		{"another number in the title", inc("A", "k", "s1", long+" 14", "Bugle", "2011-05-04") + inc("B", "k", "s2", long+" 15", "Herald", "2011-05-05"), "", "A | B"},
		{"the same title a year later", inc("A", "k", "s1", long, "Bugle", "2011-05-04") + inc("B", "k", "s2", long, "Herald", "2012-05-05"), "", "A | B"},
		{
			"declared", inc("A", "k", "s1", "One", "Bugle", "2011-05-04") + inc("B", "k", "s2", "Two", "Herald", "2011-05-05") + inc("C", "k", "s3", "Two", "Post", "2011-05-05"),
			sourceHeader + "s1,One,Bugle,2011-05-04,,,,,,\ns2,Two,Herald,2011-05-05,,,,,,s1\ns3,Three,Post,2011-05-05,,,,,,\n", "A B | C",
		},
	} {
		tables := map[string]string{"incidents": incidentHeader + c.rows}
		if c.sources != "" {
			tables["sources"] = c.sources
		}
		g, tb := graph(t, tables)
		if got := groups(g.Origins(all(tb.Incidents))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestEdges(t *testing.T) {
	figures := figureHeader +
		fig("A", "Freedonia", "present", "2011-05", "400", "Ministry of War (Smith)", "s1", "AFP via Daily Bugle", "2011-05-04", "") +
		fig("B", "Freedonia", "travelled", "2011-05", "400", "Ministry of War", "s2", "Herald", "2011-05-05", "") +
		fig("C", "Freedonia", "present", "2011-09", "3417", "Sylvanian Institute", "s3", "Post", "2011-09-05", "") +
		fig("D", "Freedonia", "present", "2012-09", "3417", "Red Cross", "s4", "Tribune", "2012-09-05", "") +
		fig("E", "Freedonia", "killed", "2012-09", "3417", "Blue Cross", "s5", "Tribune", "2013-09-05", "") +
		fig("F", "Freedonia", "present", "2011-05", "400", "Ministry of War", "s6", "Post", "2011-10-05", "the ministry mocked the Sylvanian paper although that paper cited the Ministry of War") +
		fig("G", "Freedonia", "present", "2008-05", "5", "residents", "s7", "Gazette", "2008-05-05", "")
	sources := sourceHeader + "s1,Title of s1,AFP via Daily Bugle,2011-05-04,,,,,,\ns7,Title of s7,Gazette,2008-05-05,,,,,,s1\n"
	incidents := incidentHeader + inc("I", "k", "t1", "One", "AFP via Daily Bugle", "2011-05-04") + inc("J", "k", "t1", "One", "AFP via Daily Bugle", "2011-05-04") +
		inc("K", "k", "t2", "Two", "Herald (AFP)", "2011-05-05")
	g, _ := graph(t, map[string]string{"figures": figures, "incidents": incidents, "sources": sources})
	var got []string
	for _, e := range g.Edges {
		got = append(got, fmt.Sprintf("%s>%s %s %.2f", e.From.Base().ID, e.To.Base().ID, e.Kind, e.Probability))
		if e.Why == "" || e.Probability <= 0 || e.Probability > 1 {
			t.Errorf("edge %+v", e)
		}
	}
	slices.Sort(got)
	want := []string{
		"B>A same estimator 0.90", "C>F quotes 0.40", "D>C same unusual number 0.90", "E>C same unusual number 0.65", "E>D same unusual number 0.65",
		"F>A same estimator 0.90", "F>B same estimator 0.90", "G>A declared based_on 1.00", "J>I same source 1.00", "K>I same agency 0.90",
	}
	if !slices.Equal(got, want) {
		t.Errorf("edges\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(g.Citations()); n != 1 {
		t.Errorf("%d citations", n)
	}
}

func TestCycles(t *testing.T) {
	rows := ""
	for _, s := range []string{"a", "b", "c", "d"} {
		rows += inc(s, "k", s, "Title "+s, "Publisher "+s, "2011-05-04")
	}
	g, _ := graph(t, map[string]string{
		"incidents": incidentHeader + rows,
		"sources":   sourceHeader + "a,A,P,2011,,,,,,b\nb,B,Q,2011,,,,,,c\nc,C,R,2011,,,,,,a\nd,D,S,2011,,,,,,a\n",
	})
	var got []string
	for _, c := range g.Cycles() {
		got = append(got, strings.Join(keysOf(c), " "))
	}
	if s := strings.Join(got, " | "); s != "a b c" {
		t.Errorf("cycles: %s", s)
	}
}

// Origins are a partition of the claims and the same whatever order the claims are given in and stand in in the file.
func TestOriginsDoNotDependOnOrder(t *testing.T) {
	estimators := []string{"Army", "Army via Firefly", "Firefly", "Army and Navy", "Navy (Smith)", "unnamed experts", "", "Institute of War", "various via Firefly"}
	publishers := []string{"AFP via Bugle", "Bugle (AFP)", "Herald", "blog copy", "", "Bugle / Herald", "Tribune (citing Herald)"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 25).Draw(t, "n")
		var rows []string
		for i := range n {
			source := fmt.Sprintf("s%d", rapid.IntRange(0, 9).Draw(t, "source"))
			p := publishers[len(source[1:])*0+int(source[1]-'0')%len(publishers)]
			rows = append(rows, fig(fmt.Sprintf("F%02d", i), rapid.SampledFrom([]string{"Freedonia", "Sylvania"}).Draw(t, "origin"),
				rapid.SampledFrom([]string{"present", "killed"}).Draw(t, "measure"), rapid.SampledFrom([]string{"2011-05", "2011-06", "2012", "n.d."}).Draw(t, "asof"),
				rapid.SampledFrom([]string{"400", "417", "3417"}).Draw(t, "best"), rapid.SampledFrom(estimators).Draw(t, "estimator"), source, p, "2011-05-0"+string(source[1]%9+'1'-'0'%9), ""))
		}
		load := func(rows []string) (*Graph, []claim.Claim) {
			d, err := read.Text(context.Background(), "figures", figureHeader+strings.Join(rows, ""))
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			tb := claim.Load([]*record.Dataset{d})
			return Build(tb), all(tb.Figures)
		}
		g, claims := load(rows)
		want := groups(g.Origins(claims))
		count := 0
		for _, o := range g.Origins(claims) {
			count += len(o.Members)
			for _, c := range o.Members {
				if g.Origin(c).Key != o.Key {
					t.Fatalf("%s has the origins %s and %s", c.Base().ID, o.Key, g.Origin(c).Key)
				}
			}
		}
		if count != n {
			t.Fatalf("%d claims in origins, of %d", count, n)
		}
		shuffle := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		shuffle.Shuffle(n, func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		if got := groups(g.Origins(claims)); got != want {
			t.Fatalf("order of the list: %s, want %s", got, want)
		}
		shuffle.Shuffle(n, func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		g, claims = load(rows)
		if got := groups(g.Origins(claims)); got != want {
			t.Fatalf("order of the rows: %s, want %s", got, want)
		}
	})
}

// BenchmarkBuild groups claims into origins: four times as many should take about four times as long.
func BenchmarkBuild(b *testing.B) {
	big := func(n int) *claim.Tables {
		var figures strings.Builder
		figures.WriteString(figureHeader)
		for i := range n / 2 {
			figures.WriteString(fig(fmt.Sprint("F", i), "Freedonia", "present", fmt.Sprintf("20%02d-05", i%20), fmt.Sprint(100+i%400),
				[]string{"Army", "Army via Firefly", "Red Cross", "experts"}[i%4], fmt.Sprint("s", i), fmt.Sprint("Paper ", i%300), "2011-05-04", map[bool]string{true: "the Red Cross cites the Army"}[i%50 == 0]))
		}
		var c strings.Builder
		c.WriteString(incidentHeader)
		for i := range n / 2 {
			c.WriteString(inc(fmt.Sprint("I", i), fmt.Sprint("k", i%5), fmt.Sprint("t", i), "Statistics of victims in the province for a month", fmt.Sprint("Paper ", i%300), "2011-05-04"))
		}
		var ds []*record.Dataset
		for name, text := range map[string]string{"figures": figures.String(), "incidents": c.String()} {
			d, err := read.Text(context.Background(), name, text)
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { d.Close() })
			ds = append(ds, d)
		}
		return claim.Load(ds)
	}
	for _, n := range []int{12_500, 50_000} {
		b.Run(fmt.Sprintf("claims=%d", n), func(b *testing.B) {
			tables := big(n)
			for b.Loop() {
				Build(tables)
			}
		})
	}
}
