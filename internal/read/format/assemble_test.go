package format_test

import (
	"math"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// timed is a row and the interval that it must be understood as.
type timed struct {
	row, first, last string
	precision        record.TimePrecision
	duration         bool
}

func checkWhen(t *testing.T, header string, m *format.Mapping, cases []timed) {
	t.Helper()
	rows := make([]string, len(cases))
	for i, c := range cases {
		rows[i] = c.row
	}
	d := assembled(t, header, m, rows...)
	if d.Events == nil {
		t.Fatal("no events")
	}
	for i, c := range cases {
		want := record.When{First: day(t, c.first), Last: day(t, c.last), Precision: c.precision, Duration: c.duration}
		if got := d.Events.When[i]; got != want {
			t.Errorf("%s: %v to %v, %v, duration %v; want %v to %v, %v, %v", c.row,
				got.First, got.Last, got.Precision, got.Duration, want.First, want.Last, want.Precision, want.Duration)
		}
	}
}

func TestWhenACLED(t *testing.T) {
	cases := []timed{
		{"event_date=31/12/2015|time_precision=1", "2015-12-31", "2015-12-31", record.TimeDay, false},
		{"event_date=05/03/2016|time_precision=1", "2016-03-05", "2016-03-05", record.TimeDay, false},
		{"event_date=31-Dec-15|time_precision=2", "2015-12-28", "2016-01-03", record.TimeWeek, false},
		{"event_date=15 February 2016|time_precision=3", "2016-02-01", "2016-02-29", record.TimeMonth, false},
		{"event_date=2016-02-01|time_precision=9", "2016-02-01", "2016-02-01", record.TimeUnknown, false},
		{"event_date=2016-02-01", "2016-02-01", "2016-02-01", record.TimeUnknown, false},
		{"event_date=12/31/2015|time_precision=1", "", "", record.TimeUnknown, false},
		{"time_precision=1", "", "", record.TimeUnknown, false},
	}
	checkWhen(t, strings.ToLower(headerL1), nil, cases)
	checkWhen(t, headerL4, nil, cases)
	checkWhen(t, headerL2, nil, []timed{
		{"timestamp=2011-01-03|time_preci=1", "2011-01-03", "2011-01-03", record.TimeDay, false},
		{"timestamp=1294012800|time_preci=1", "2011-01-03", "2011-01-03", record.TimeDay, false},
	})
}

func TestWhenGED(t *testing.T) {
	checkWhen(t, headerG4, nil, []timed{
		{"date_start=2016-01-01|date_end=2016-01-01|date_prec=1", "2016-01-01", "2016-01-01", record.TimeDay, false},
		{"date_start=2016-01-01 00:00:00.000|date_end=2016-01-04T00:00:00|date_prec=2.0", "2016-01-01", "2016-01-04", record.TimeWeek, false},
		{"date_start=2016-01-01|date_end=2016-01-07|date_prec=3", "2016-01-01", "2016-01-07", record.TimeWeek, false},
		{"date_start=2016-01-01|date_end=2016-01-31|date_prec=4", "2016-01-01", "2016-01-31", record.TimeMonth, false},
		{"date_start=2016-01-01|date_end=2016-12-31|date_prec=5", "2016-01-01", "2016-12-31", record.TimeLonger, false},
		{"date_start=2016-01-01|date_end=2016-01-20", "2016-01-01", "2016-01-20", record.TimeMonth, false},
		{"date_start=2016-01-09|date_end=2016-01-01|date_prec=1", "2016-01-01", "2016-01-09", record.TimeDay, false},
		{"date_start=2016-01-09|date_prec=1", "2016-01-09", "2016-01-09", record.TimeDay, false},
		{"date_prec=1", "", "", record.TimeUnknown, false},
	})
}

func TestWhenGTD(t *testing.T) {
	checkWhen(t, headerGTD, nil, []timed{
		{"iyear=2014|imonth=3|iday=11|extended=0", "2014-03-11", "2014-03-11", record.TimeDay, false},
		{"iyear=2014|imonth=2|iday=0", "2014-02-01", "2014-02-28", record.TimeMonth, false},
		{"iyear=2014|imonth=0|iday=0", "2014-01-01", "2014-12-31", record.TimeLonger, false},
		{"iyear=2014|imonth=6|iday=31", "2014-06-01", "2014-06-30", record.TimeMonth, false},
		{"iyear=2014|imonth=3|iday=1|approxdate=March 1-8, 2014", "2014-03-01", "2014-03-08", record.TimeMonth, false},
		{"iyear=2014|imonth=3|iday=3|approxdate=March 1-5, 2014", "2014-03-01", "2014-03-05", record.TimeWeek, false},
		{"iyear=2014|imonth=2|iday=0|approxdate=February 27 - March 2, 2014", "2014-02-27", "2014-03-02", record.TimeWeek, false},
		{"iyear=2014|imonth=1|iday=1|approxdate=December 30, 2013 - January 2, 2014", "2013-12-30", "2014-01-02", record.TimeWeek, false},
		{"iyear=2014|imonth=4|iday=4|approxdate=2014-04-04 00:00:00", "2014-04-04", "2014-04-04", record.TimeDay, false},
		{"iyear=2014|imonth=4|iday=4|approxdate=early April", "2014-04-01", "2014-04-07", record.TimeWeek, false},
		{"iyear=2014|imonth=4|iday=4|approxdate=April 3-5, 2009", "2014-04-01", "2014-04-07", record.TimeWeek, false},
		{"iyear=2014|imonth=4|iday=0|approxdate=early April", "2014-04-01", "2014-04-30", record.TimeMonth, false},
		{"iyear=2014|imonth=4|iday=4|extended=1|resolution=4/9/2014", "2014-04-04", "2014-04-09", record.TimeDay, true},
		{"iyear=2014|imonth=4|iday=4|extended=1|resolution=4/9/14", "2014-04-04", "2014-04-09", record.TimeDay, true},
		{"iyear=2014|imonth=4|iday=4|extended=0|resolution=4/9/2014", "2014-04-04", "2014-04-04", record.TimeDay, false},
		{"iyear=2014|imonth=4|iday=4|extended=1|resolution=4/1/2014", "2014-04-04", "2014-04-04", record.TimeDay, false},
		{"imonth=4|iday=4", "", "", record.TimeUnknown, false},
	})
	checkWhen(t, headerGTDReworked, nil, []timed{
		{"iyear=1970|date=1970-05-06", "1970-05-06", "1970-05-06", record.TimeDay, false},
		{"iyear=1970", "1970-01-01", "1970-12-31", record.TimeLonger, false},
	})
}

func TestWhenSCAD(t *testing.T) {
	checkWhen(t, headerSCAD33, nil, []timed{
		{"startdate=28-Jan-90|enddate=28-Jan-90|styr=1990|eyr=1990", "1990-01-28", "1990-01-28", record.TimeDay, false},
		{"startdate=5-Mar-25|enddate=7-Mar-25|styr=1925|eyr=1925", "1925-03-05", "1925-03-07", record.TimeDay, true},
		{"startdate=5-Mar-25|enddate=7-Mar-25", "2025-03-05", "2025-03-07", record.TimeDay, true},
		{"styr=1999|stmo=12|stday=31|eyr=2000|emo=1|eday=2", "1999-12-31", "2000-01-02", record.TimeDay, true},
		{"startdate=2011-01-04|styr=2011", "2011-01-04", "2011-01-04", record.TimeDay, false},
		{"stmo=12", "", "", record.TimeUnknown, false},
	})
}

func TestWhenMapped(t *testing.T) {
	m := parse(t, `
columns:
  start: {role: date, dates: [iso, year_month, year]}
  stop: {role: date_end, dates: [iso]}
  year: year
  certainty: {role: time_precision, codes: {a: day, b: week, c: month, d: longer}}
`)
	checkWhen(t, "start,stop,year,certainty", m, []timed{
		{"start=2020-02-03", "2020-02-03", "2020-02-03", record.TimeUnknown, false},
		{"start=2020-02-03|certainty=a", "2020-02-03", "2020-02-03", record.TimeDay, false},
		{"start=2020-02-03|stop=2020-02-05|certainty=a", "2020-02-03", "2020-02-05", record.TimeDay, true},
		{"start=2020-02", "2020-02-01", "2020-02-29", record.TimeMonth, false},
		{"start=2020", "2020-01-01", "2020-12-31", record.TimeLonger, false},
		{"year=2020", "2020-01-01", "2020-12-31", record.TimeLonger, false},
		{"start=2020-02-03|certainty=b", "2020-01-31", "2020-02-06", record.TimeWeek, false},
		{"start=2020-02-03|certainty=c", "2020-02-01", "2020-02-29", record.TimeMonth, false},
		{"start=2020-02-03|certainty=d", "2020-01-01", "2020-12-31", record.TimeLonger, false},
		{"start=2020-02-03|certainty=week", "2020-01-31", "2020-02-06", record.TimeWeek, false},
		{"start=2020-02-03|stop=2020-02-05|certainty=b", "2020-02-03", "2020-02-05", record.TimeWeek, false},
		{"certainty=a", "", "", record.TimeUnknown, false},
	})
}

func TestWhenGuessed(t *testing.T) {
	checkWhen(t, "date,end_date", nil, []timed{
		{"date=03/04/2020", "2020-04-03", "2020-04-03", record.TimeDay, false},
		{"date=03/04/2020|end_date=05/04/2020", "2020-04-03", "2020-04-05", record.TimeDay, true},
	})
}

func TestPlacePrecision(t *testing.T) {
	u, exact, near, adm2 := record.PlaceUnstated, record.PlaceExact, record.PlaceNear, record.PlaceAdmin2
	adm1, region, country := record.PlaceAdmin1, record.PlaceRegion, record.PlaceCountry
	for _, c := range []struct {
		name, header string
		rows         []string
		want         []record.PlacePrecision
	}{
		{"ACLED", headerL4, []string{"geo_precision=1", "geo_precision=2", "geo_precision=3", "geo_precision=4", "iso=1"}, []record.PlacePrecision{exact, near, adm1, u, u}},
		{
			"GED", headerG4,
			[]string{"where_prec=1", "where_prec=2.0", "where_prec=3", "where_prec=4", "where_prec=5", "where_prec=6", "where_prec=7", "where_prec=8", "id=1"},
			[]record.PlacePrecision{exact, near, adm2, adm1, region, country, country, u, u},
		},
		{
			"GTD", headerGTD,
			[]string{"specificity=1|vicinity=0", "specificity=1|vicinity=1", "specificity=1|vicinity=-9", "specificity=2|vicinity=1", "specificity=3", "specificity=4", "specificity=5", "vicinity=1"},
			[]record.PlacePrecision{exact, near, exact, adm2, adm2, adm1, country, u},
		},
		{
			"SCAD", headerSCAD33,
			[]string{"gislocnum=1|locnum=7", "gislocnum=2", "gislocnum=3", "gislocnum=4", "gislocnum=5", "gislocnum=6", "gislocnum=7", "gislocnum=8", "gislocnum=-99|locnum=1", "locnum=6", "locnum=-99", "id=1"},
			[]record.PlacePrecision{exact, exact, exact, near, near, adm1, country, country, country, adm1, country, u},
		},
	} {
		d := assembled(t, c.header, nil, c.rows...)
		for i, want := range c.want {
			if d.Events == nil || d.Events.PlacePrec[i] != want {
				t.Errorf("%s %s: not %v", c.name, c.rows[i], want)
			}
		}
	}
	m := parse(t, "columns:\n  lat: latitude\n  lon: longitude\n  how: {role: place_precision, codes: {\"1\": named place, \"2\": country only}}\n")
	d := assembled(t, "lat,lon,how", m, "lat=1|how=1", "how=2", "how=near a place", "how=what")
	for i, want := range []record.PlacePrecision{exact, country, near, u} {
		if got := d.Events.PlacePrec[i]; got != want {
			t.Errorf("mapped row %d: %v, want %v", i, got, want)
		}
	}
}

func TestDeaths(t *testing.T) {
	nan := float32(math.NaN())
	for _, c := range []struct {
		header, row string
		want        record.Count
	}{
		{headerL4, "fatalities=3", record.Count{Low: nan, Best: 3, High: nan}},
		{headerL4, "fatalities=", record.NoCount()},
		{headerL4, "fatalities=many", record.NoCount()},
		{headerG4, "best=7|low=5|high=12.0", record.Count{Low: 5, Best: 7, High: 12}},
		{headerG1, "best_est=7|low_est=5|high_est=12", record.Count{Low: 5, Best: 7, High: 12}},
		{headerG4, "best=7", record.Count{Low: nan, Best: 7, High: nan}},
		{headerGTD, "nkill=6.3", record.Count{Low: nan, Best: 6.3, High: nan}},
		{headerGTD, "nkill=", record.NoCount()},
		{headerSCAD33, "ndeath=0", record.Count{Low: nan, Best: 0, High: nan}},
		{headerSCAD33, "ndeath=-88", record.Count{Low: 0, Best: nan, High: 9}},
		{headerSCAD33, "ndeath=-77", record.Count{Low: 10, Best: nan, High: nan}},
		{headerSCAD33, "ndeath=-99", record.NoCount()},
		{headerGTDReworked, "nkill=2", record.Count{Low: nan, Best: 2, High: nan}},
	} {
		got := assembled(t, c.header, nil, c.row).Events.Deaths[0]
		if !alike(got.Low, c.want.Low) || !alike(got.Best, c.want.Best) || !alike(got.High, c.want.High) {
			t.Errorf("%s: %v, want %v", c.row, got, c.want)
		}
	}
	if d := assembled(t, headerGTD, nil, "nwound=2.5", "nwound="); d.Events.Injured[0] != 2.5 || d.Events.Injured[1] == d.Events.Injured[1] {
		t.Errorf("injured %v", d.Events.Injured)
	}
}

func alike(a, b float32) bool { return a == b || a != a && b != b }

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		header, row string
		want        record.Kind
	}{
		{headerL4, "event_type=Battles|sub_event_type=Armed clash", record.KindBattle},
		{headerL4, "event_type=Explosions/Remote violence|sub_event_type=Grenade", record.KindExplosion},
		{headerL4, "event_type=Violence against civilians|sub_event_type=Attack", record.KindOneSided},
		{headerL4, "event_type=Violence against civilians|sub_event_type=Abduction/forced disappearance", record.KindKidnapping},
		{headerL4, "event_type=Protests", record.KindProtest},
		{headerL4, "event_type=Riots", record.KindRiot},
		{headerL4, "event_type=Strategic developments|sub_event_type=Agreement", record.KindStrategic},
		{headerL4, "event_type=Strategic developments|sub_event_type=Looting/property destruction", record.KindProperty},
		{headerL4, "event_type=Something new", record.KindOther},
		{headerL4, "event_type=", record.KindUnknown},
		{headerL1Reordered, "event_type=Battle-No change of territory", record.KindBattle},
		{headerL1Reordered, "event_type=Remote violence", record.KindExplosion},
		{headerL1Reordered, "event_type=Riots/Protests|inter1=6", record.KindProtest},
		{headerL1Reordered, "event_type=Riots/Protests|inter1=5", record.KindRiot},
		{headerL1Reordered, "event_type=Strategic development", record.KindStrategic},
		{headerL1Reordered, "event_type=Non-violent transfer of territory", record.KindStrategic},
		{headerL1Reordered, "event_type=Headquarters or base established", record.KindStrategic},
		{headerL1Reordered, "event_type=Non-violent activity by a conflict actor", record.KindStrategic},
		{headerG4, "type_of_violence=1", record.KindBattle},
		{headerG4, "type_of_violence=2.0", record.KindBattle},
		{headerG4, "type_of_violence=3", record.KindOneSided},
		{headerG4, "type_of_violence=9", record.KindUnknown},
		{headerGTD, "attacktype1_txt=Bombing/Explosion|attacktype1=3", record.KindExplosion},
		{headerGTD, "attacktype1_txt=Armed Assault|targtype1=4", record.KindBattle},
		{headerGTD, "attacktype1_txt=Armed Assault|targtype1=14", record.KindOneSided},
		{headerGTD, "attacktype1_txt=Assassination|targtype1=3", record.KindOneSided},
		{headerGTD, "attacktype1_txt=Hostage Taking (Kidnapping)", record.KindKidnapping},
		{headerGTD, "attacktype1_txt=Facility/Infrastructure Attack", record.KindProperty},
		{headerGTD, "attacktype1_txt=Unknown", record.KindUnknown},
		{strings.Replace(headerGTD, "attacktype1_txt,", "", 1), "attacktype1=6", record.KindKidnapping},
		{headerGTDReworked, "attack_type=Explosion", record.KindExplosion},
		{headerGTDReworked, "attack_type=Barricade", record.KindKidnapping},
		{headerGTDReworked, "attack_type=Facility Attack", record.KindProperty},
		{headerSCAD33, "etype=2", record.KindProtest},
		{headerSCAD33, "etype=4", record.KindRiot},
		{headerSCAD33, "etype=5", record.KindStrike},
		{headerSCAD33, "etype=7", record.KindOneSided},
		{headerSCAD33, "etype=10", record.KindBattle},
		{headerSCAD33, "etype=-9", record.KindUnknown},
		{"date,event_type", "date=2020-01-01|event_type=Suicide bombing", record.KindExplosion},
		{"date,event_type", "date=2020-01-01|event_type=Air strike", record.KindExplosion},
		{"date,event_type", "date=2020-01-01|event_type=General strike", record.KindStrike},
		{"date,event_type", "date=2020-01-01|event_type=Mobile unit", record.KindUnknown},
		{"date,event_type", "date=2020-01-01|event_type=Abduction", record.KindKidnapping},
	} {
		if got := assembled(t, c.header, nil, c.row).Events.Kinds[0]; got != c.want {
			t.Errorf("%s: %v, want %v", c.row, got, c.want)
		}
	}
	m := parse(t, "columns:\n  day: date\n  what: {role: kind, codes: {K7: battle, K8: Roadside IED}}\n")
	d := assembled(t, "day,what", m, "what=K7", "what=K8", "what=Protest")
	for i, want := range []record.Kind{record.KindBattle, record.KindExplosion, record.KindProtest} {
		if d.Events.Kinds[i] != want {
			t.Errorf("mapped row %d: %v, want %v", i, d.Events.Kinds[i], want)
		}
	}
}

func TestActors(t *testing.T) {
	d := assembled(t, headerL4, nil,
		"actor1=Army of Freedonia (1999-2015)|inter1=1|actor2=Civilians (Freedonia)|inter2=7",
		"actor1=Unidentified Armed Group (Freedonia)|inter1=3",
		"actor1=Red Brigade|inter1=2", "actor1=Red Brigade|inter1=6", "actor1=Red Brigade|inter1=6",
		"actor1=Students|inter1=Protesters",
		"actor1=UN mission|inter1=8")
	classes := map[string]record.ActorClass{}
	for _, a := range d.Events.Actors1 {
		classes[a.Label] = a.Class
	}
	for label, want := range map[string]record.ActorClass{
		"": record.ActorNone, "Army of Freedonia (1999-2015)": record.ActorState,
		"Unidentified Armed Group (Freedonia)": record.ActorUnidentified, "Red Brigade": record.ActorProtesters,
		"Students": record.ActorProtesters, "UN mission": record.ActorArmedGroup,
	} {
		if classes[label] != want {
			t.Errorf("%q is of class %d, want %d", label, classes[label], want)
		}
	}
	army := d.Events.Actors1[d.Role(record.RoleActor1).Codes[0]]
	if !army.Dated || army.From != 1999 || army.To != 2015 {
		t.Errorf("years of %+v", army)
	}
	if a := d.Events.Actors2[d.Role(record.RoleActor2).Codes[0]]; a.Class != record.ActorCivilians {
		t.Errorf("second actor %+v", a)
	}
	if a := assembled(t, headerGTD, nil, "gname=Unknown").Events; a.Actors1[1].Class != record.ActorUnidentified || a.Actors2 != nil {
		t.Errorf("GTD's Unknown: %+v", a.Actors1)
	}
}

func TestCountedOncePerEvent(t *testing.T) {
	d := assembled(t, headerSCAD33, nil, "eventid=4000001|sublocal=1", "eventid=4000001|sublocal=2", "eventid=4000002", "eventid=-4000003|etype=-9", "etype=1", "eventid=4000001")
	want := []bool{true, false, true, false, true, false}
	for i, w := range want {
		if d.Events.Counted[i] != w {
			t.Errorf("row %d is counted: %v", i, d.Events.Counted[i])
		}
	}
	if assembled(t, headerG4, nil, "id=1").Events.Counted != nil {
		t.Error("every row of GED counts")
	}
}

func TestRoles(t *testing.T) {
	d := assembled(t, headerSCAD33, nil, "id=1")
	for role, want := range map[record.Role]string{
		record.RolePlacePrec: "gislocnum", record.RolePlace: "ilocal", record.RoleNote: "issuenote", record.RoleTarget: "target1",
	} {
		if c := d.Role(role); c == nil || c.Name != want {
			t.Errorf("%v is played by %v, want %s", role, c, want)
		}
	}
	if c := assembled(t, headerL4, nil, "iso=1").Role(record.RoleCountryCode); c.Name != "iso" {
		t.Errorf("country code is %s", c.Name)
	}
	if c := assembled(t, headerG4, nil, "id=1").Role(record.RoleDate); c.Name != "date_start" {
		t.Errorf("date is %s", c.Name)
	}
	m := parse(t, "format: acled\ncolumns:\n  iso3: country_code\n")
	if c := assembled(t, headerL4, m, "iso=1").Role(record.RoleCountryCode); c.Name != "iso3" {
		t.Errorf("a mapping was not followed: %s", c.Name)
	}
}

func TestPoints(t *testing.T) {
	d := assembled(t, headerL4, nil, "latitude=1.5|longitude=-2", "latitude=x|longitude=")
	if w := d.Events.Where(0); w.Lat != 1.5 || w.Lon != -2 || !w.Known() {
		t.Errorf("point %+v", w)
	}
	if w := d.Events.Where(1); w.Known() {
		t.Errorf("no point %+v", w)
	}
}

func TestTablesWithoutEvents(t *testing.T) {
	if d := assembled(t, "a,b", nil, "a=1"); d.Events != nil {
		t.Error("a table without dates and points has no events")
	}
	if d := assembled(t, "country,killed", nil, "killed=1"); d.Events != nil {
		t.Error("a table of countries has no events")
	}
}

func BenchmarkAssemble(b *testing.B) {
	const n = 200_000
	one := assembled(b, headerL4, nil,
		"event_id_cnty=A1|event_date=2015-12-31|time_precision=1|event_type=Battles|sub_event_type=Armed clash|actor1=X|inter1=1|actor2=Y|inter2=2|geo_precision=1|fatalities=3|latitude=1|longitude=2",
		"event_id_cnty=A2|event_date=2015-12-30|time_precision=3|event_type=Riots|sub_event_type=Mob violence|actor1=Z|inter1=5|geo_precision=2|fatalities=0|latitude=2|longitude=2")
	d := &record.Dataset{N: n, Format: one.Format, Columns: one.Columns}
	for i := range d.Columns {
		c := &d.Columns[i]
		for len(c.Codes) > 0 && len(c.Codes) < n {
			c.Codes = append(c.Codes, c.Codes...)
		}
		for len(c.Reals) > 0 && len(c.Reals) < n {
			c.Reals = append(c.Reals, c.Reals...)
		}
	}
	b.ResetTimer()
	for range b.N {
		format.Assemble(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/row")
}
