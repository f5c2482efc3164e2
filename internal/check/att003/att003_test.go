package att003

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const acled = "event_id_cnty,event_date,year,time_precision,event_type,actor1,assoc_actor_1,actor2,interaction,country,latitude,longitude,geo_precision,fatalities\n"

func acledRow(date, prec, actor, ally string) string {
	return fmt.Sprintf("X1,%s,%s,%s,Battles,%s,%s,,20,Peru,-12,-77,1,0\n", date, date[:4], prec, actor, ally)
}

func TestYearsInBrackets(t *testing.T) {
	for _, c := range []struct {
		date, prec, actor, ally string
		want                    string
	}{
		{"1998-11-08", "1", "Military Forces of Peru (1999-2015)", "", "actor1 event of 1998-11-08 lies before the years of"},
		{"1999-01-01", "1", "Military Forces of Peru (1999-2015)", "", ""},
		{"2015-12-31", "1", "Military Forces of Peru (1999-2015)", "", ""},
		{"2016-01-01", "1", "Military Forces of Peru (1999-2015)", "", "actor1 event of 2016-01-01 lies after the years of"},
		{"2030-01-01", "1", "Military Forces of Peru (1999-)", "", ""},
		{"1998-12-31", "1", "Military Forces of Peru (1999-)", "", "lies before"},
		{"1998-12-30", "2", "Military Forces of Peru (1999-)", "", ""}, // within a week: may be of January
		{"1998-12-15", "3", "Military Forces of Peru (1999-)", "", "1998-12-01 to 1998-12-31 lies before"},
		{"2020-01-01", "1", "Former Government of Peru (1999-2015)", "", ""},
		{"1990-01-01", "1", "Former Government of Peru (1999-2015)", "", "lies before"},
		{"2020-01-01", "1", "Red Front", "Farmers (Peru); Police Forces of Peru (1999-2015)", "assoc_actor_1 event of 2020-01-01 lies after the years of \"Police Forces of Peru"},
		{"2020-01-01", "1", "Sector (1-2)", "", ""},
	} {
		found := checktest.Run(t, Rule, acled+acledRow(c.date, c.prec, c.actor, c.ally))
		got := checktest.Brief(found)
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s %s: %q, want %q", c.date, c.actor, got, c.want)
		}
		for _, f := range found {
			if want := map[bool]check.Severity{true: check.Error, false: check.Warning}[c.ally == ""]; f.Severity != want {
				t.Errorf("%s %s: severity %s", c.date, c.actor, f.Severity)
			}
		}
	}
}

func TestRegistry(t *testing.T) {
	const gtd = "eventid,iyear,imonth,iday,country_txt,gname\n"
	for _, c := range []struct{ row, want string }{
		// The name is of April 2013, not of the caliphate of June 2014.
		{"201304180001,2013,4,18,Iraq,Islamic State of Iraq and the Levant (ISIL)", ""},
		{"201304010001,2013,4,1,Iraq,Islamic State of Iraq and the Levant (ISIL)", "lies before the time of"},
		{"201610130001,2016,10,13,Russia,Caucasus Emirate", "lies after the time of"},
		{"201412040001,2014,12,4,Russia,Caucasus Emirate", ""},
		{"200710000001,2007,10,0,Russia,Caucasus Emirate", ""},
		{"200700000001,2007,0,0,Russia,Caucasus Emirate", ""},
		{"200600000001,2006,0,0,Russia,Caucasus Emirate", "2006-01-01 to 2006-12-31 lies before"},
		{"200610000001,2006,10,1,Nigeria,Islamic State (Nigeria) and/or Boko Haram", ""},
	} {
		found := checktest.Run(t, Rule, gtd+c.row+"\n")
		got := checktest.Brief(found)
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.row, got, c.want)
		}
		for _, f := range found {
			if f.Severity != check.Warning || !strings.Contains(f.Why, "http") {
				t.Errorf("%s: severity %s, why %q", c.row, f.Severity, f.Why)
			}
		}
		if off := checktest.Run(t, Rule, gtd+c.row+"\n", map[string]any{"registry": false}); len(off) > 0 {
			t.Errorf("%s: found without the registry", c.row)
		}
	}
}

// UCDP gives an actor one name through all its history.
func TestOneNameFormat(t *testing.T) {
	const ged = "id,year,type_of_violence,dyad_new_id,side_a,side_b,where_prec,date_prec,date_start,date_end,best,low,high,country,latitude,longitude\n"
	row := "1,2016,1,5,Government of Syria,Jabhat Fateh al-Sham,1,1,%s,%s,1,1,1,Syria,35,38\n"
	if got := checktest.Brief(checktest.Run(t, Rule, ged+fmt.Sprintf(row, "2016-01-04", "2016-01-04"))); got != "" {
		t.Errorf("later name: %q", got)
	}
	if got := checktest.Brief(checktest.Run(t, Rule, ged+fmt.Sprintf(row, "2010-01-04", "2010-01-04"))); !strings.Contains(got, "before the time") {
		t.Errorf("before the organisation: %q", got)
	}
}

// A label used mostly outside its years is told once.
func TestHabit(t *testing.T) {
	var b strings.Builder
	b.WriteString(acled)
	for i := range 40 {
		fmt.Fprintf(&b, "X%d,2011-03-%02d,2011,1,Battles,Police Forces of Peru (2007-2010),,,10,Peru,-12,-77,1,0\n", i, i%28+1)
	}
	found := checktest.Run(t, Rule, b.String())
	if len(found) != 1 || found[0].Row != -1 || !strings.Contains(found[0].Message, "in 40 of 40 rows") {
		t.Errorf("%s", checktest.Brief(found))
	}
}
