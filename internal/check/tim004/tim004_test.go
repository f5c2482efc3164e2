package tim004

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	ged   = "id,year,dyad_new_id,type_of_violence,side_a,side_b,where_prec,date_prec,date_start,date_end,best\n"
	scad  = "eventid,ccode,etype,startdate,enddate,duration,styr,eyr,ndeath,locnum\n"
	acled = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,interaction,notes,fatalities\n"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{"all bands", ged + "1,2014,1,1,A,B,1,1,2014-05-01,2014-05-01,3\n2,2014,1,1,A,B,1,2,2014-05-01,2014-05-02,3\n3,2014,1,1,A,B,1,2,2014-05-01,2014-05-06,3\n" +
			"4,2014,1,1,A,B,1,3,2014-05-01,2014-05-07,3\n5,2014,1,1,A,B,1,4,2014-05-01,2014-05-08,3\n6,2014,1,1,A,B,1,4,2014-05-01,2014-05-31,3\n7,2014,1,1,A,B,1,5,2014-05-01,2014-06-01,3\n", ""},
		{
			"a day of a month", ged + "1,2014,1,1,A,B,1,1,2014-05-01,2014-05-31,3\n",
			"1 date_prec date_prec 1 means exactly 1 day, but the dates span 31 days (2014-05-01 to 2014-05-31)\n",
		},
		{
			"seven days are a week", ged + "1,2014,1,1,A,B,1,2,2014-05-01,2014-05-07,3\n",
			"1 date_prec date_prec 2 means 2 to 6 days, but the dates span 7 days (2014-05-01 to 2014-05-07)\n",
		},
		{"end first is another rule", ged + "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-01,3\n", ""},
		{"unknown code is another rule", ged + "1,2014,1,1,A,B,1,9,2014-05-01,2014-05-09,3\n", ""},
		{"missing", ged + "1,2014,1,1,A,B,1,,2014-05-01,2014-05-09,3\n2,2014,1,1,A,B,1,1,,,3\n", ""},
		{
			"over New Year", ged + "1,2014,1,1,A,B,1,2,2014-12-30,2015-01-02,3\n",
			"1 date_end the event runs from 2014-12-30 to 2015-01-02, over the end of a year\n",
		},
		{
			"SCAD", scad + "20001,2,1,28-Jan-90,2-Feb-90,6,1990,1990,0,1\n20002,2,1,28-Jan-90,2-Feb-90,5,1990,1990,0,1\n",
			"2 duration duration is 5, but 1990-01-28 to 1990-02-02 is 6 days\n",
		},
		{"ACLED, days known", acled + "AAA1,2014-05-15,2014,1,Battles,X,1,10,n,0\nAAA2,2014-05-15,2014,2,Battles,X,1,10,n,0\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := checktest.Brief(checktest.Run(t, Rule, c.csv)); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
		})
	}
}

func TestPlaceholders(t *testing.T) {
	var b strings.Builder
	b.WriteString(acled)
	for i := range 40 {
		precision, day := 1, 1+i%28
		if i%10 == 0 {
			precision, day = 3, 15
		}
		fmt.Fprintf(&b, "AAA%d,2014-05-%02d,2014,%d,Battles,X,1,10,n,0\n", i+1, day, precision)
	}
	found := checktest.Run(t, Rule, b.String())
	if got, want := checktest.Brief(found), "0 time_precision 4 events (10 %) known to the month only: the days in their dates are placeholders +1 +11 +21 +31\n"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	if !strings.Contains(found[0].Why, "day 15 carries 100 %") {
		t.Errorf("why: %q", found[0].Why)
	}
	if found := checktest.Run(t, Rule, b.String(), map[string]any{"month_share": 0.2}); len(found) > 0 {
		t.Errorf("under the share: %s", checktest.Brief(found))
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
