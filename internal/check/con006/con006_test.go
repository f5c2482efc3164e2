package con006

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	acled = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,interaction,notes,fatalities\n"
	gtd   = "eventid,iyear,imonth,iday,gname,attacktype1,multiple,summary,nkill\n"
)

func row(id, kind, note, dead string) string {
	return id + ",2014-05-15,2014,1," + kind + ",X,1,10,\"" + note + "\"," + dead + "\n"
}

func TestCheck(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{"agrees", acled + row("A1", "Battles", "Gunmen killed 15.", "15"), ""},
		{"nothing stated", acled + row("A1", "Battles", "Gunmen attacked a bus.", "15"), ""},
		{"no number coded", acled + row("A1", "Battles", "Gunmen killed 15.", ""), ""},
		{"swapped digits", acled + row("A1", "Battles", "Gunmen killed 15.", "51"), "1 fatalities 51 dead coded, but the note states 15\n"},
		{"none coded", acled + row("A1", "Battles", "Gunmen killed 15.", "0"), "1 fatalities 0 dead coded, but the note states 15\n"},
		{"inside a range", acled + row("A1", "Battles", "Between 10 and 15 were killed.", "12"), ""},
		{"outside a range", acled + row("A1", "Battles", "Between 10 and 15 were killed.", "16"), "1 fatalities 16 dead coded, but the note states 10 to 15\n"},
		{"at least", acled + row("A1", "Battles", "At least 10 were killed.", "16"), ""},
		{"less than at least", acled + row("A1", "Battles", "At least 10 were killed.", "6"), "1 fatalities 6 dead coded, but the note states at least 10\n"},
		{"more than up to", acled + row("A1", "Battles", "Up to 10 were killed.", "16"), "1 fatalities 16 dead coded, but the note states at most 10\n"},
		{"sum of two", acled + row("A1", "Battles", "Two soldiers and 3 rebels were killed.", "5"), ""},
		{"no casualties", acled + row("A1", "Battles", "There were no casualties.", "2"), "1 fatalities 2 dead coded, but the note says that nobody was killed\n"},
		{"a note on two rows", acled + row("A1", "Battles", "Gunmen killed 15.", "7") + row("A2", "Battles", "Gunmen killed 15.", "8"), ""},
		{"one total on two rows", acled + row("A1", "Battles", "Gunmen killed 15 in one town.", "7") + row("A2", "Battles", "Gunmen killed 15 in another.", "8"), ""},
		{"protest over deaths", acled + row("A1", "Protests", "Students marched. Police had killed 15.", "0"), ""},
		{"protest with more dead than stated", acled + row("A1", "Protests", "Police killed 2.", "20"), "1 fatalities 20 dead coded, but the note states 2\n"},
		{"shared total in GTD", gtd + "201405150001,2014,5,15,A,2,1,05/15/2014: Gunmen killed 15.,7.5\n", ""},
		{"series in GTD", gtd + "201405150001,2014,5,15,A,2,1,05/15/2014: Gunmen killed 15.,7\n", ""},
		{"GTD", gtd + "201405150001,2014,5,15,A,2,0,05/15/2014: Gunmen killed 15.,7\n", "1 nkill 7 dead coded, but the note states 15\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := checktest.Brief(checktest.Run(t, Rule, c.csv)); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
		})
	}
}

// Notes name people: nothing of them may be repeated.
func TestQuotesNothing(t *testing.T) {
	for _, f := range checktest.Run(t, Rule, acled+row("A1", "Battles", "Gunmen led by Jane Roe killed 15.", "51")) {
		if s := f.Message + f.Why + f.Help + f.Found + f.Expected; strings.Contains(s, "Roe") || strings.Contains(s, "Gunmen") {
			t.Errorf("the finding quotes the note: %s", s)
		}
	}
}

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }
