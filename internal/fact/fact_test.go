package fact_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Headers of the layouts, cut to what the tests need. All events are invented.
const (
	acledHead = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities"
	gedHead   = "id,year,dyad_new_id,type_of_violence,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,adm_1,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,best,high,low"
	gtdHead   = "eventid,iyear,imonth,iday,approxdate,country_txt,provstate,city,latitude,longitude,specificity,vicinity,summary,attacktype1,targtype1,gname,nkill,nwound,scite1,scite2,scite3"
	scadHead  = "eventid,id,ccode,countryname,startdate,enddate,etype,actor1,target1,ndeath,npart,latitude,longitude,gislocnum,locnum,sublocal,styr,eyr,issuenote"
)

type acled struct{ id, date, prec, kind, a1, a2, place, lat, lon, geo, source, notes, dead string }

func (a acled) line() string {
	or := func(v, d string) string {
		if v == "" {
			return d
		}
		return v
	}
	return strings.Join([]string{
		a.id, or(a.date, "2014-03-05"), "2014", or(a.prec, "1"), or(a.kind, "Battles"), or(a.a1, "Boko Haram"), "2", a.a2, "1", "12", "Nigeria", "Borno",
		or(a.place, "Bama"), or(a.lat, "11.52"), or(a.lon, "13.69"), or(a.geo, "1"), a.source, quote(a.notes), or(a.dead, "10"),
	}, ",")
}

type ged struct{ id, from, to, prec, kind, a, b, article, where, lat, lon, best, low, high string }

func (g ged) line() string {
	or := func(v, d string) string {
		if v == "" {
			return d
		}
		return v
	}
	from := or(g.from, "2014-03-05")
	return strings.Join([]string{
		g.id, "2014", "7", or(g.kind, "1"), or(g.a, "Government of Nigeria"), or(g.b, "Boko Haram"), "1", quote(g.article), "", "", "", or(g.where, "1"), "Bama", "Borno state",
		or(g.lat, "11.52"), or(g.lon, "13.69"), "Nigeria", "1", or(g.prec, "1"), from, or(g.to, from), or(g.best, "10"), or(g.high, or(g.best, "10")), or(g.low, or(g.best, "10")),
	}, ",")
}

type gtd struct{ id, month, day, kind, group, dead, wounded, cite, summary, lat, lon, spec string }

func (g gtd) line() string {
	or := func(v, d string) string {
		if v == "" {
			return d
		}
		return v
	}
	return strings.Join([]string{
		g.id, "2014", or(g.month, "3"), or(g.day, "5"), "", "Nigeria", "Borno", "Bama", or(g.lat, "11.52"), or(g.lon, "13.69"), or(g.spec, "1"), "0", quote(g.summary), or(g.kind, "2"), "4",
		or(g.group, "Boko Haram"), or(g.dead, "10"), g.wounded, quote(g.cite), "", "",
	}, ",")
}

func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// dataset reads lines with a header as a dataset.
func dataset(t testing.TB, name, head string, lines ...string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), name, head+"\n"+strings.Join(lines, "\n")+"\n")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

// linked makes one entity of all rows; names in parts ("acled:2") are parts.
func linked(ds []*record.Dataset, parts ...string) *link.Result {
	r := &link.Result{Datasets: ds}
	var same, part []link.Member
	for i, d := range ds {
		for row := range d.N {
			m := link.Member{Ref: link.Ref{Data: int32(i), Row: int32(row)}, Relation: link.Same}
			if slices.Contains(parts, fmt.Sprintf("%s:%d", d.Name, row+1)) {
				m.Relation = link.PartOf
				part = append(part, m)
			} else {
				same = append(same, m)
			}
		}
	}
	r.Entities = []link.Entity{{Members: append(same, part...)}}
	return r
}

func eventOf(t testing.TB, ds []*record.Dataset, parts ...string) *fact.Event {
	t.Helper()
	b, err := fact.Build(context.Background(), linked(ds, parts...))
	if err != nil {
		t.Fatal(err)
	}
	var room fact.Room
	b.EventIn(&room, 0) // what a room held before must not matter
	return b.EventIn(&room, 0)
}

func check(t *testing.T, v *fact.Event, f fact.Field, verdict fact.Verdict, origins int, value string) {
	t.Helper()
	got := v.Fact(f)
	if got == nil {
		t.Fatalf("%s is not stated", f)
	}
	if got.Verdict != verdict || got.Origins != origins || got.Value.String() != value {
		t.Errorf("%s: %s by %d, %q (%s); want %s by %d, %q", f, got.Verdict, got.Origins, got.Value.String(), got.Why, verdict, origins, value)
	}
	if got.Why == "" {
		t.Errorf("%s: no reason", f)
	}
}

// summaryOf sums up what the entities of a result come to.
func summaryOf(t *testing.T, r *link.Result) *fact.Summary {
	t.Helper()
	b, err := fact.Build(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.Summarise(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAgreement(t *testing.T) {
	v := eventOf(t, []*record.Dataset{
		dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Daily Trust (Nigeria)", a2: "Military Forces of Nigeria (1999-2015)"}.line()),
		dataset(t, "ged", gedHead, ged{id: "1", article: `"Reuters News,2014-03-06,Gunmen raid northern town"`, best: "11", low: "9", high: "14"}.line()),
		dataset(t, "gtd", gtdHead, gtd{id: "201403050001", cite: `"Ten Dead in Bama Raid," Vanguard, March 7, 2014.`}.line()),
	})
	if v.Voices != 3 {
		t.Fatalf("%d origins: %+v", v.Voices, v.Origins())
	}
	check(t, v, fact.Date, fact.Corroborated, 3, "2014-03-05")
	check(t, v, fact.Place, fact.Corroborated, 3, "11.5200, 13.6900 ± 5 km")
	check(t, v, fact.Deaths, fact.Corroborated, 3, "10 (9 to 14)")
	check(t, v, fact.Actors, fact.Corroborated, 3, v.Fact(fact.Actors).Value.String())
	check(t, v, fact.Admin1, fact.Corroborated, 3, v.Fact(fact.Admin1).Value.Text)
	check(t, v, fact.Kind, fact.Corroborated, 3, "battle")
}

// Copies of one article, of one agency alone, and of one text are one voice, however many there are.
func TestEchoes(t *testing.T) {
	note := "On 5 March gunmen stormed the market of Bama at dawn, fired at traders and set forty shops alight before soldiers arrived from the barracks"
	for _, c := range []struct {
		name    string
		ds      func() []*record.Dataset
		origins int
		why     string
	}{
		{"one article", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "ged", gedHead, ged{id: "1", article: `"Agence France Presse,2014-03-06,Gunmen storm market in Bama, ten killed";"Daily Trust,2014-03-07,Traders mourn their dead in Borno"`}.line()),
				dataset(t, "gtd", gtdHead, gtd{id: "201403050001", cite: `Aminu Author, "Gunmen Storm Market in Bama, Ten Killed," Agence France-Presse, March 6, 2014.`}.line()),
			}
		}, 1, "same article"},
		{"nearly one headline", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "ged", gedHead, ged{id: "1", article: `"Reuters,2014-03-06,Gunmen storm market in Bama and kill traders at dawn"`}.line()),
				dataset(t, "gtd", gtdHead, gtd{id: "201403050001", cite: `"Gunmen storm market in Bama, kill traders at dawn," This Day, March 7, 2014.`}.line()),
			}
		}, 1, "same article"},
		{"headlines with other numbers", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "ged", gedHead, ged{id: "1", article: `"Reuters,2014-03-06,Gunmen storm market in Bama and kill 14 traders at dawn"`}.line()),
				dataset(t, "gtd", gtdHead, gtd{id: "201403050001", cite: `"Gunmen storm market in Bama and kill 15 traders at dawn," This Day, March 7, 2014.`}.line()),
			}
		}, 2, ""},
		{"one agency alone", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Agence France Presse"}.line()),
				dataset(t, "ged", gedHead, ged{id: "1", article: `AFP 6 March 2014 "Raid`}.line()),
			}
		}, 1, "same agency or outlet alone"},
		{"one agency among others", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Agence France Presse"}.line()),
				dataset(t, "ged", gedHead, ged{id: "1", article: `AFP 6 March 2014 "Raid"; Vanguard 7 March 2014 "Market`}.line()),
			}
		}, 2, ""},
		{"a monitoring service alone", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "BBC Monitoring Africa"}.line()),
				dataset(t, "ged", gedHead, ged{id: "1", article: `BBC Monitoring Africa 6 March 2014 "Raid`}.line()),
			}
		}, 2, ""},
		{"agencies that SCAD is coded from", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Associated Press"}.line()),
				dataset(t, "scad", scadHead, "4750001,1,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army,10,2,11.52,13.69,1,1,1,2014,2014,raid"),
			}
		}, 1, "both rest on the same agencies"},
		{"one text", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", notes: note}.line()),
				dataset(t, "gtd", gtdHead, gtd{id: "201403050001", cite: `"Raid," Punch, March 7, 2014.`, summary: note + "."}.line()),
			}
		}, 1, "nearly the same text"},
		{"one dataset, one source", func() []*record.Dataset {
			return []*record.Dataset{dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard"}.line(), acled{id: "NIG2", source: "Vanguard; Punch"}.line())}
		}, 1, "same source in one dataset"},
		{"one dataset, two sources", func() []*record.Dataset {
			return []*record.Dataset{dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard"}.line(), acled{id: "NIG2", source: "Punch"}.line())}
		}, 2, ""},
		{"one dataset cites the other", func() []*record.Dataset {
			return []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "UCDP"}.line()),
				dataset(t, "ged", gedHead, ged{id: "1", article: `Vanguard 7 March 2014 "Market`}.line()),
			}
		}, 1, "one dataset cites the other"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := eventOf(t, c.ds())
			list := v.Origins()
			if len(list) != c.origins || list[0].Why != c.why {
				t.Fatalf("%d origins, want %d: %+v", len(list), c.origins, list)
			}
			verdict := fact.Uncontested
			if c.origins > 1 {
				verdict = fact.Corroborated
			}
			check(t, v, fact.Deaths, verdict, c.origins, "10")
		})
	}
}

func TestDatasetBuiltOnAnother(t *testing.T) {
	ds := []*record.Dataset{
		dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard"}.line()),
		dataset(t, "ged", gedHead, ged{id: "1", article: `Punch 7 March 2014 "Market`}.line()),
	}
	b, err := fact.BuildWith(context.Background(), linked(ds), fact.Options{BuiltOn: map[string]string{"ged": "acled"}})
	if err != nil {
		t.Fatal(err)
	}
	if v := b.Event(0); v.Voices != 1 {
		t.Errorf("%d origins", v.Voices)
	}
}

// Adding copies of an article to an event changes no verdict and no count of origins.
func TestEchoesAddNoVotes(t *testing.T) {
	a := dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", dead: "4"}.line())
	head := "Gunmen storm market in Bama"
	var echoes []string
	for n := range 6 {
		echoes = append(echoes, ged{id: fmt.Sprint(n + 1), article: fmt.Sprintf(`"Reuters,2014-03-0%d,%s"`, n+1, head), best: "30"}.line())
		g := dataset(t, "ged", gedHead, echoes...)
		v := eventOf(t, []*record.Dataset{a, g})
		f := v.Fact(fact.Deaths)
		if v.Voices != 2 || f.Verdict != fact.Contested || f.Origins != 1 || f.Against != 1 {
			t.Errorf("%d echoes: %d origins, %s %d against %d", n, v.Voices, f.Verdict, f.Origins, f.Against)
		}
	}
}

func TestRefutedAndChoice(t *testing.T) {
	acledOf := func(dead, source string) *record.Dataset {
		return dataset(t, "acled", acledHead, acled{id: "NIG1", source: source, dead: dead}.line())
	}
	gedOf := func(best, article string) *record.Dataset {
		return dataset(t, "ged", gedHead, ged{id: "1", article: article, best: best}.line())
	}
	gtdOf := func(dead, cite string) *record.Dataset {
		return dataset(t, "gtd", gtdHead, gtd{id: "201403050001", dead: dead, cite: cite}.line())
	}
	one, two, three := `Punch 7 March 2014 "Market`, `"Raid," This Day, March 7, 2014.`, "Vanguard"

	v := eventOf(t, []*record.Dataset{acledOf("10", three), gedOf("10", one), gtdOf("50", two)})
	check(t, v, fact.Deaths, fact.Refuted, 2, "10")
	if c := v.Fact(fact.Deaths).Claims[2]; c.Stance != fact.Beaten {
		t.Errorf("the lone claim %s", c.Stance)
	}

	// All differ: a range, and no number is chosen.
	v = eventOf(t, []*record.Dataset{acledOf("0", three), gedOf("8", one), gtdOf("80", two)})
	check(t, v, fact.Deaths, fact.Contested, 1, "0 to 80")
	if f := v.Fact(fact.Deaths); !f.Tie || !f.Zero {
		t.Errorf("tie %v zero %v", f.Tie, f.Zero)
	}

	// One origin, one vote, however many sources a record cites.
	v = eventOf(t, []*record.Dataset{acledOf("3", "Vanguard; This Day"), gedOf("24", one)})
	check(t, v, fact.Deaths, fact.Contested, 1, "3 to 24")
	if f := v.Fact(fact.Deaths); !f.Tie || f.Zero {
		t.Errorf("%+v", f)
	}

	// One report, two readings.
	v = eventOf(t, []*record.Dataset{acledOf("3", "AFP"), gedOf("24", `AFP 6 March 2014 "Raid`)})
	check(t, v, fact.Deaths, fact.Contested, 1, "3 to 24")
	if f := v.Fact(fact.Deaths); !f.Reread {
		t.Errorf("%+v", f)
	}
}

// source is a dataset before it is read.
type source struct {
	name, head string
	lines      []string
}

// invent makes three datasets about one event whose values agree and differ at random.
func invent(r *rand.Rand) []source {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	articles := []string{`"Reuters,2014-03-06,Gunmen storm market in Bama";"Punch,2014-03-06,Fear in the north of Borno"`, `AFP 6 March 2014 "Raid`, `Punch 7 March 2014 "Market`, ""}
	out := []source{{"acled", acledHead, nil}, {"ged", gedHead, nil}, {"gtd", gtdHead, nil}}
	for n := range 1 + r.IntN(4) {
		out[0].lines = append(out[0].lines, acled{
			id: fmt.Sprintf("NIG%d", n), source: pick("Vanguard", "Punch", "Agence France Presse", "Vanguard; Punch"), dead: pick("0", "4", "31", "10"),
			date: pick("2014-03-04", "2014-03-05", "2014-03-09"), prec: pick("1", "2", "3"), lat: pick("11.52", "11.58", "11.9"), geo: pick("1", "2", "3"),
			a1: pick("Boko Haram", "Unidentified Armed Group", "Ansaru"), kind: pick("Battles", "Protests", "Explosions/Remote violence"),
		}.line())
	}
	for n := range 1 + r.IntN(3) {
		out[1].lines = append(out[1].lines, ged{
			id: fmt.Sprint(n), article: articles[r.IntN(4)], best: pick("4", "30"), low: pick("3", "4"), high: pick("30", "40"), kind: pick("1", "3"),
			from: "2014-03-01", to: pick("2014-03-01", "2014-03-31"), prec: pick("1", "3", "4"), where: pick("1", "3", "4", "6"),
		}.line())
	}
	for n := range r.IntN(4) {
		out[2].lines = append(out[2].lines, gtd{
			id: fmt.Sprintf("20140305000%d", n), dead: pick("6.33", "6.33", "10", ""), day: pick("0", "5"), group: pick("Ansaru", "Boko Haram", "Unknown"),
			cite: pick(`"Gunmen Storm Market in Bama," Vanguard, March 7, 2014.`, ""), wounded: pick("", "3", "0"),
		}.line())
	}
	return slices.DeleteFunc(out, func(s source) bool { return len(s.lines) == 0 })
}

// tell writes down all that is said of an event, without the numbers of datasets and rows.
func tell(t *testing.T, sources []source, order []int, r *rand.Rand) string {
	t.Helper()
	var ds []*record.Dataset
	for _, i := range order {
		lines := slices.Clone(sources[i].lines)
		r.Shuffle(len(lines), func(a, b int) { lines[a], lines[b] = lines[b], lines[a] })
		ds = append(ds, dataset(t, sources[i].name, sources[i].head, lines...))
	}
	res := linked(ds)
	b, err := fact.Build(context.Background(), res)
	if err != nil {
		t.Fatal(err)
	}
	v := b.Event(0)
	var s strings.Builder
	fmt.Fprintln(&s, fact.IDs(res)[0])
	for _, o := range v.Origins() {
		fmt.Fprintln(&s, o.Name, o.Why)
		for _, ref := range o.Records {
			fmt.Fprintln(&s, " ", ds[ref.Data].ID(int(ref.Row)))
		}
	}
	for _, f := range v.Facts {
		fmt.Fprintln(&s, f.Field, f.Verdict, f.Value.String(), f.Origins, f.Against, f.Tie, f.Zero, f.Reread, f.Why)
		for _, c := range f.Claims {
			fmt.Fprintln(&s, "  ", ds[c.Data].Name, ds[c.Data].ID(int(c.Row)), c.Stance, c.Origin, c.Value.String(), c.Shared, c.Repeat, c.Columns)
		}
	}
	return s.String()
}

// The result follows from content alone: not from the order of datasets or of rows.
func TestOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 25 {
		sources := invent(r)
		want := tell(t, sources, r.Perm(len(sources)), r)
		for range 4 {
			if got := tell(t, sources, r.Perm(len(sources)), r); got != want {
				t.Fatalf("got\n%s\nwant\n%s", got, want)
			}
		}
	}
}

// Whatever the records say, a copy of one of them that cites the same article adds no origin.
func TestCopiesAddNoOrigin(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 25 {
		sources := invent(r)
		i := r.IntN(len(sources))
		with := slices.Clone(sources)
		line := sources[i].lines[r.IntN(len(sources[i].lines))]
		with[i].lines = append(slices.Clone(sources[i].lines), line)
		read := func(list []source) *fact.Event {
			var ds []*record.Dataset
			for _, s := range list {
				ds = append(ds, dataset(t, s.name, s.head, s.lines...))
			}
			return eventOf(t, ds)
		}
		a, b := read(sources), read(with)
		if a.Voices != b.Voices {
			t.Fatalf("%d origins became %d with a copy of %s", a.Voices, b.Voices, line)
		}
		for k := range a.Facts {
			if b.Facts[k].Origins > a.Facts[k].Origins+1 || b.Facts[k].Verdict == fact.Corroborated && a.Facts[k].Verdict != fact.Corroborated {
				t.Errorf("%s: %s by %d became %s by %d", a.Facts[k].Field, a.Facts[k].Verdict, a.Facts[k].Origins, b.Facts[k].Verdict, b.Facts[k].Origins)
			}
		}
	}
}
