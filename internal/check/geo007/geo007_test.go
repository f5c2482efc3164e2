package geo007

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const header = "claim_id,incident_key,date_claimed,place,lat,lon,coord_source,source_id,source_publisher,source_date\n"

func TestCase(t *testing.T) {
	for _, c := range []struct{ name, rows, want, says string }{
		{"swapped", `I1,market,2011-06-03,Northport,10.0,20.0,,Daily,Daily,2011-06-04
I2,bridge,2011-06-03,Southbay,12.0,20.0,,Weekly,Weekly,2011-06-04
I3,road,2009-01-02,Northport road,12.1,20.0,,Herald,Herald,2011-06-04`, `warning I1 I2 lat`, `probably swapped`},
		{"swapped by data and remark", `I1,market,2011-06-03,Northport,10.0,20.0,map (swapped with bridge),Daily,Daily,2011-06-04
I2,bridge,2011-06-03,Southbay,12.0,20.0,,Weekly,Weekly,2011-06-04
I3,road,2009-01-02,Northport road,12.1,20.0,,Herald,Herald,2011-06-04`, `error I1 I2 lat`, `a remark in the rows says so`},
		{"in place", `I1,market,2011-06-03,Northport,12.0,20.0,,Daily,Daily,2011-06-04
I2,bridge,2011-06-03,Southbay,10.0,20.0,,Weekly,Weekly,2011-06-04
I3,road,2009-01-02,Northport road,12.1,20.0,,Herald,Herald,2011-06-04`, ``, ``},
		{"far in time", `I1,market,2011-06-03,Northport,10.0,20.0,,Daily,Daily,2011-06-04
I2,bridge,2010-01-01,Southbay,12.0,20.0,,Weekly,Weekly,2011-06-04
I3,road,2009-01-02,Northport road,12.1,20.0,,Herald,Herald,2011-06-04`, ``, ``},
		{"the other one fits its own place", `I1,market,2011-06-03,Northport,10.0,20.0,,Daily,Daily,2011-06-04
I2,bridge,2011-06-03,Southbay,12.0,20.0,,Weekly,Weekly,2011-06-04
I3,road,2009-01-02,Northport road,12.1,20.0,,Herald,Herald,2011-06-04
I4,camp,2009-01-02,Southbay,12.0,20.1,,Herald,Herald,2011-06-04`, ``, ``},
		{"claims far apart", `I1,market,2011-06-03,Northport,10.0,20.0,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,11.0,20.0,,Weekly,Weekly,2011-06-04`, `warning I2 I1 lat`, `111 km apart`},
		{"claims close", `I1,market,2011-06-03,Northport,10.0,20.0,,Daily,Daily,2011-06-04
I2,market,2011-06-03,Northport,10.05,20.0,,Weekly,Weekly,2011-06-04`, ``, ``},
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
