package geo006

import (
	"fmt"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,admin1,admin2,location,latitude,longitude,geo_precision,fatalities\n"

func row(admin1, admin2, where, lat, lon, prec string) string {
	return fmt.Sprintf("X1,2012-05-03,2012,1,Battles,Red Front,20,Nigeria,%s,%s,%s,%s,%s,%s,0\n", admin1, admin2, where, lat, lon, prec)
}

func TestSites(t *testing.T) {
	usual := row("Borno", "", "Kukawa", "12.92", "13.57", "1")
	three := usual + usual + usual
	for _, c := range []struct{ name, csv, want string }{
		{"one point", three, ""},
		{"nearby", three + row("Borno", "", "Kukawa", "12.72", "13.57", "1"), ""},
		{"far", three + row("Borno", "", "Kukawa", "11.92", "13.57", "1"), "4 latitude \"Kukawa\", Borno lies 111 km from where 3 other rows have it +1\n"},
		{"far, first in the file", row("Borno", "", "Kukawa", "11.92", "13.57", "1") + three, "1 latitude \"Kukawa\", Borno lies 111 km from where 3 other rows have it +2\n"},
		{"another unit", three + row("Yobe", "", "Kukawa", "11.92", "11.57", "1"), ""},
		{"not claimed to be the place", three + row("Borno", "", "Kukawa", "11.92", "13.57", "3"), ""},
		{"no majority", usual + usual + row("Borno", "", "Kukawa", "11.92", "13.57", "1"), ""},
		{
			"two of the minority are one finding", three + three + row("Borno", "", "Kukawa", "11.92", "13.57", "1") + row("Borno", "", "Kukawa", "11.93", "13.57", "1"),
			"7 latitude \"Kukawa\", Borno lies 111 km from where 6 other rows have it +8 +1\n",
		},
		{"no name", row("Borno", "", "", "12.92", "13.57", "1") + row("Borno", "", "", "12.92", "13.57", "1") + row("Borno", "", "", "12.92", "13.57", "1") +
			row("Borno", "", "", "11.92", "13.57", "1"), ""},
	} {
		if got := checktest.Brief(checktest.Run(t, Rule, header+c.csv)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Namesakes in two second-order divisions are two places.
func TestNamesakes(t *testing.T) {
	usual := row("Borno", "Kukawa", "Sabon Gari", "12.92", "13.57", "1")
	for admin2, n := range map[string]int{"Biu": 0, "Kukawa": 1} {
		if found := checktest.Run(t, Rule, header+usual+usual+usual+row("Borno", admin2, "Sabon Gari", "10.61", "12.19", "1")); len(found) != n {
			t.Errorf("%s: %s", admin2, checktest.Brief(found))
		}
	}
}

func TestOptionKm(t *testing.T) {
	usual := row("Borno", "", "Kukawa", "12.92", "13.57", "1")
	csv := header + usual + usual + usual + row("Borno", "", "Kukawa", "12.72", "13.57", "1")
	if found := checktest.Run(t, Rule, csv, map[string]any{"km": 10}); len(found) != 1 {
		t.Errorf("%s", checktest.Brief(found))
	}
}
