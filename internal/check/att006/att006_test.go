package att006

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,perpetrators_as_claimed,claimed_by,attributed_by_authorities_to,injured,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"denied", `I1,market,2011-06-03,Northport,,Taliban,,1,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,,police: no evidence of a Taliban link,1,Weekly,Weekly,2011-06-04`, `warning I2 I1 attributed_by_authorities_to`, `denied or doubted in Weekly`},
		{"accident", `I1,market,2011-06-03,Northport,,Taliban,fire service: gas leak,1,Daily,Daily,2011-06-04`, `warning I1 attributed_by_authorities_to`, `called an accident`},
		{"claimed or not", `I1,market,2011-06-03,Northport,,Taliban,,1,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,Taliban has not claimed,,1,Weekly,Weekly,2012`, `warning I2 I1 claimed_by`, `but not claimed according to Weekly`},
		{"two groups", `I1,market,2011-06-03,Northport,,Taliban,,1,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,Green Valley Brigade,,1,Weekly,Weekly,2011-06-04`, `warning I2 I1 claimed_by`, `two groups`},
		{"whole and part", `I1,market,2011-06-03,Northport,,Islamic State,,1,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,Islamic State Khorasan Province,,1,Weekly,Weekly,2011-06-04`, ``, ``},
		{"not settled yet", `I1,market,2011-06-03,Northport,,Taliban,investigators have not established a cause,1,Daily,Daily,2011-06-04`, `note I1 attributed_by_authorities_to`, `not established`},
		{"no words of a person", `I1,market,2011-06-03,Northport,,Taliban,Able Baker: no evidence of a link,1,Daily,Daily,2011-06-04`, `warning I1 attributed_by_authorities_to`, `denied or doubted in Daily`},
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
