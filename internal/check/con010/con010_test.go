package con010

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,killed_civilians,injured,locator,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"early report", `I1,market,2011-06-03,Northport,3,,,Daily,Daily,2011-06-03
I2,market,2011-06-03,Northport,7,,,Weekly,Weekly,2011-06-08`, `note I1 I2 killed_civilians`, `3: Daily (I1, 2011-06-03), 7: Weekly (I2, 2011-06-08)`},
		{"still differs", `I1,market,2011-06-03,Northport,3,,,Daily,Daily,2011-06-03
I2,market,2011-06-03,Northport,5,,,Post,Post,2011-06-05
I3,market,2011-06-03,Northport,7,,,Weekly,Weekly,2011-06-08
I4,market,2011-06-03,Northport,9,,,Herald,Herald,2011-06-08`, `warning I1 I2 I3 I4 killed_civilians`, `still differ`},
		{"contradiction is told elsewhere", `I1,market,2011-06-03,Northport,7,,,Daily,Daily,2011-06-03
I2,market,2011-06-03,Northport,3,,,Weekly,Weekly,2011-06-08`, ``, ``},
		{"totals in texts", `I1,market,2011-06-03,Northport,,,ten dead in all,Daily,Daily,2011-06-03
I2,market,2011-06-03,Northport,,,25 dead in all,Weekly,Weekly,2011-06-08`, `note I1 I2 locator`, `total dead 10`},
		{"injured", `I1,market,2011-06-03,Northport,,4,,Daily,Daily,2011-06-03
I2,market,2011-06-03,Northport,,6,,Weekly,Weekly,2011-06-08`, `note I1 I2 injured`, ``},
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
