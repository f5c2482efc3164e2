package cov004

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

// monthly makes events spread over the days of each month of some years, as many as the caller says; months count from 0.
func monthly(from, years int, n func(month int) int) (out []sample.Event) {
	for m := range years * 12 {
		events := n(m)
		for i := range events {
			out = append(out, sample.Event{Date: fmt.Sprintf("%04d-%02d-%02d", from+m/12, m%12+1, 1+i*record.DaysIn(from+m/12, m%12+1)/events)})
		}
	}
	return out
}

func keys(found []check.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Key)
	}
	return strings.Join(out, ", ")
}

// except is n events a month, with small ups and downs, and none in some months.
func except(n int, gone ...int) func(int) int {
	return func(m int) int {
		for _, g := range gone {
			if g == m {
				return 0
			}
		}
		return n + m*5%7 - 3
	}
}

func TestGaps(t *testing.T) {
	episodes := func(m int) int {
		if m/6%2 == 0 {
			return 4
		}
		return m % 2
	}
	for _, c := range []struct {
		name   string
		events []sample.Event
		want   string
	}{
		{"none", monthly(2001, 8, except(30)), ""},
		{"a month", monthly(2001, 8, except(30, 40)), "dataset 2004-05"},
		{"two gaps", monthly(2001, 8, except(30, 30, 60, 61)), "dataset 2003-07, dataset 2006-01"},
		{"the first year and the last are edges", monthly(2001, 8, except(30, 0, 1, 2, 3, 94, 95)), ""},
		{"too near to the edge", monthly(2001, 8, except(30, 5)), ""},
		{"too few events to miss them", monthly(2001, 8, except(4, 40)), ""},
		{"a sparse series", monthly(2001, 8, func(m int) int { return m % 5 / 4 }), ""},
		{"a conflict that pauses every half-year", monthly(2001, 8, episodes), ""},
		{"a war that ended, with few events after it", monthly(2001, 8, func(m int) int { return map[bool]int{true: 40, false: m % 20 / 19}[m < 40] }), ""},
		{"some on every day", monthly(2001, 2, except(280)), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, sample.ACLED(c.events...))
			if got := keys(found); got != c.want {
				t.Errorf("got %q, want %q\n%s", got, c.want, checktest.Brief(found))
			}
			for _, f := range found {
				if s := f.Stat; s == nil || s.Adjusted >= 0.01 || s.Effect < 20 || s.Tests < 1000 {
					t.Errorf("evidence: %+v", f.Stat)
				}
			}
		})
	}
}

func TestDays(t *testing.T) {
	var events []sample.Event
	for _, e := range monthly(2001, 2, func(m int) int { return 280 + m*5%7 }) {
		if e.Date < "2001-11-09" || e.Date > "2001-11-12" {
			events = append(events, e)
		}
	}
	found := checktest.Run(t, Rule, sample.ACLED(events...))
	if got := keys(found); got != "day 2001-11-09" {
		t.Fatalf("got %q\n%s", got, checktest.Brief(found))
	}
	if want := "no event is dated to 2001-11-09 to 2001-11-12 (4 days), where about 37 are to be expected"; found[0].Message != want {
		t.Errorf("got %q, want %q", found[0].Message, want)
	}
}

// The year that GTD lost is found like any other gap; what the codebook says of it is added.
func TestReason(t *testing.T) {
	year := []int{36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47}
	for _, c := range []struct {
		from int
		want bool
	}{{1990, true}, {2000, false}} {
		found := checktest.Run(t, Rule, sample.GTD(monthly(c.from, 8, except(30, year...))...))
		if got := keys(found); got != fmt.Sprintf("dataset %d-01", c.from+3) {
			t.Fatalf("got %q", got)
		}
		if got := strings.Contains(found[0].Why, "lost the records of 1993"); got != c.want {
			t.Errorf("from %d: %s", c.from, found[0].Why)
		}
		want := fmt.Sprintf("no event is dated to %d-01 to %d-12 (12 months), where about ", c.from+3, c.from+3)
		if !strings.HasPrefix(found[0].Message, want) {
			t.Errorf("got %q", found[0].Message)
		}
	}
}

// One unit goes silent while the others go on; a gap of the dataset is not told again for its units.
func TestUnits(t *testing.T) {
	var b strings.Builder
	b.WriteString("event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities\n")
	id := 0
	write := func(unit string, events []sample.Event) {
		for _, e := range events {
			id++
			fmt.Fprintf(&b, "VEL%d,%s,%s,1,Battles,Red Column,2,Blue Column,2,22,Velia,%s,Ostra,12.5,41.2,1,Courier,National,Report %d,1\n", id, e.Date, e.Date[:4], unit, id)
		}
	}
	write("North", monthly(2001, 8, except(20, 40, 41)))
	write("South", monthly(2001, 8, except(20, 40, 41, 60, 61, 62)))
	found := checktest.Run(t, Rule, b.String())
	if got := keys(found); got != "dataset 2004-05, unit in South (Velia) 2006-01" {
		t.Errorf("got %q\n%s", got, checktest.Brief(found))
	}
}

// Rows dated to the year may belong to the gap.
func TestLoose(t *testing.T) {
	events := monthly(2001, 8, except(30, 40))
	for range 200 {
		events = append(events, sample.Event{Date: "2004-01-01", End: "2004-12-31", TimePrec: "5"})
	}
	if found := checktest.Run(t, Rule, sample.GED(events...)); len(found) > 0 {
		t.Error(checktest.Brief(found))
	}
	if got := keys(checktest.Run(t, Rule, sample.GED(events[:len(events)-190]...))); got != "dataset 2004-05" {
		t.Errorf("got %q", got)
	}
}
