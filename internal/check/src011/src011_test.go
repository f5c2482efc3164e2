package src011

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestOneArticle(t *testing.T) {
	long := "Courier,2021-12-30,The year in Ostra: a review of all incidents"
	rows := func(n int, article string) []sample.Event {
		var out []sample.Event
		for i := range n {
			out = append(out, sample.Event{Date: []string{"2021-03-04", "2021-05-11"}[i%2], Lat: []string{"12.5", "12.7", "12.9"}[i%3], Deaths: "2", Article: article})
		}
		return out
	}
	for _, c := range []struct{ name, csv, want string }{
		{"four", sample.GED(rows(4, long)...), ""},
		{"five", sample.GED(rows(5, long)...), "1 source_article one reference stands behind 5 rows, 2021-03-04 to 2021-05-11, 3 places, 10 deaths +2 +3 +4 +5"},
		{"gtd", sample.GTD(rows(6, long)...), "1 scite1 one reference stands behind 6 rows, 2021-03-04 to 2021-05-11, 3 places, 12 deaths +2 +3 +4 +5 +6"},
		{"none", sample.GED(rows(9, sample.Blank)...), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSpace(checktest.Brief(checktest.Run(t, Rule, c.csv))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	found := checktest.Run(t, Rule, sample.GED(rows(5, "Reuters 25/2-09")...))
	if len(found) != 1 || found[0].Confidence != 0.5 || !strings.Contains(found[0].Why, "short") {
		t.Errorf("a short reference: got %+v", found)
	}
}
