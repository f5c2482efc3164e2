package geo005

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,location,latitude,longitude,geo_precision,fatalities\n"

func rows(n int, lat, lon, prec string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "X%d,2012-05-03,2012,1,Battles,Red Front,20,Nigeria,Town,%s,%s,%s,0\n", i, lat, lon, prec)
	}
	return b.String()
}

func TestDecimals(t *testing.T) {
	exact := rows(200, "9.92", "8.89", "1")
	for _, c := range []struct{ name, rows, want string }{
		{"few decimals", rows(30, "11.85", "13.16", "3"), ""},
		{"four", rows(1, "11.8512", "13.1623", "3"), ""},
		{"exact point", rows(1, "11.851234", "13.162345", "1"), ""},
		{"near a place", rows(1, "11.851234", "13.162345", "2"), ""},
		{"one only", rows(1, "11.851234", "13.16", "3"), ""},
		{"rare", rows(1, "11.851234", "13.162345", "3"), "1 latitude 11.851234, 13.162345 has 5 or more decimals, but its precision is \"first-order division\"\n"},
		{"a habit", rows(30, "11.851234", "13.162345", "3"), "0 latitude 100 % of the 30 points known to a district or less are printed with 5 or more decimals"},
	} {
		got := checktest.Brief(checktest.Run(t, Rule, header+c.rows+exact))
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCountDecimals(t *testing.T) {
	for v, n := range map[float64]int{1: 0, 1.5: 1, -77.0428: 4, 13.162345: 6, 0.00001: 5, 179.99999: 5, 33.333333333333336: 15, 12.10000: 1} {
		for k := 1; k <= 7; k++ {
			if got := decimals(v, k); got != (n >= k) {
				t.Errorf("%v has at least %d decimals: %v", v, k, got)
			}
		}
	}
}
