package fact_test

import (
	"context"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Every precision of dates against a day of another dataset: nothing is compared beyond it.
func TestPrecisionOfDates(t *testing.T) {
	for _, c := range []struct {
		name    string
		a       acled
		g       ged
		verdict fact.Verdict
		value   string
	}{
		{"same day", acled{}, ged{}, fact.Corroborated, "2014-03-05"},
		{"next day", acled{date: "2014-03-06"}, ged{}, fact.Contested, "2014-03-05 to 2014-03-06"},
		{"week around the day", acled{date: "2014-03-08", prec: "2"}, ged{}, fact.Corroborated, "2014-03-05"},
		{"outside the week", acled{date: "2014-03-09", prec: "2"}, ged{}, fact.Contested, "2014-03-05 to 2014-03-12"},
		{"mid-month for the month", acled{date: "2014-03-15", prec: "3"}, ged{from: "2014-03-31"}, fact.Corroborated, "2014-03-31"},
		{"another month", acled{date: "2014-03-15", prec: "3"}, ged{from: "2014-04-01"}, fact.Contested, "2014-03-01 to 2014-04-01"},
		{"range of days", acled{date: "2014-03-03"}, ged{from: "2014-03-01", to: "2014-03-05", prec: "2"}, fact.Corroborated, "2014-03-03"},
		{"outside the range", acled{date: "2014-03-06"}, ged{from: "2014-03-01", to: "2014-03-05", prec: "2"}, fact.Contested, "2014-03-01 to 2014-03-06"},
		{"one day, but within a week", acled{date: "2014-03-03"}, ged{from: "2014-03-05", prec: "3"}, fact.Corroborated, "2014-03-03"},
		{"one day, but within a year", acled{date: "2014-06-03"}, ged{from: "2014-03-05", prec: "5"}, fact.Corroborated, "2014-06-03"},
		{"two ranges", acled{date: "2014-03-08", prec: "2"}, ged{from: "2014-03-01", to: "2014-03-05", prec: "2"}, fact.Corroborated, "2014-03-01 to 2014-03-05"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.a.id, c.a.source, c.g.id, c.g.article = "NIG1", "Vanguard", "1", `Punch 7 March 2014 "Market`
			v := eventOf(t, []*record.Dataset{dataset(t, "acled", acledHead, c.a.line()), dataset(t, "ged", gedHead, c.g.line())})
			f := v.Fact(fact.Date)
			if f.Verdict != c.verdict || f.Value.String() != c.value {
				t.Errorf("%s %q (%s), want %s %q", f.Verdict, f.Value.String(), f.Why, c.verdict, c.value)
			}
		})
	}
}

// Every precision of points, against a named place of GED (radius 5 km) 0.1 degree of latitude, 11 km, further.
func TestPrecisionOfPlaces(t *testing.T) {
	for _, c := range []struct {
		name     string
		lat      string
		geo      string // of ACLED: 1 5 km, 2 25 km, 3 150 km
		where    string // of GED: 1 5 km, 2 25, 3 50, 4 150, 5 300, 6 and 7 nothing
		verdict  fact.Verdict
		radius   float64
		disagree bool
	}{
		{"same point", "11.52", "1", "1", fact.Corroborated, 5, false},
		{"9 km", "11.60", "1", "1", fact.Corroborated, 5, false},
		{"11 km", "11.62", "1", "1", fact.Contested, 16.12, true},
		{"29 km, near a place", "11.78", "2", "1", fact.Corroborated, 5, false},
		{"33 km, near a place", "11.82", "2", "1", fact.Contested, 58.36, true},
		{"54 km, district", "12.00", "1", "3", fact.Corroborated, 5, false},
		{"78 km, district", "12.22", "1", "3", fact.Contested, 127.84, true},
		{"150 km, province", "12.87", "1", "4", fact.Corroborated, 5, false},
		{"200 km, two provinces", "13.32", "3", "4", fact.Corroborated, 150, false},
		{"290 km, region", "14.12", "1", "5", fact.Corroborated, 5, false},
		{"country alone", "13.99", "1", "6", fact.Uncontested, 5, false},
		{"at sea", "4.00", "1", "7", fact.Uncontested, 5, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := eventOf(t, []*record.Dataset{
				dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", lat: c.lat, geo: c.geo}.line()),
				dataset(t, "ged", gedHead, ged{id: "1", article: `Punch 7 March 2014 "Market`, where: c.where}.line()),
			})
			f := v.Fact(fact.Place)
			if f.Verdict != c.verdict || f.Tie != c.disagree || math.Abs(f.Value.Radius-c.radius) > 0.01 {
				t.Errorf("%s tie %v %s (%s)", f.Verdict, f.Tie, f.Value.String(), f.Why)
			}
			// Of two that tie the more precise point is shown, which is one of the two, with a circle that holds both.
			if lat := strconv.FormatFloat(f.Value.Lat, 'f', 2, 64); lat != c.lat && lat != "11.52" {
				t.Errorf("latitude %s", lat)
			}
		})
	}
}

// A point off the globe is none.
func TestPlaceOffTheGlobe(t *testing.T) {
	for _, lat := range []string{"91.52", "-111.52", "1152"} {
		v := eventOf(t, []*record.Dataset{
			dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", lat: lat, geo: "1"}.line()),
			dataset(t, "ged", gedHead, ged{id: "1", article: `Punch 7 March 2014 "Market`}.line()),
		})
		if f := v.Fact(fact.Place); f.Verdict != fact.Uncontested || f.Value.Lat != 11.52 {
			t.Errorf("latitude %s: %s %s", lat, f.Verdict, f.Value.String())
		}
		v = eventOf(t, []*record.Dataset{dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", lat: lat, geo: "1"}.line())})
		if f := v.Fact(fact.Place); f != nil {
			t.Errorf("latitude %s alone: %s", lat, f.Value.String())
		}
	}
}

func TestPrecisionOfCounts(t *testing.T) {
	scad := func(n string) string {
		return "4750001,1,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army," + n + ",2,11.52,13.69,1,1,1,2014,2014,raid"
	}
	for _, c := range []struct {
		name    string
		dead    string // ACLED
		g       ged    // GED, where best is given
		n       string // SCAD, else
		verdict fact.Verdict
		value   string
		zero    bool
	}{
		{"within bounds", "12", ged{best: "10", low: "8", high: "15"}, "", fact.Corroborated, "12 (8 to 15)", false},
		{"at the bound", "15", ged{best: "10", low: "8", high: "15"}, "", fact.Corroborated, "15 (8 to 15)", false},
		{"over the bound", "16", ged{best: "10", low: "8", high: "15"}, "", fact.Contested, "8 to 16", false},
		{"zero against some", "0", ged{best: "10", low: "8", high: "15"}, "", fact.Contested, "0 to 15", true},
		{"zero within bounds", "0", ged{best: "1", low: "0", high: "2"}, "", fact.Corroborated, "0 (0 to 2)", false},
		{"ten or more", "63", ged{}, "-77", fact.Corroborated, "63", false},
		{"fewer than ten", "63", ged{}, "-77 ", fact.Corroborated, "63", false},
		{"probably under ten", "9", ged{}, "-88", fact.Corroborated, "9", false},
		{"not under ten", "10", ged{}, "-88", fact.Contested, "0 to 10", false},
		{"not known", "9", ged{}, "-99", fact.Uncontested, "9", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			ds := []*record.Dataset{dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", dead: c.dead}.line())}
			if c.n != "" {
				ds = append(ds, dataset(t, "scad", scadHead, scad(strings.TrimSpace(c.n))))
			} else {
				c.g.id, c.g.article = "1", `Punch 7 March 2014 "Market`
				ds = append(ds, dataset(t, "ged", gedHead, c.g.line()))
			}
			f := eventOf(t, ds).Fact(fact.Deaths)
			if f.Verdict != c.verdict || f.Value.String() != c.value || f.Zero != c.zero {
				t.Errorf("%s %q zero %v (%s), want %s %q", f.Verdict, f.Value.String(), f.Zero, f.Why, c.verdict, c.value)
			}
		})
	}
}

func TestActorsAndKinds(t *testing.T) {
	for _, c := range []struct {
		name         string
		a            acled
		g            ged
		actors, kind fact.Verdict
	}{
		{"alias", acled{a1: "Boko Haram - Jamaatu Ahli is-Sunnah lid-Dawati wal-Jihad"}, ged{b: "Jama'atu Ahlis Sunna Lidda'awati wal-Jihad"}, fact.Corroborated, fact.Corroborated},
		{"unidentified", acled{a1: "Unidentified Armed Group (Nigeria)", a2: "Civilians (Nigeria)"}, ged{a: "Boko Haram", b: "Civilians"}, fact.Uncontested, fact.Corroborated},
		{"another group", acled{a1: "MEND: Movement for the Emancipation of the Niger Delta"}, ged{}, fact.Contested, fact.Corroborated},
		{"the same army, another group", acled{a1: "MEND: Movement for the Emancipation of the Niger Delta", a2: "Military Forces of Nigeria (1999-2015)"}, ged{}, fact.Contested, fact.Corroborated},
		{"names that share a word", acled{a1: "Zuru Communal Militia (Nigeria)"}, ged{a: "Zuru militants", b: "Civilians"}, fact.Corroborated, fact.Corroborated},
		{"a bomb and a battle", acled{kind: "Explosions/Remote violence"}, ged{}, fact.Corroborated, fact.Corroborated},
		{"a protest and a battle", acled{kind: "Protests"}, ged{}, fact.Corroborated, fact.Contested},
		{"civilians and a battle", acled{kind: "Violence against civilians"}, ged{kind: "1"}, fact.Corroborated, fact.Contested},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.a.id, c.a.source, c.g.id, c.g.article = "NIG1", "Vanguard", "1", `Punch 7 March 2014 "Market`
			v := eventOf(t, []*record.Dataset{dataset(t, "acled", acledHead, c.a.line()), dataset(t, "ged", gedHead, c.g.line())})
			a, k := v.Fact(fact.Actors), v.Fact(fact.Kind)
			if a.Verdict != c.actors || k.Verdict != c.kind {
				t.Errorf("actors %s %q (%s), kind %s %q (%s)", a.Verdict, a.Value.String(), a.Why, k.Verdict, k.Value.String(), k.Why)
			}
		})
	}
}

// The rows of one event of SCAD lie in different places; a dataset that names any of them agrees, and no count is added.
func TestSeveralPlaces(t *testing.T) {
	row := func(lat, sub string) string {
		return "4750001,1,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army,10,2," + lat + ",13.69,1,1," + sub + ",2014,2014,raid"
	}
	v := eventOf(t, []*record.Dataset{
		dataset(t, "scad", scadHead, row("9.0", "1"), row("10.2", "2"), row("11.5", "3")),
		dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard"}.line()),
	})
	if v.Voices != 2 {
		t.Errorf("%d origins", v.Voices)
	}
	if f := v.Fact(fact.Place); f.Verdict != fact.Corroborated || math.Abs(f.Value.Lat-11.5) > 0.1 {
		t.Errorf("%s %s (%s)", f.Verdict, f.Value.String(), f.Why)
	}
	check(t, v, fact.Deaths, fact.Corroborated, 2, "10")
}

// A total that GTD divides among the rows of a series bounds each row, and is the whole where all rows are together.
func TestSharedTotal(t *testing.T) {
	var rows []string
	for _, id := range []string{"201403050001", "201403050002", "201403050003"} {
		rows = append(rows, gtd{id: id, dead: "6.33", cite: `"Raids in Borno," Punch, March 7, 2014.`}.line())
	}
	series := dataset(t, "gtd", gtdHead, rows...)
	of := func(dead string, members ...int32) *fact.Event {
		t.Helper()
		ds := []*record.Dataset{dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", dead: dead}.line()), series}
		b, err := fact.Build(context.Background(), &link.Result{Datasets: ds, Entities: []link.Entity{{Members: refs(members...)}}})
		if err != nil {
			t.Fatal(err)
		}
		return b.Event(0)
	}
	check(t, of("19", 0, 0, 1, 0, 1, 1, 1, 2), fact.Deaths, fact.Corroborated, 2, "19")
	check(t, of("31", 0, 0, 1, 0, 1, 1, 1, 2), fact.Deaths, fact.Contested, 1, "19 to 31")
	// One of the three: any number up to the total agrees, more does not.
	check(t, of("12", 0, 0, 1, 1), fact.Deaths, fact.Corroborated, 2, "12")
	check(t, of("31", 0, 0, 1, 1), fact.Deaths, fact.Contested, 1, "0 to 31")
	check(t, of("31", 1, 1), fact.Deaths, fact.Uncontested, 1, "6.33 (0 to 19)")
	// Of a row that stands alone the total cannot be told.
	lone := eventOf(t, []*record.Dataset{
		dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", dead: "31"}.line()),
		dataset(t, "gtd", gtdHead, gtd{id: "201403050001", dead: "0.25"}.line()),
	})
	check(t, lone, fact.Deaths, fact.Uncontested, 1, "31")
	// The others as parts of the one make it the whole.
	alone := eventOf(t, []*record.Dataset{series}, "gtd:2", "gtd:3")
	check(t, alone, fact.Deaths, fact.Uncontested, 1, "19")
	if len(alone.Violations) != 0 {
		t.Errorf("%+v", alone.Violations)
	}
}

// Parts are never contradictions by themselves; together they must fit into the whole.
func TestParts(t *testing.T) {
	whole := dataset(t, "ged", gedHead, ged{id: "1", from: "2014-03-01", to: "2014-03-07", prec: "3", best: "30", low: "20", high: "40", article: `Punch 7 March 2014 "War`}.line())
	of := func(lines ...string) *fact.Event {
		days := dataset(t, "acled", acledHead, lines...)
		var parts []string
		for i := range lines {
			parts = append(parts, "acled:"+string(rune('1'+i)))
		}
		return eventOf(t, []*record.Dataset{whole, days}, parts...)
	}
	v := of(acled{id: "NIG1", date: "2014-03-02", dead: "12"}.line(), acled{id: "NIG2", date: "2014-03-03", dead: "20"}.line())
	check(t, v, fact.Deaths, fact.Uncontested, 1, "30 (20 to 40)")
	if len(v.Violations) != 0 || len(v.Parts) != 2 || v.Voices != 1 {
		t.Errorf("%+v", v)
	}
	v = of(acled{id: "NIG1", date: "2014-03-02", dead: "22"}.line(), acled{id: "NIG2", date: "2014-03-10", dead: "20"}.line())
	check(t, v, fact.Deaths, fact.Uncontested, 1, "30 (20 to 40)")
	if len(v.Violations) != 2 || v.Violations[0].Days != 3 || v.Violations[1].Sum != 42 || v.Violations[1].High != 40 {
		t.Errorf("%+v", v.Violations)
	}
	if want := "2 parts in acled count 42 deaths together, the whole at most 40"; v.Violations[1].Text != want {
		t.Errorf("%q", v.Violations[1].Text)
	}
	// A week of doubt reaches into the whole.
	if v = of(acled{id: "NIG1", date: "2014-03-09", prec: "2", dead: "2"}.line()); len(v.Violations) != 0 {
		t.Errorf("%+v", v.Violations)
	}
}

// Rows of a claim table are one source each.
func TestClaimTable(t *testing.T) {
	table := dataset(t, "incidents", "claim_id,incident_key,date_claimed,place,region,lat,lon,event_type,killed_civilians,killed_security,killed_perpetrators,injured,claimed_by,attributed_by_authorities_to,status,source_id,source_title,source_publisher,source_date,locator",
		"I1,k,2012-03-01,Tarn,Tarn,6.5,2.5,raid,10,2,1,31,Harbour Front,,confirmed,S1,Raid in the town of Tarn,Daily Wire,2012-03-02,",
		"I2,k,2012-03-01,Tarn,Tarn,6.5,2.5,raid,25,2,1,31,,Harbour Front,confirmed,S2,The raid on Tarn and its causes,Evening Post,2012-03-09,",
		"I3,k,2012-03-01,Tarn,Tarn,6.5,2.5,raid,11,2,,31,,Harbour Front,confirmed,S3,What is known of the raid,Evening Post,2012-03-11,",
	)
	v := eventOf(t, []*record.Dataset{table})
	if v.Voices != 2 {
		t.Errorf("%+v", v.Origins())
	}
	f := v.Fact(fact.Deaths)
	if f.Verdict != fact.Contested || !f.Reread || f.Value.String() != "13 (12 to 13)" {
		t.Errorf("%s %v %s (%s)", f.Verdict, f.Reread, f.Value.String(), f.Why)
	}
	check(t, v, fact.Injured, fact.Corroborated, 2, "31")
}

func TestSummary(t *testing.T) {
	punch := `Punch 7 March 2014 "War`
	ds := []*record.Dataset{
		dataset(t, "acled", acledHead, acled{id: "NIG1", dead: "32", source: "Vanguard"}.line(), acled{id: "NIG2", dead: "1", source: "Vanguard"}.line(), acled{id: "NIG3"}.line()),
		dataset(t, "ged", gedHead, ged{id: "1", best: "101", article: punch}.line(), ged{id: "2", best: "34", article: punch}.line()),
		dataset(t, "gtd", gtdHead, gtd{id: "201403050001", dead: "31"}.line()),
	}
	r := &link.Result{Datasets: ds, Entities: []link.Entity{{Members: refs(0, 0, 1, 0)}, {Members: refs(0, 1, 1, 1, 2, 0)}, {Members: refs(0, 2)}}}
	s := summaryOf(t, r)
	if s.Events != 3 || s.Shared != 2 || len(s.Overlap) != 3 {
		t.Errorf("%+v", s)
	}
	w := s.Worst[fact.Deaths]
	if len(w) != 2 || w[0].Entity != 1 || w[0].Size != 17.5 || w[1].Entity != 0 || w[0].A.Data != 0 { // 35 to 2, 102 to 33
		t.Errorf("%+v", w)
	}
	for _, a := range s.Agreement {
		if a.Field == fact.Deaths && a.A == 0 && a.B == 1 && (a.Compare != 2 || a.Differ != 2) || a.Field == fact.Date && a.Agree != a.Compare {
			t.Errorf("%+v", a)
		}
	}
}

func refs(list ...int32) (out []link.Member) {
	for i := 0; i < len(list); i += 2 {
		out = append(out, link.Member{Ref: link.Ref{Data: list[i], Row: list[i+1]}, Relation: link.Same})
	}
	return out
}

func TestEachIsInOrder(t *testing.T) {
	b, _ := many(t, 5000)
	next := 0
	if err := b.Each(context.Background(), func(v *fact.Event) error {
		if v.Entity != next {
			t.Fatalf("entity %d, want %d", v.Entity, next)
		}
		next++
		return nil
	}); err != nil || next != 5000 {
		t.Error(next, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if err := b.Each(ctx, func(*fact.Event) error { return nil }); err == nil {
		t.Error("no error after the end")
	}
}
