package cov007

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func rows(n int, of func(i int) (sources, deaths string)) (out []sample.Event) {
	for i := range n {
		s, d := of(i)
		out = append(out, sample.Event{Date: fmt.Sprintf("201%d-03-02", i%3), Sources: s, Deaths: d})
	}
	return out
}

func TestFindings(t *testing.T) {
	outlet := func(i int) string { return fmt.Sprintf("Outlet %d", i%9) }
	for _, c := range []struct {
		name string
		of   func(i int) (sources, deaths string)
		n    int
		want string
	}{
		{"one in six of ten", func(i int) (string, string) {
			if i%10 < 6 {
				return "Ostra Monitor", "2"
			}
			return outlet(i), "2"
		}, 600, `"Ostra Monitor" is named in 60 % of the 600 rows that name a source, and is the only one in 60 %`},
		{"beside others", func(i int) (string, string) {
			if i%10 < 6 {
				return "ostra monitor; " + outlet(i), "2"
			}
			return outlet(i), "2"
		}, 600, `"ostra monitor" is named in 60 % of the 600 rows that name a source, and is the only one in 0 %`},
		{"a broad mix", func(i int) (string, string) { return outlet(i), "2" }, 600, ""},
		{"over the limit by chance", func(i int) (string, string) {
			if i%100 < 41 {
				return "Ostra Monitor", "2"
			}
			return outlet(i), "2"
		}, 600, ""},
		{"in most deaths but few rows", func(i int) (string, string) {
			if i%10 == 3 {
				return "Ostra Monitor", "60"
			}
			return outlet(i), "2"
		}, 600, `rows that name "Ostra Monitor" hold 77 % of the deaths`},
		{"one event of many deaths is no pattern", func(i int) (string, string) {
			if i == 3 {
				return outlet(i), "900"
			}
			return outlet(i), "1"
		}, 600, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, sample.ACLED(rows(c.n, c.of)...))
			got := ""
			if len(found) > 0 {
				got = found[0].Message
			}
			if got != c.want || len(found) > 1 {
				t.Errorf("got  %s\nwant %s", checktest.Brief(found), c.want)
			}
		})
	}
}

func TestYears(t *testing.T) {
	found := checktest.Run(t, Rule, sample.GED(rows(600, func(i int) (string, string) {
		if i%3 > 0 {
			return "Ostra Monitor", "2"
		}
		return fmt.Sprintf("Outlet %d", i%9), "2"
	})...))
	if len(found) != 1 || !strings.Contains(found[0].Why, "over 40 % of rows in 2 of 3 years (least 0 % in 2010, most 100 % in 2011)") {
		t.Errorf("%s %v", checktest.Brief(found), found)
	}
}

// Sources of one reach: the layout of the sample writes National for every row, so that one other is needed to compare.
func TestReach(t *testing.T) {
	csv := sample.ACLED(rows(600, func(i int) (string, string) { return fmt.Sprintf("Outlet %d", i%9), "2" })...)
	if found := checktest.Run(t, Rule, csv); len(found) > 0 {
		t.Errorf("a column of one value says nothing: %s", checktest.Brief(found))
	}
	found := checktest.Run(t, Rule, strings.Replace(csv, ",National,", ",Subnational,", 20))
	if len(found) != 1 || found[0].Message != `97 % of the 600 rows rest on sources of one reach: "National"` {
		t.Error(checktest.Brief(found))
	}
	if found := checktest.Run(t, Rule, strings.Replace(csv, ",National,", ",Subnational,", 200)); len(found) > 0 {
		t.Error(checktest.Brief(found))
	}
}

func TestDeclines(t *testing.T) {
	for _, csv := range []string{
		sample.SCAD(rows(600, func(int) (string, string) { return "AP", "0" })...),
		sample.ACLED(rows(50, func(int) (string, string) { return "Ostra Monitor", "0" })...),
	} {
		if found, skipped := checktest.Try(t, Rule, csv); skipped == "" {
			t.Errorf("judged: %s", checktest.Brief(found))
		}
	}
}
