package tim002

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
	"github.com/assaydata/assay/internal/record"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

// days makes a table with two or three events on each day of some years, and more on days of the caller's choice.
func days(from, years int, more func(y, m, d, weekday int) (n int, precision string)) string {
	var events []sample.Event
	start, _ := record.MakeDay(from, 1, 1)
	end, _ := record.MakeDay(from+years, 1, 1)
	for day := start; day < end; day++ {
		y, m, d := day.Date()
		n := 2 + int(day*7%5)/3
		for range n {
			events = append(events, sample.Event{Date: day.String()})
		}
		extra, precision := more(y, m, d, day.Weekday())
		for range extra {
			events = append(events, sample.Event{Date: day.String(), TimePrec: precision})
		}
	}
	return sample.ACLED(events...)
}

func keys(found []check.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Key)
	}
	return strings.Join(out, ", ")
}

func TestHeaps(t *testing.T) {
	for _, c := range []struct {
		name  string
		years int
		more  func(y, m, d, weekday int) (int, string)
		want  string
	}{
		{"nothing", 3, func(y, m, d, w int) (int, string) { return 0, "" }, ""},
		{"the 15th, coded to the day", 3, func(y, m, d, w int) (int, string) { return when(d == 15, 3), "1" }, "day 15"},
		{"the 15th, coded to the month, is where the codebook puts it", 3, func(y, m, d, w int) (int, string) { return when(d == 15, 3), "3" }, ""},
		{"the 1st", 3, func(y, m, d, w int) (int, string) { return when(d == 1 && m > 1, 4), "1" }, "day 1"},
		{"the last day", 3, func(y, m, d, w int) (int, string) { return when(d == record.DaysIn(y, m), 3), "1" }, "last day"},
		{"New Year", 6, func(y, m, d, w int) (int, string) { return when(d == 1 && m == 1, 20), "1" }, "1 January"},
		{"Fridays", 3, func(y, m, d, w int) (int, string) { return when(w == 5, 3), "1" }, "Friday"},
		{"quiet weekends make no busy weekday", 3, func(y, m, d, w int) (int, string) { return when(w != 0 && w != 6, 2), "1" }, ""},
		{"another day of the month", 3, func(y, m, d, w int) (int, string) { return when(d == 9, 3), "1" }, ""},
		{"one day of many events", 3, func(y, m, d, w int) (int, string) { return when(y == 2011 && m == 3 && d == 15, 300), "1" }, ""},
		{"too few more", 3, func(y, m, d, w int) (int, string) { return when(d == 15 && m%2 == 0, 1), "1" }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, days(2010, c.years, c.more))
			if got := keys(found); got != c.want {
				t.Errorf("got %q, want %q\n%s", got, c.want, checktest.Brief(found))
			}
			for _, f := range found {
				if s := f.Stat; s == nil || s.Adjusted >= 0.01 || s.Effect < 0.25 || s.Tests < 10 || f.Row != -1 {
					t.Errorf("evidence: %+v", f.Stat)
				}
			}
		})
	}
}

func when(ok bool, n int) int {
	if ok {
		return n
	}
	return 0
}

func TestMessage(t *testing.T) {
	found := checktest.Run(t, Rule, days(2010, 3, func(y, m, d, w int) (int, string) { return when(d == 15, 3), "1" }))
	if len(found) != 1 {
		t.Fatal(checktest.Brief(found))
	}
	want := "195 events coded to the day lie on the 15th, 2.2 times as many as the days around lead to expect"
	if found[0].Message != want {
		t.Errorf("got %q, want %q", found[0].Message, want)
	}
}

// A table that knows months only, written as the 1st of each.
func TestMonthsAsDays(t *testing.T) {
	var b strings.Builder
	b.WriteString("incident,date,killed\n")
	for i := range 240 {
		fmt.Fprintf(&b, "%d,20%02d-%02d-01,%d\n", i+1, 10+i/48, i/4%12+1, i%7)
	}
	if got := keys(checktest.Run(t, Rule, b.String())); got != "day 1" {
		t.Errorf("got %q", got)
	}
}

func TestShort(t *testing.T) {
	if _, skipped := checktest.Try(t, Rule, sample.ACLED(sample.Event{Date: "2011-03-15"}, sample.Event{Date: "2011-05-15"})); skipped == "" {
		t.Error("two months were judged")
	}
}
