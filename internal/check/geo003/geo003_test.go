package geo003

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/place"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const header = "id,year,type_of_violence,dyad_new_id,side_a,side_b,where_prec,date_prec,date_start,date_end,best,low,high,country,adm_1,where_coordinates,latitude,longitude\n"

func row(n int, prec, admin, where, lat, lon string) string {
	return fmt.Sprintf("%d,2014,1,5,Government of Nigeria,Red Front,%s,1,2014-05-01,2014-05-01,1,1,1,Nigeria,%s,%s,%s,%s\n", n, prec, admin, where, lat, lon)
}

func rows(n int, prec, admin, where, lat, lon string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(row(i, prec, admin, where, lat, lon))
	}
	return b.String()
}

func TestShares(t *testing.T) {
	csv := header + rows(90, "1", "Borno state", "Maiduguri", "11.85", "13.15") + rows(6, "4", "Borno state", "Borno state", "11.5", "13") + rows(4, "6", "", "Nigeria", "10", "8")
	found := checktest.Run(t, Rule, csv)
	if len(found) != 1 || found[0].Row != -1 || found[0].Severity != check.Note || found[0].Message != "10 % of 100 points are known to an area only, not to a place" ||
		!strings.Contains(found[0].Why, "by second-order division can't use 10 %, one by first-order division 4.0 %") {
		t.Errorf("%+v", found)
	}
	if found := checktest.Run(t, Rule, header+rows(99, "1", "Borno state", "Maiduguri", "11.85", "13.15")+rows(1, "6", "", "Nigeria", "10", "8")); len(found) != 0 {
		t.Errorf("few: %s", checktest.Brief(found))
	}
}

func TestRecoded(t *testing.T) {
	area := rows(6, "4", "Borno state", "Northern Borno", "12.5", "13")
	many := rows(200, "1", "Borno state", "Maiduguri", "11.85", "13.15")
	for _, c := range []struct{ name, rows, want string }{
		{"an area coded as a place", row(1, "1", "Borno state", "Northern Borno", "12.5", "13"), "1 where_prec \"Northern Borno\" is coded as a named place in 1 row, as a second-order division or coarser in 6 other rows +2\n"},
		{"another point", row(1, "1", "Borno state", "Northern Borno", "12.6", "13"), ""},
		{"another name", row(1, "1", "Borno state", "Kukawa", "12.5", "13"), ""},
		{"as often a place", rows(3, "1", "Borno state", "Northern Borno", "12.5", "13"), ""},
		{"near it", row(1, "2", "Borno state", "Northern Borno", "12.5", "13"), ""},
	} {
		if got := checktest.Brief(checktest.Run(t, Rule, header+c.rows+area+many)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCentres(t *testing.T) {
	w := place.World()
	c, _ := w.FindCountry("Nigeria")
	u, _ := w.FindUnit(c, "Borno")
	lat, lon := w.UnitCentroid(u)
	at := func(v float64) string { return fmt.Sprintf("%.3f", v) }
	for _, c := range []struct{ name, rows, want string }{
		{"named like the unit", row(1, "1", "Borno", "Borno", at(lat), at(lon)), "is the centre of Borno"},
		{"no name", row(1, "1", "Borno", "", at(lat), at(lon)), "is the centre of Borno"},
		{"a place of its own", row(1, "1", "Borno", "Town", at(lat), at(lon)), ""},
		{"beside the centre", row(1, "1", "Borno", "Borno", at(lat+0.05), at(lon)), ""},
		{"coded as an area", row(1, "4", "Borno", "Borno", at(lat), at(lon)) + rows(99, "1", "Borno", "Maiduguri", "11.85", "13.15"), ""},
	} {
		got := checktest.Brief(checktest.Run(t, Rule, header+c.rows))
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
