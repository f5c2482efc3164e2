package tim003

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "id,year,dyad_new_id,type_of_violence,side_a,side_b,where_prec,date_prec,date_start,date_end,source_date,best\n"

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, csv, want, why string }{
		{"after", "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,2014-05-10,3", "", ""},
		{"same day", "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,2014-05-09,3", "", ""},
		{"no date", "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,,3", "", ""},
		{"null of a database", "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,1753-01-01,3", "", ""},
		{"a null among dates", "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,1753-01-01;2014-05-10,3", "", ""},
		{"one of two is enough", "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,2013-01-01;2014-05-10,3", "", ""},
		{"inside the interval", "1,2014,1,1,A,B,1,4,2014-05-01,2014-05-31,2014-05-10,3", "", ""},
		{"day number", "1,2014,1,1,A,B,1,1,2014-01-11,2014-01-11,16081,3", "", ""},
		{
			"a year", "1,2014,1,1,A,B,1,1,2014-11-21,2014-11-21,2013-11-21,3",
			"1 source_date the latest report is of 2013-11-21, 365 days before the event starts on 2014-11-21\n", "exactly one year apart",
		},
		{
			"nearly a year", "1,2014,1,1,A,B,1,1,2014-11-21,2014-11-21,2013-11-23,3",
			"1 source_date the latest report is of 2013-11-23, 363 days before the event starts on 2014-11-21\n", "one year later",
		},
		{
			"swapped", "1,2014,1,1,A,B,1,1,2014-05-03,2014-05-03,2014-03-05,3",
			"1 source_date the latest report is of 2014-03-05, 59 days before the event starts on 2014-05-03\n", "day and month swapped",
		},
		{
			"two lists", "1,2014,1,1,A,B,1,1,2014-05-20,2014-05-20,2014-05-01;2014-05-03,3",
			"1 source_date the latest report is of 2014-05-03, 17 days before the event starts on 2014-05-20\n", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, header+c.csv+"\n")
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
	found := checktest.Run(t, Rule, header+"1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,2014-05-08,3\n")
	if len(found) != 1 || found[0].Severity != check.Note {
		t.Errorf("%+v", found)
	}
}

func TestLate(t *testing.T) {
	csv := header + "1,2014,1,1,A,B,1,1,2010-05-09,2010-05-09,2014-05-08,3\n2,2014,1,1,A,B,1,1,2010-05-09,2010-05-09,2010-05-10,3\n"
	if got, want := checktest.Brief(checktest.Run(t, Rule, csv)), "0 source_date 1 event (50 %) first reported more than 730 days after the last possible day, the slowest after 1,460 days +1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := checktest.Brief(checktest.Run(t, Rule, csv, map[string]any{"late_days": 0})); got != "" {
		t.Errorf("got %q", got)
	}
}

// A report can't be dated after the data was made. GED Syria (19.1) holds such dates: 280092 is "2919-02-06".
func TestFuture(t *testing.T) {
	csv := header + "1,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,2914-05-10,3\n2,2014,1,1,A,B,1,1,2014-05-09,2014-05-09,2014-05-10,3\n"
	if got, want := checktest.Brief(checktest.Run(t, Rule, csv)), "1 source_date a report is dated 2914-05-10, after the data can have been made\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
