package fact_test

import (
	"fmt"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// Two datasets agree on an event where any of their records do, in whatever order these stand.
func TestAnyRecordAgrees(t *testing.T) {
	for _, dead := range [][2]string{{"10", "50"}, {"50", "10"}} {
		for _, first := range []string{"1", "2"} {
			var lines []string
			for i, n := range dead {
				lines = append(lines, ged{id: fmt.Sprint(first, i), best: n, low: n, high: n, article: fmt.Sprintf(`Punch %d March 2014 "Report number %d on the town`, 7+i, i)}.line())
			}
			r := linked([]*record.Dataset{dataset(t, "acled", acledHead, acled{id: "NIG1", source: "Vanguard", dead: "10"}.line()), dataset(t, "ged", gedHead, lines...)})
			s := summaryOf(t, r)
			for _, a := range s.Agreement {
				if a.Field == fact.Deaths && (a.Compare != 1 || a.Agree != 1) {
					t.Errorf("%v: %+v", dead, a)
				}
			}
		}
	}
}
