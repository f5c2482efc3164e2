package con001

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,killed_security,killed_perpetrators,injured,event_type,status,locator,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"agree", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,3,,,,,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"dead", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,7,,,,,,Weekly,Weekly,2011-06-04
I3,market,2011-06-03,Northport,3,,,,,,Herald,Herald,2011-06-04`, `error I2 I1 I3 killed_security`, `3 by 2 independent origins and 7 by 1 independent origin`},
		{"injured", `I1,market,2011-06-03,Northport,,,10,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,,11,,,,Weekly,Weekly,2011-06-04`, `warning I2 I1 injured`, `10 and 11`},
		{"small against the number", `I1,market,2011-06-03,Northport,,,301,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,,303,,,,Weekly,Weekly,2011-06-04`, `note I2 I1 injured`, `small`},
		{"missing", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,,,,,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"growing is told elsewhere", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-03
I2,market,2011-06-03,Northport,7,,,,,,Weekly,Weekly,2011-06-08`, ``, ``},
		{"undated", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,7,,,,,,Weekly,Weekly,n.d.`, `warning I2 I1 killed_security`, `cannot be ruled out`},
		{"translation", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,7,,,,translation error likely,,Weekly,Weekly,2011-06-04`, `warning I2 I1 killed_security`, `error of translation`},
		{"two attacks together", `I1,market,2011-06-03,Northport,3,,,,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,7,,,two attacks,,,Weekly,Weekly,2011-06-04`, `warning I2 I1 killed_security`, `more than one attack`},
		{"total in the text", `I1,market,2011-06-03,Northport,,,,,,ten dead in all,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,,,,,at least twelve dead in all,Weekly,Weekly,2011-06-04`, `error I2 I1 locator`, `all dead`},
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
