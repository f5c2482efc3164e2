package att007

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,injured,status,attributed_by_authorities_to,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"fact or not", `I1,market,2011-06-03,Northport,,presented as fact,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,likely did not happen,,Weekly,Weekly,2011-06-04
I3,market,2011-06-03,Northport,,claimed only,,Herald,Herald,2011-06-04`, `error I1 I2 I3 status`, `told as not having happened by Weekly`},
		{"unverified", `I1,market,2011-06-03,Northport,,confirmed,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,hard to verify,,Weekly,Weekly,2011-06-04`, `warning I1 I2 status`, `unverified`},
		{"victims were counted", `I1,market,2011-06-03,Northport,3,confirmed,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,hard to verify,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"nobody tells it as a fact", `I1,market,2011-06-03,Northport,,claimed only,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,likely did not happen,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"another dispute", `I1,market,2011-06-03,Northport,,confirmed,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,motive disputed,,Weekly,Weekly,2011-06-04`, ``, ``},
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
