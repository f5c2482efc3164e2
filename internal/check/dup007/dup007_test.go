package dup007

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

const day = "2021-03-04"

func with(e sample.Event, change func(*sample.Event)) sample.Event {
	change(&e)
	return e
}

func TestPlacesOfOneEvent(t *testing.T) {
	e := sample.Event{ID: "9950001", Date: day, Deaths: "45", Place: "Ostra"}
	further := func(deaths string) sample.Event {
		return with(e, func(e *sample.Event) { e.Series, e.Place, e.Lat, e.Deaths = "2", "Velim", "12.9", deaths })
	}
	other := sample.Event{ID: "9950002", Date: day, Deaths: "10"}
	for _, c := range []struct{ name, csv, want string }{
		{"repeated", sample.SCAD(e, further("45"), other), "1 ndeath event 9950001 repeats its 45 deaths on each of 2 rows: adding them up gives 90 +2\n0 ndeath adding up rows gives 100 deaths, adding up events 55: 82 % too many +1"},
		{"not repeated", sample.SCAD(e, further("0"), other), ""},
		{"unknown", sample.SCAD(e, further("-99"), other), ""},
		{"different", sample.SCAD(e, further("5"), other), "1 ndeath event 9950001 has different deaths on its 2 rows: 45 on the first, 50 when added up +2\n0 ndeath adding up rows gives 60 deaths, adding up events 55: 9.1 % too many +1"},
		{"nobody died", sample.SCAD(with(e, func(e *sample.Event) { e.Deaths = "0" }), further("0")), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSpace(checktest.Brief(checktest.Run(t, Rule, c.csv))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestOneReportOnSeveralRows(t *testing.T) {
	e := sample.Event{Date: day, Deaths: "24", Note: sample.Long}
	next := with(e, func(e *sample.Event) { e.Date = "2021-03-05" })
	fifteen := func(e *sample.Event) {
		e.Note = "Fifteen people were killed. The police in Ostra confirmed the number on Monday evening."
	}
	for _, c := range []struct {
		name, csv, want string
		severity        check.Severity
	}{
		{"two days", sample.ACLED(e, next), "1 fatalities 2 rows told by one note carry 24 deaths each: 48 when added up +2", check.Note},
		{"other deaths", sample.ACLED(e, with(next, func(e *sample.Event) { e.Deaths = "3" })), "", 0},
		{"nobody died", sample.ACLED(with(e, func(e *sample.Event) { e.Deaths = "0" }), with(next, func(e *sample.Event) { e.Deaths = "0" })), "", 0},
		{"shared out", sample.ACLED(
			with(with(e, fifteen), func(e *sample.Event) { e.Deaths = "5" }),
			with(with(e, fifteen), func(e *sample.Event) { e.Deaths = "5" }),
			with(with(e, fifteen), func(e *sample.Event) { e.Deaths = "5" })), "1 fatalities 3 rows told by one note share out its deaths, 5 each +2 +3", check.Note},
		{"the note's own number on each row", sample.ACLED(
			with(with(e, fifteen), func(e *sample.Event) { e.Deaths = "15" }),
			with(with(next, fifteen), func(e *sample.Event) { e.Deaths = "15" })), "1 fatalities 2 rows told by one note carry 15 deaths each: 30 when added up +2", check.Warning},
		{"the same in everything", sample.ACLED(e, e), "1 fatalities 2 rows told by one note carry 24 deaths each: 48 when added up +2", check.Note},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, c.csv)
			if got := strings.TrimSpace(checktest.Brief(found)); got != c.want {
				t.Fatalf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(found) > 0 && found[0].Severity != c.severity {
				t.Errorf("severity %v, want %v", found[0].Severity, c.severity)
			}
		})
	}
}

func TestSharedTotals(t *testing.T) {
	e := sample.Event{Date: day, Deaths: "6.3", Multiple: "1"}
	var rows []sample.Event
	for range 10 {
		rows = append(rows, e)
	}
	rows = append(rows, sample.Event{Date: day, Deaths: "2"})
	want := "1 nkill 10 rows of 2021-03-04 share one total of about 63 deaths: 6.3 on the first +2 +3 +4 +5 +6 +7 +8 +9 +10"
	found := checktest.Run(t, Rule, sample.GTD(rows...))
	if got := strings.TrimSpace(checktest.Brief(found)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
