package geo001

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,admin1,location,latitude,longitude,geo_precision,fatalities\n"

func row(country, admin, lat, lon, prec string) string {
	return fmt.Sprintf("X1,2012-05-03,2012,1,Battles,Red Front,20,%s,%s,Town,%s,%s,%s,0\n", country, admin, lat, lon, prec)
}

func TestPoints(t *testing.T) {
	for _, c := range []struct{ name, row, want, expected string }{
		{"right", row("Peru", "", "-12.0464", "-77.0428", "1"), "", ""},
		{"no country", row("", "", "-12.0464", "77.0428", "1"), "", ""},
		{"country not known", row("Freedonia", "", "-12.0464", "77.0428", "1"), "", ""},
		{"none", row("Peru", "", "", "", "1"), "", ""},
		{"latitude too large", row("Peru", "", "98.5", "-77.0428", "1"), "1 latitude latitude 98.5 is outside ±90\n", "latitude within ±90, longitude within ±180"},
		{"longitude too large", row("Peru", "", "-12.0464", "-770.428", "1"), "1 longitude longitude -770.428 is outside ±180\n", "latitude within ±90, longitude within ±180"},
		{"at the limits", row("", "", "-90", "180", "1"), "", ""},
		{"zero", row("Peru", "", "0", "0", "1"), "1 latitude latitude and longitude are both 0\n", "no coordinates, or those of the place"},
		{"on the equator", row("Ecuador", "", "0", "-78.45", "1"), "", ""},
		{"alone", row("Peru", "", "-12.0464", "", "1"), "1 latitude latitude is -12.0464, but longitude is empty\n", "both or neither"},
		{"swapped", row("Peru", "", "-77.0428", "-12.0464", "1"), "1 latitude latitude and longitude are swapped: -77.0428, -12.0464 lies in Antarctica, not in Peru\n", "-12.0464, -77.0428"},
		{"swapped out of range", row("Vietnam", "", "106.66", "10.77", "1"), "1 latitude latitude 106.66 is outside ±90\n", "10.77, 106.66"},
		{"sign of the longitude", row("Peru", "", "-12.0464", "77.0428", "1"), "1 latitude the longitude has the wrong sign: -12.0464, 77.0428 lies at sea or in no country, not in Peru\n", "-12.0464, -77.0428"},
		{"sign of the latitude", row("Peru", "", "12.0464", "-76.5", "1"), "1 latitude the latitude has the wrong sign: 12.0464, -76.5 lies at sea or in no country, not in Peru\n", "-12.0464, -76.5"},
		{"swapped within the country", row("Nigeria", "Borno", "13.15", "11.85", "1"), "1 latitude latitude and longitude are swapped: 13.15, 11.85 lies in Yobe, Nigeria, not in Borno, Nigeria\n", "11.85, 13.15"},
	} {
		found := checktest.Run(t, Rule, header+c.row)
		if got := checktest.Brief(found); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		} else if c.want != "" && found[0].Expected != c.expected {
			t.Errorf("%s: expected %q, want %q", c.name, found[0].Expected, c.expected)
		}
	}
}

// A point that stands for the whole country, or a part of it, need not lie in the unit.
func TestKnownToTheCountryOnly(t *testing.T) {
	ged := "id,year,type_of_violence,dyad_new_id,side_a,side_b,where_prec,date_prec,date_start,date_end,best,low,high,country,adm_1,latitude,longitude\n"
	for prec, n := range map[string]int{"1": 1, "5": 0, "6": 0} {
		csv := ged + "1,2014,1,5,Government of Nigeria,Red Front," + prec + ",1,2014-05-01,2014-05-01,1,1,1,Nigeria,Borno,13.15,11.85\n"
		if found := checktest.Run(t, Rule, csv); len(found) != n {
			t.Errorf("where_prec %s: %s", prec, checktest.Brief(found))
		}
	}
}

// Next to a border a swap leads inside by chance: it explains nothing.
func TestNearBorder(t *testing.T) {
	if got := checktest.Brief(checktest.Run(t, Rule, header+row("Nigeria", "", "13.9", "7.0", "1"))); got != "" {
		t.Errorf("%q", got)
	}
}
