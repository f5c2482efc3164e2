package tim005

import (
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "eventid,iyear,imonth,iday,gname,attacktype1\n"

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name, csv, want string
		severity        check.Severity
	}{
		{"same day", "201403040001,2014,3,4,A,1\n", "", 0},
		{"a week", "201403040001,2014,3,11,A,1\n", "", 0},
		{"31 days", "201403040001,2014,4,4,A,1\n", "", 0},
		{"32 days", "201403040001,2014,4,5,A,1\n", "1 eventid the identifier carries 2014-03-04, 32 days from the event's date 2014-04-05\n", check.Note},
		{"over New Year", "201412310001,2015,1,1,A,1\n", "", 0},
		{"another year", "201203040001,2014,3,4,A,1\n", "1 eventid the identifier carries 2012-03-04, 730 days from the event's date 2014-03-04\n", check.Warning},
		{"printed as a decimal", "201203040001.0,2014,3,4,A,1\n", "1 eventid the identifier carries 2012-03-04, 730 days from the event's date 2014-03-04\n", check.Warning},
		{"unknown day", "201403000001,2014,4,5,A,1\n", "", 0},
		{"unknown month", "201400000001,2014,4,5,A,1\n", "", 0},
		{"unknown day of the event", "201403040001,2014,3,0,A,1\n", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, header+c.csv)
			if got := checktest.Brief(found); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			if len(found) > 0 && found[0].Severity != c.severity {
				t.Errorf("severity %v, want %v", found[0].Severity, c.severity)
			}
		})
	}
}

func TestOtherIdentifiers(t *testing.T) {
	if _, skipped := checktest.Try(t, Rule, header+"17,2014,3,4,A,1\n18,2014,3,4,A,1\n"); skipped == "" {
		t.Error("numbers without dates were judged")
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
