package con008

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "eventid,ccode,etype,startdate,enddate,styr,eyr,actor1,ndeath,elocal,ilocal,sublocal,locnum,issuenote\n"

func TestCheck(t *testing.T) {
	base := "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,\"North, South\",North,1,3,Shots were heard.\n"
	for _, c := range []struct {
		name, csv, want string
		severity        check.Severity
	}{
		{"agree", base + "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,\"North, South\",South,2,3,Shots were heard.\n", "", 0},
		{"another event", base + "20002,2,9,28-Jan-91,2-Feb-91,1991,1991,Others,1,West,West,1,3,Other words.\n", "", 0},
		{
			"deaths", base + "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,2,\"North, South\",South,2,3,Shots were heard.\n",
			"1 ndeath the 2 rows of event 20001 differ in ndeath: 12, 2 +2\n", check.Error,
		},
		{
			"a missing code", base + "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,-99,\"North, South\",South,2,3,Shots were heard.\n",
			"1 ndeath the 2 rows of event 20001 differ in ndeath: 12, -99 +2\n", check.Error,
		},
		{
			"a date is one finding", base + "20001,2,8,28-Jan-90,3-Feb-91,1990,1991,Rebels,12,\"North, South\",South,2,3,Shots were heard.\n",
			"1 enddate the 2 rows of event 20001 differ in enddate: 2-Feb-90, 3-Feb-91 +2\n", check.Error,
		},
		{"spelling", base + "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,rebels ,12,\"North, South\",South,2,3,Shots were heard.\n", "", 0},
		{
			"words", base + "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,\"North, South\",South,2,3,Jane Roe heard shots.\n",
			"1 issuenote the 2 rows of event 20001 differ in issuenote +2\n", check.Note,
		},
		{
			"numbers", base + "20001,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,\"North, South\",South,3,3,Shots were heard.\n",
			"1 sublocal the 2 rows of event 20001 are numbered 1, 3, not 1 to 2 +2\n", check.Warning,
		},
		{"any order", base + "20003,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,Both,South,2,3,x\n20003,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,Both,South,1,3,x\n", "", 0},
		{
			"only one", "20004,2,8,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,Both,South,2,3,x\n",
			"1 sublocal the only row of event 20004 is place 2 of the event\n", check.Warning,
		},
		{"placeholders", "-20001,2,-9,28-Jan-90,2-Feb-90,1990,1990,Rebels,12,a,a,1,3,x\n-20001,2,-9,28-Jan-91,2-Feb-91,1991,1991,Rebels,13,b,b,1,3,y\n", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, header+c.csv)
			if got := checktest.Brief(found); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
			if len(found) > 0 && found[0].Severity != c.severity {
				t.Errorf("severity %v, want %v", found[0].Severity, c.severity)
			}
			for _, f := range found {
				if strings.Contains(f.Message, "Roe") {
					t.Errorf("quotes a note: %s", f.Message)
				}
			}
		})
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
