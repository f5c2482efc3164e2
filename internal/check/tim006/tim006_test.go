package tim006

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,event_type,locator,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"one day", `I1,market,2011-06-03,Northport,,,Daily,Daily,2011-06-04
I2,market,2011-06-04,Northport,,shortly before midnight,Weekly,Weekly,2011-06-04
I3,market,2011-06-03,Northport,,,Herald,Herald,2011-06-04`, `warning I2 I1 I3 date_claimed`, `1 day apart`},
		{"hint", `I1,market,2011-06-03,Northport,,,Daily,Daily,2011-06-04
I2,market,2011-06-04,Northport,,23:30 local time,Weekly,Weekly,2011-06-04`, `warning I2 I1 date_claimed`, `the remark on I2`},
		{"ten days", `I1,market,2011-06-03,Northport,,,Daily,Daily,2011-06-04
I2,market,2011-06-13,Northport,,,Weekly,Weekly,2011-06-04`, `error I2 I1 date_claimed`, `10 days apart`},
		{"a month holds its days", `I1,market,2011-06-03,Northport,,,Daily,Daily,2011-06-04
I2,market,2011-06,Northport,,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"an interval", `I1,market,2011-06-03,Northport,,,Daily,Daily,2011-06-04
I2,market,2011-06-03/2011-06-04,Northport,,,Weekly,Weekly,2011-06-04`, ``, ``},
		{"the month is not part of it", `I1,market,2011-06-03,Northport,,,Daily,Daily,2011-06-04
I2,market,2011-06,Northport,,,Weekly,Weekly,2011-06-04
I3,market,2011-06-05,Northport,,,Herald,Herald,2011-06-04`, `error I3 I1 date_claimed`, ``},
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
