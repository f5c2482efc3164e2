package tim001

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/record"
)

const (
	ged   = "id,year,dyad_new_id,type_of_violence,side_a,side_b,where_prec,date_prec,date_start,date_end,best\n"
	acled = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,interaction,notes,fatalities,timestamp\n"
	scad  = "eventid,ccode,etype,startdate,enddate,styr,eyr,ndeath,locnum\n"
	gtd   = "eventid,iyear,imonth,iday,extended,resolution,gname,attacktype1\n"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{"in order", ged + "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,3\n2,2014,1,1,A,B,1,2,2014-05-09,2014-05-11,3\n", ""},
		{"end first", ged + "1,2014,1,1,A,B,1,2,2014-05-11,2014-05-09,3\n", "1 date_end the event ends on 2014-05-09, 2 days before it starts on 2014-05-11\n"},
		{
			"before GED", ged + "1,1988,1,1,A,B,1,1,1988-12-31,1988-12-31,3\n2,1989,1,1,A,B,1,1,1989-01-01,1989-01-01,3\n",
			"1 date_start the event is dated 1988-12-31, before the dataset starts\n",
		},
		{"no dates at all", ged + "1,2014,1,1,A,B,1,1,,,3\n", ""},
		{"before ACLED", acled + "AAA1,1996-12-30,1996,1,Battles,X,1,10,n,0,1600000000\n", "1 event_date the event is dated 1996-12-30, before the dataset starts\n"},
		{"a week of doubt reaches 1997", acled + "AAA1,1996-12-30,1996,2,Battles,X,1,10,n,0,1600000000\n", ""},
		{"after the edit", acled + "AAA1,2020-09-20,2020,1,Battles,X,1,10,n,0,1600000000\n", // edited on 2020-09-13
			"1 event_date the event is dated 2020-09-20, 7 days after its row was last edited on 2020-09-13\n"},
		{"a day for time zones", acled + "AAA1,2020-09-14,2020,1,Battles,X,1,10,n,0,1600000000\n", ""},
		{"the month of the edit", acled + "AAA1,2020-09-20,2020,3,Battles,X,1,10,n,0,1600000000\n", ""},
		{"no time of an edit", acled + "AAA1,2020-09-20,2020,1,Battles,X,1,10,n,0,12\n", ""},
		{"two-digit years", scad + "20001,2,1,28-Jan-90,2-Feb-90,1990,1990,0,1\n", ""},
		{"SCAD end first", scad + "20001,2,1,28-Jan-90,2-Jan-90,1990,1990,0,1\n", "1 enddate the event ends on 1990-01-02, 26 days before it starts on 1990-01-28\n"},
		{"SCAD of 1989", scad + "20001,2,1,28-Jan-89,28-Jan-89,1989,1989,0,1\n", ""},
		{"GTD of 1993", gtd + "199301020001,1993,1,2,0,,A,1\n", "1 iyear the event is dated 1993-01-02, a year that GTD does not hold\n"},
		{"GTD resolution", gtd + "201401020001,2014,1,2,1,1/1/2014,A,1\n", "1 resolution the event ends on 2014-01-01, 1 day before it starts on 2014-01-02\n"},
		{"GTD resolution in an unknown day", gtd + "201401000001,2014,1,0,1,1/1/2014,A,1\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := checktest.Brief(checktest.Run(t, Rule, c.csv)); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
		})
	}
}

func TestAsOf(t *testing.T) {
	d := checktest.Read(t, ged+"1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,3\n2,2014,1,1,A,B,1,1,2014-06-01,2014-06-01,3\n")
	asOf, _ := record.MakeDay(2014, 5, 31)
	found, _ := check.NewPass(context.Background(), Rule, d, &check.Env{AsOf: asOf}, 0, nil).Run()
	if got, want := checktest.Brief(found), "2 date_start the event is dated 2014-06-01, after the data were obtained on 2014-05-31\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsolatedYear(t *testing.T) {
	rows := func(years ...int) string {
		var b strings.Builder
		b.WriteString(ged)
		id := 0
		for _, y := range years {
			for range 20 {
				id++
				fmt.Fprintf(&b, "%d,%d,1,1,A,B,1,1,%d-05-09,%d-05-09,3\n", id, y, y, y)
			}
		}
		return b.String()
	}
	far := "900,2031,1,1,A,B,1,1,2031-05-09,2031-05-09,3\n"
	if got, want := checktest.Brief(checktest.Run(t, Rule, rows(2010, 2011, 2013)+far)), "61 date_start the event is dated 2031-05-09, 18 years after the last but one year in the file\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, csv := range map[string]string{
		"near":                rows(2010, 2011, 2026) + far,
		"a file with gaps":    rows(1990, 2000, 2010) + far,
		"many rows":           rows(2010, 2011, 2012, 2031),
		"too few to tell":     ged + "1,2010,1,1,A,B,1,1,2010-05-09,2010-05-09,3\n" + far,
		"the only year there": rows(2031, 2031, 2031),
	} {
		if got := checktest.Brief(checktest.Run(t, Rule, csv)); got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A table whose two date columns are swapped is one finding, not one a row.
func TestSwappedColumns(t *testing.T) {
	var b strings.Builder
	b.WriteString(ged)
	for i := range 60 {
		fmt.Fprintf(&b, "%d,2014,1,1,A,B,1,2,2014-05-1%d,2014-05-09,3\n", i+1, i%9)
	}
	found := checktest.Run(t, Rule, b.String())
	if len(found) != 1 || found[0].Row != -1 {
		t.Errorf("%d findings: %s", len(found), checktest.Brief(found))
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
