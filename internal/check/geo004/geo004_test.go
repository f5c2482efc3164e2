package geo004

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,admin1,location,latitude,longitude,geo_precision,fatalities\n"

func rows(n int, where func(i int) string, lat, lon, prec string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "X%d,2012-05-03,2012,1,Battles,Red Front,20,Nigeria,Plateau,%s,%s,%s,%s,0\n", i, where(i), lat, lon, prec)
	}
	return b.String()
}

func always(name string) func(int) string { return func(int) string { return name } }

func numbered(i int) string { return "Village " + strings.Repeat("i", i+1) }

func TestPiles(t *testing.T) {
	towns := rows(60, always("Jos"), "9.92", "8.89", "1") + rows(60, always("Bukuru"), "9.79", "8.86", "1")
	for _, c := range []struct {
		name, rows string
		severity   check.Severity
		want       string
	}{
		{"towns only", "", 0, ""},
		{"villages on one point", rows(40, numbered, "9.5", "9.5", "1"), check.Warning, "39 of the 40 rows at 9.5, 9.5"},
		{"known to the unit only", rows(40, always("Plateau"), "9.5", "9.5", "3"), check.Note, "40 known to an area only"},
		{"no names", rows(40, always(""), "9.5", "9.5", "1"), check.Warning, "40 without the name of a place"},
		{"too few", rows(15, numbered, "9.5", "9.5", "1"), 0, ""},
		{"a city with some quarters", rows(60, always("City"), "9.5", "9.5", "1") + rows(8, numbered, "9.5", "9.5", "1"), 0, ""},
	} {
		found := checktest.Run(t, Rule, header+c.rows+towns)
		got := checktest.Brief(found)
		if len(found) > 1 || (len(found) == 1) != (c.severity > 0) || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
			continue
		}
		if len(found) == 1 {
			f := found[0]
			if f.Severity != c.severity || f.Stat == nil || f.Stat.Effect < 20 || f.Stat.Adjusted > 0.01 || f.Stat.Tests != 3 {
				t.Errorf("%s: %s, %+v", c.name, f.Severity, f.Stat)
			}
		}
	}
}

func TestCapital(t *testing.T) {
	found := checktest.Run(t, Rule, header+rows(40, numbered, "9.06", "7.49", "1")+rows(60, always("Jos"), "9.92", "8.89", "1"))
	if len(found) != 1 || !strings.Contains(found[0].Message, "(the capital Abuja)") {
		t.Errorf("%s", checktest.Brief(found))
	}
}
