package geo002

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) {
	if testing.Short() {
		t.Skip("its tables are too short for more than one goroutine")
	}
	checktest.Plant(t, Rule)
}

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,admin1,location,latitude,longitude,geo_precision,fatalities\n"

func row(year, country, admin, lat, lon, prec string) string {
	return fmt.Sprintf("X1,%s-05-03,%s,1,Battles,Red Front,20,%s,%s,Town,%s,%s,%s,0\n", year, year, country, admin, lat, lon, prec)
}

func TestCountry(t *testing.T) {
	for _, c := range []struct {
		name, row string
		severity  check.Severity // 0 = nothing found
		want      string
	}{
		{"inside", row("2012", "Iraq", "", "33.3128", "44.3615", "1"), 0, ""},
		// GTD 200503220002, 200612030014, 200708220024 (country Iraq) and 199002020001, 199801250001 (country Pakistan).
		{"Grozny", row("2005", "Iraq", "", "43.316745", "45.695811", "1"), check.Error, "lies 682 km outside Iraq, in Chechnya, Russia"},
		{"Kunar", row("2006", "Iraq", "", "34.846589", "71.097317", "1"), check.Error, "outside Iraq, in Kunar, Afghanistan"},
		{"Khost", row("2007", "Iraq", "", "33.467634", "70.091702", "1"), check.Error, "outside Iraq, in Khost, Afghanistan"},
		{"Indian Punjab", row("1990", "Pakistan", "", "31.123277", "76.115671", "1"), check.Error, "outside Pakistan, in Punjab, India"},
		{"over the border", row("1998", "Pakistan", "", "31.549465", "74.847229", "1"), check.Warning, "outside Pakistan, in Punjab, India"},
		{"over the border, but known to the province", row("1998", "Pakistan", "", "31.549465", "74.847229", "3"), 0, ""},
		{"on the coast", row("2012", "Nigeria", "", "6.42", "3.40", "1"), 0, ""},
		{"at sea", row("2012", "Somalia", "", "2.5", "52.0", "1"), check.Warning, "at sea"},
		{"Soviet Union", row("1985", "Soviet Union", "", "41.3", "69.25", "1"), 0, ""},
		{"Soviet Union, elsewhere", row("1985", "Soviet Union", "", "52.5", "13.4", "1"), check.Error, "outside Soviet Union, in Berlin"},
		{"Yugoslavia", row("1991", "Yugoslavia", "", "43.85", "18.38", "1"), 0, ""},
		{"South Sudan before", row("2010", "Sudan", "", "4.85", "31.6", "1"), 0, ""},
		{"South Sudan after", row("2013", "Sudan", "", "4.85", "31.6", "1"), check.Error, "outside Sudan"},
		{"disputed", row("2015", "Ukraine", "", "44.95", "34.1", "1"), check.Note, "1 row of Ukraine lie on disputed ground: Crimea"},
		{"not known", row("2015", "Freedonia", "", "44.95", "34.1", "1"), check.Note, "\"Freedonia\" is not known to the boundaries: 1 row"},
		{"left to GEO001", row("2015", "Peru", "", "-12.05", "77.04", "1"), 0, ""},
		{"zero", row("2015", "Peru", "", "0", "0", "1"), 0, ""},
		{"none", row("2015", "Peru", "", "", "", "1"), 0, ""},
	} {
		found := checktest.Run(t, Rule, header+c.row)
		got := checktest.Brief(found)
		if len(found) > 1 || (len(found) == 1) != (c.severity > 0) || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		} else if len(found) == 1 && found[0].Severity != c.severity {
			t.Errorf("%s: severity %s, want %s", c.name, found[0].Severity, c.severity)
		}
	}
}

func TestCountryOnlyIsNotChecked(t *testing.T) {
	ged := "id,year,type_of_violence,dyad_new_id,side_a,side_b,where_prec,date_prec,date_start,date_end,best,low,high,country,latitude,longitude\n"
	for prec, n := range map[string]int{"6": 0, "7": 0, "1": 1} {
		csv := ged + "1,2014,1,5,Government of Somalia,Red Front," + prec + ",1,2014-05-01,2014-05-01,1,1,1,Somalia,2.5,52.0\n"
		if found := checktest.Run(t, Rule, csv); len(found) != n {
			t.Errorf("where_prec %s: %s", prec, checktest.Brief(found))
		}
	}
}

func TestUnits(t *testing.T) {
	for _, c := range []struct {
		name, row string
		severity  check.Severity
		want      string
	}{
		{"inside", row("2012", "Nigeria", "Borno", "11.85", "13.15", "1"), 0, ""},
		{"another unit", row("2012", "Nigeria", "Borno", "9.9", "8.9", "1"), check.Warning, "outside Borno, in Plateau, Nigeria"},
		{"just outside", row("2012", "Nigeria", "Akwa Ibom", "4.9331", "8.4215", "1"), check.Note, "outside Akwa Ibom, in Cross River"},
		{"known to the unit, within its size", row("2012", "Nigeria", "Borno", "11.7", "11.1", "3"), 0, ""},
		{"unit not known", row("2012", "Nigeria", "Middle Belt", "9.9", "8.9", "1"), 0, ""},
	} {
		found := checktest.Run(t, Rule, header+c.row)
		got := checktest.Brief(found)
		if len(found) > 1 || (len(found) == 1) != (c.severity > 0) || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		} else if len(found) == 1 && found[0].Severity != c.severity {
			t.Errorf("%s: severity %s, want %s", c.name, found[0].Severity, c.severity)
		}
		if off := checktest.Run(t, Rule, header+c.row, map[string]any{"units": false}); len(off) != 0 {
			t.Errorf("%s: found without units", c.name)
		}
	}
}

// A unit that most rows lie outside of was redrawn.
func TestRedrawnUnit(t *testing.T) {
	var b strings.Builder
	b.WriteString(header)
	for i := range 12 {
		lat, lon := "11.85", "13.15"
		if i%2 == 0 {
			lat, lon = fmt.Sprintf("9.%d", 80+i), "8.9"
		}
		b.WriteString(row("2012", "Nigeria", "Borno", lat, lon, "1"))
	}
	found := checktest.Run(t, Rule, b.String())
	if len(found) != 1 || found[0].Row != -1 || !strings.Contains(found[0].Message, "50 % of the 12 rows of Borno, Nigeria lie outside that unit") {
		t.Errorf("%s", checktest.Brief(found))
	}
}

// Rows with one point and one stated area are one finding; and the result does not depend on how rows fall into chunks.
func TestTwinsAndChunks(t *testing.T) {
	var b strings.Builder
	b.WriteString(header)
	for i := range 2*chunk + 100 {
		if i%chunk == chunk-1 || i%chunk == 0 {
			b.WriteString(row("2012", "Iraq", "", "43.316745", "45.695811", "1"))
		} else {
			b.WriteString(row("2012", "Iraq", "", "33.3128", "44.3615", "1"))
		}
	}
	found := checktest.Run(t, Rule, b.String())
	if got := checktest.Brief(found); len(found) != 1 || !strings.HasSuffix(got, "(5 rows) +32768 +32769 +65536 +65537\n") || found[0].Row != 0 {
		t.Errorf("%s", got)
	}
}
