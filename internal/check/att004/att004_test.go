package att004

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

// table makes years of events in a country with a share of unidentified perpetrators each.
func table(country string, from int, percent ...int) string {
	var b strings.Builder
	for i, p := range percent {
		for n := range 100 {
			actor := "Red Front"
			if n < p {
				actor = "Unidentified Armed Group (" + country + ")"
			}
			fmt.Fprintf(&b, "%s%d%d,%d-03-%02d,%d,1,Battles,%s,20,%s,Unit,-12,-77,1,0\n", country[:2], from+i, n, from+i, n%28+1, from+i, actor, country)
		}
	}
	return b.String()
}

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,admin1,latitude,longitude,geo_precision,fatalities\n"

func TestJumps(t *testing.T) {
	for _, c := range []struct {
		name string
		csv  string
		want []string
	}{
		{"steady", table("Peru", 2010, 30, 32, 28, 31), nil},
		{"rise", table("Peru", 2010, 30, 32, 65, 64), []string{"in Peru rises from 32 % (2011) to 65 % (2012)"}},
		{"fall", table("Peru", 2010, 65, 30), []string{"falls from 65 % (2010) to 30 % (2011)"}},
		{"significant at best, but small", table("Peru", 2010, 10, 29), nil},
		{"not in consecutive years", table("Peru", 2010, 10) + table("Peru", 2012, 60), nil},
		{"each country by itself", table("Peru", 2010, 10, 10) + table("Chile", 2010, 10, 70), []string{
			"in Chile rises from 10 % (2010) to 70 % (2011)", "perpetrators rises from 10 % (2010) to 40 % (2011)",
		}},
		{"coverage", table("Peru", 2010, 85, 90), []string{"in Peru hardly any perpetrator is identified in some years: 175 of 200"}},
	} {
		found := checktest.Run(t, Rule, header+c.csv)
		if len(found) != len(c.want) {
			t.Errorf("%s: %s", c.name, checktest.Brief(found))
			continue
		}
		for i, f := range found {
			if !strings.Contains(f.Message, c.want[i]) || f.Row != -1 {
				t.Errorf("%s: %q", c.name, f.Message)
			}
			if f.Severity == check.Warning && (f.Stat == nil || f.Stat.Method != "Holm" || f.Stat.Adjusted > 0.01 || f.Stat.Adjusted < f.Stat.P) {
				t.Errorf("%s: %+v", c.name, f.Stat)
			}
		}
	}
}

func TestFewRowsAreNotCompared(t *testing.T) {
	csv := strings.Split(table("Peru", 2010, 10), "\n")
	few := strings.Join(csv[:30], "\n") + "\n"
	if found := checktest.Run(t, Rule, header+few+table("Peru", 2011, 80)); len(found) != 0 {
		t.Errorf("%s", checktest.Brief(found))
	}
}

func TestUnits(t *testing.T) {
	a := table("Peru", 2010, 10)
	b := strings.ReplaceAll(table("Peru", 2010, 60), ",Unit,", ",Other,")
	found := checktest.Run(t, Rule, header+a+b)
	if len(found) != 1 || found[0].Message != "the share of unidentified perpetrators in Peru differs between units: Unit 10 % and Other 60 %" ||
		found[0].Severity != check.Note || found[0].Stat == nil {
		t.Errorf("%s", checktest.Brief(found))
	}
	c := strings.ReplaceAll(table("Peru", 2010, 10), ",Unit,", ",Third,")
	found = checktest.Run(t, Rule, header+a+b+c)
	if len(found) != 1 || !strings.Contains(found[0].Message, "differs between units: Other 60 %, Unit 10 % and Third 10 %") {
		t.Errorf("%s", checktest.Brief(found))
	}
}

func TestSharpJumpsOnlyAreWarnings(t *testing.T) {
	for percent, want := range map[int]check.Severity{35: check.Note, 45: check.Warning} {
		found := checktest.Run(t, Rule, header+table("Peru", 2010, 10, percent))
		if len(found) != 1 || found[0].Severity != want {
			t.Errorf("%d: %s", percent, checktest.Brief(found))
		}
	}
}

// The largest differences are told, the others counted.
func TestMost(t *testing.T) {
	csv := header + table("Peru", 2010, 10, 60, 10, 55, 10, 70)
	found := checktest.Run(t, Rule, csv, map[string]any{"most": 2})
	if len(found) != 3 || !strings.Contains(found[0].Message, "from 10 % (2014) to 70 % (2015)") ||
		found[2].Message != "the share of unidentified perpetrators differs in more ways: 3 jumps between years" {
		t.Errorf("%s", checktest.Brief(found))
	}
}

func TestUnknownOfGTD(t *testing.T) {
	var b strings.Builder
	b.WriteString("eventid,iyear,imonth,iday,country_txt,gname\n")
	for y, unknown := range []int{20, 70} {
		for n := range 100 {
			g := "Red Front"
			if n < unknown {
				g = "Unknown"
			}
			fmt.Fprintf(&b, "%d03%02d%04d,%d,3,%d,Peru,%s\n", 2010+y, n%28+1, n, 2010+y, n%28+1, g)
		}
	}
	if found := checktest.Run(t, Rule, b.String()); len(found) != 1 || !strings.Contains(found[0].Message, "rises from 20 % (2010) to 70 % (2011)") {
		t.Errorf("%s", checktest.Brief(found))
	}
}
