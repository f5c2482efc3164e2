package src005

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

// many returns n rows over the years 2018 to 2021.
func many(n int) []sample.Event {
	var out []sample.Event
	for i := range n {
		out = append(out, sample.Event{Date: fmt.Sprintf("%d-03-04", 2018+i%4)})
	}
	return out
}

func TestMissingSource(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(...sample.Event) string
		blank func(i int, e *sample.Event)
		want  string
	}{
		{"complete", sample.ACLED, func(int, *sample.Event) {}, ""},
		{"two sources", sample.ACLED, func(i int, e *sample.Event) {
			if i == 7 || i == 90 {
				e.Sources = sample.Blank
			}
		}, "8 source the row names no source\n91 source the row names no source"},
		{"one note", sample.ACLED, func(i int, e *sample.Event) {
			if i == 3 {
				e.Note = sample.Blank
			}
		}, "4 notes the row has no description"},
		{"a year", sample.ACLED, func(i int, e *sample.Event) {
			if e.Date[:4] == "2019" {
				e.Sources = sample.Blank
			}
		}, "0 source 50 of 200 rows (25 %) name no source +2 +6 +10 +14 +18"},
		{"ged, before sources were structured", sample.GED, func(i int, e *sample.Event) {
			if i < 60 {
				e.Number, e.Sources = "-1", sample.Blank
			}
		}, "0 number_of_sources 60 of 200 rows (30 %) have no structured source: office, date and headline are not given +1 +2 +3 +4 +5"},
		{"gtd, no citation", sample.GTD, func(i int, e *sample.Event) {
			if i == 0 {
				e.Article = sample.Blank
			}
		}, "1 scite1 the row cites no article"},
	} {
		t.Run(c.name, func(t *testing.T) {
			events := many(200)
			for i := range events {
				c.blank(i, &events[i])
			}
			if got := strings.TrimSpace(checktest.Brief(checktest.Run(t, Rule, c.write(events...)))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestYears(t *testing.T) {
	events := many(200)
	for i := range events {
		if i%4 == 1 || i%4 == 2 && i < 100 {
			events[i].Sources = sample.Blank
		}
	}
	found := checktest.Run(t, Rule, sample.ACLED(events...))
	want := "most in 2019 100 %, 2020 50 % and 2018 0 %, least in 2021 0 %"
	if len(found) != 1 || !strings.HasPrefix(found[0].Why, want) {
		t.Errorf("got %+v", found)
	}
}

func TestNothingToSearch(t *testing.T) {
	_, skipped := checktest.Try(t, Rule, "a,b\n1,2\n")
	if skipped == "" {
		t.Error("the rule ran on a table without columns for sources")
	}
}
