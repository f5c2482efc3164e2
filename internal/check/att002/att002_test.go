package att002

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,perpetrators_as_claimed,claimed_by,attributed_by_authorities_to,injured,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"alone", `I1,market,2011-06-03,Northport,gunmen,Taliban,,1,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,,Taliban (statement),,1,Weekly,Weekly,2011-06-04`, `note I1 I2 claimed_by`, `2 rows repeat`},
		{"without evidence", `I1,market,2011-06-03,Northport,gunmen,Taliban; no evidence,,1,Daily,Daily,2011-06-04`, `warning I1 claimed_by`, `without evidence`},
		{"authorities agree", `I1,market,2011-06-03,Northport,gunmen,Taliban,police: Taliban,1,Daily,Daily,2011-06-04`, ``, ``},
		{"the source agrees", `I1,market,2011-06-03,Northport,Taliban fighters,Taliban,,1,Daily,Daily,2011-06-04`, ``, ``},
		{"a suspicion is not enough", `I1,market,2011-06-03,Northport,suspected Taliban fighters,Taliban,,1,Daily,Daily,2011-06-04`, `note I1 claimed_by`, ``},
		{"disputed is told elsewhere", `I1,market,2011-06-03,Northport,gunmen,Taliban,police: gas leak,1,Daily,Daily,2011-06-04`, ``, ``},
		{"nobody claimed it", `I1,market,2011-06-03,Northport,gunmen,none,,1,Daily,Daily,2011-06-04`, ``, ``},
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
