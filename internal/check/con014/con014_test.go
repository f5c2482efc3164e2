package con014

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,killed_security,injured,claimed_by,attributed_by_authorities_to,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"party against authorities", `I1,market,2011-06-03,Northport,2,,Green Front: four killed,ministry: two killed,Daily,Daily,2011-06-04`, `warning I1 claimed_by`, `speaks of 4 killed, the authorities say 2`},
		{"party against the column", `I1,market,2011-06-03,Northport,2,,Green Front: nine soldiers killed,,Daily,Daily,2011-06-04`, `warning I1 claimed_by`, `the row itself counts 2`},
		{"they agree", `I1,market,2011-06-03,Northport,2,,Green Front: two killed,ministry: two killed,Daily,Daily,2011-06-04`, ``, ``},
		{"told by other sources", `I1,market,2011-06-03,Northport,2,,Green Front: four killed,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,4,,,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"injured", `I1,market,2011-06-03,Northport,2,1,Green Front: six wounded,,Daily,Daily,2011-06-04`, `warning I1 claimed_by`, `6 injured`},
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
