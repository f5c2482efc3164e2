package con012

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,killed_civilians,killed_security,locator,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"civilian or not", `I1,market,2011-06-03,Northport,1,,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,1,,Weekly,Weekly,2011-06-04`, `warning I2 I1 killed_security`, `one of the security forces: Weekly`},
		{"two services", `I1,market,2011-06-03,Northport,,1,a border guard killed,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,1,ABC member killed,Weekly,Weekly,2011-06-04`, `warning I1 I2 locator`, `member of a service (ABC)`},
		{"spellings", `I1,market,2011-06-03,Northport,,1,a policeman killed,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,1,police officer killed,Weekly,Weekly,2011-06-04`, ``, ``},
		{"several victims may have several roles", `I1,market,2011-06-03,Northport,,3,a border guard killed,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,3,ABC member killed,Weekly,Weekly,2011-06-04`, ``, ``},
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
