package con007

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	acled = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,interaction,notes,fatalities\n"
	gtd   = "eventid,iyear,imonth,iday,gname,attacktype1,summary,nkill\n"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, csv, want, why string }{
		{"agrees", acled + "A1,2020-04-03,2020,1,Battles,X,1,10,\"On 3 April 2020, shots were heard.\",0\n", "", ""},
		{"no date", acled + "A1,2020-04-03,2020,1,Battles,X,1,10,\"Shots were heard on 5 April 2020.\",0\n", "", ""},
		{
			"swapped", acled + "A1,2020-03-04,2020,1,Battles,X,1,10,\"On 3 April 2020, shots were heard.\",0\n",
			"1 event_date the note opens with 2020-04-03, 30 days from the coded date 2020-03-04\n", "day and month swapped",
		},
		{
			"another month", acled + "A1,2005-01-06,2005,1,Battles,X,1,10,\"On 6 June 2005, shots were heard.\",0\n",
			"1 event_date the note opens with 2005-06-06, 151 days from the coded date 2005-01-06\n", "another month",
		},
		{
			"another year", acled + "A1,2019-04-03,2019,1,Battles,X,1,10,\"3 April 2020: shots were heard.\",0\n",
			"1 event_date the note opens with 2020-04-03, 366 days from the coded date 2019-04-03\n", "one year apart",
		},
		{
			"digits", acled + "A1,2020-01-12,2020,1,Battles,X,1,10,\"On 21 January 2020, shots were heard.\",0\n",
			"1 event_date the note opens with 2020-01-21, 9 days from the coded date 2020-01-12\n", "digits of the day",
		},
		{"within a week", acled + "A1,2020-04-05,2020,2,Battles,X,1,10,\"On 3 April 2020, shots were heard.\",0\n", "", ""},
		{"within a month", acled + "A1,2020-04-15,2020,3,Battles,X,1,10,\"On 3 April 2020, shots were heard.\",0\n", "", ""},
		{"GTD, month first", gtd + "202004030001,2020,4,3,A,2,04/03/2020: Shots were heard.,0\n", "", ""},
		{
			"GTD, a week off", gtd + "200209020005,2002,9,9,A,2,09/02/2002: Shots were heard.,0\n",
			"1 iyear the note opens with 2002-09-02, 7 days from the coded date 2002-09-09\n", "",
		},
		{"GTD, unknown day", gtd + "202004000001,2020,4,0,A,2,04/03/2020: Shots were heard.,0\n", "", ""},
		{"GTD, unknown day in the note", gtd + "202004030001,2020,4,3,A,2,04/00/2020: Shots were heard.,0\n", "", ""},
		{
			"GTD, a year to come", gtd + "201401210019,2014,1,21,A,2,01/21/2104: Shots were heard.,0\n",
			"1 iyear the note opens with 2104-01-21, 32,871 days from the coded date 2014-01-21\n", "another year",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, c.csv)
			if got := checktest.Brief(found); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			if len(found) > 0 && !strings.Contains(found[0].Why, c.why) {
				t.Errorf("why %q does not say %q", found[0].Why, c.why)
			}
		})
	}
}

func TestOneDayIsANote(t *testing.T) {
	found := checktest.Run(t, Rule, acled+"A1,2020-04-04,2020,1,Battles,X,1,10,\"On 3 April 2020, shots were heard.\",0\n")
	if len(found) != 1 || found[0].Severity != check.Note {
		t.Errorf("%+v", found)
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
