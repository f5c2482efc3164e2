package con011

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,killed_perpetrators,perpetrators_as_claimed,locator,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"number", `I1,market,2011-06-03,Northport,,one gunman,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,at least three gunmen,,Weekly,Weekly,2011-06-04`, `warning I2 I1 perpetrators_as_claimed`, `number of attackers`},
		{"compatible", `I1,market,2011-06-03,Northport,,at least two gunmen,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,three gunmen,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"told by the dead", `I1,market,2011-06-03,Northport,2,two gunmen,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,3,three gunmen,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"ages", `I1,market,2011-06-03,Northport,,teenagers aged 11-16,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,teenagers aged 11-17,,Weekly,Weekly,2011-06-04`, `warning I2 I1 perpetrators_as_claimed`, `age of the attackers`},
		{"an age inside of the range", `I1,market,2011-06-03,Northport,,teenagers aged 11-16,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,a 12-year-old,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"corrected birth year", `I1,market,2011-06-03,Northport,,,attacker b. 1984,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,,birth year corrected from 1984 to 1988,Weekly,Weekly,2011-06-04`, `warning I2 I1 locator`, `corrects 1984`},
		{"two voices of one source", `I1,market,2011-06-03,Northport,,at least seven fighters,governor: six attackers,Daily,Daily,2011-06-04`, `note I1 perpetrators_as_claimed`, `different voices`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got, texts []string
			for _, f := range checktest.Case(t, Rule, map[string]string{"incidents": header + c.rows + "\n"}) {
				got = append(got, checktest.Cells(f))
				texts = append(texts, f.Message+" / "+f.Why)
				if f.Why == "" || f.Help == "" || strings.HasSuffix(f.Message, ".") {
					t.Errorf("message: %+v", f)
				}
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q\n%s", s, c.want, strings.Join(texts, "\n"))
			}
			if all := strings.Join(texts, "\n"); !strings.Contains(all, c.says) {
				t.Errorf("%q does not say %q", all, c.says)
			}
		})
	}
}
