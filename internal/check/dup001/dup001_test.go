package dup001

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

const day = "2021-03-04"

func with(e sample.Event, change func(*sample.Event)) sample.Event {
	change(&e)
	return e
}

// background is a year of events by the same actors, each far from the others in time, with tolls from 1 to 4.
func background(n int) []sample.Event {
	var out []sample.Event
	for i := range n {
		out = append(out, sample.Event{
			Date: fmt.Sprintf("2020-%02d-%02d", 1+i/28%12, 1+i%28), Deaths: fmt.Sprint(1 + i%4),
			Lat: fmt.Sprintf("%.3f", 10+float64(i%50)*0.13), Lon: fmt.Sprintf("%.3f", 40+float64(i%37)*0.17),
			Note: fmt.Sprintf("Report %d", i), Article: fmt.Sprintf("Courier,2020-01-01,Report number %d of the year", i),
		})
	}
	return out
}

func TestNearDuplicates(t *testing.T) {
	e := sample.Event{Date: day, Deaths: "17", PlacePrec: "1"}
	for _, c := range []struct {
		name  string
		write func(...sample.Event) string
		a, b  sample.Event
		want  string
	}{
		{"next day", sample.GED, e, with(e, func(e *sample.Event) { e.Date = "2021-03-05" }), "2 events by the same actors with 17 deaths each lie at one point and 1 day from each other"},
		{"two days later", sample.GED, e, with(e, func(e *sample.Event) { e.Date = "2021-03-06" }), ""},
		{"village", sample.GED, e, with(e, func(e *sample.Event) { e.Lat = "12.54" }), "2 events by the same actors with 17 deaths each lie 4.4 km apart and on the same date"},
		{"30 km away", sample.GED, e, with(e, func(e *sample.Event) { e.Lat = "12.77" }), ""},
		{"30 km away, known to the district", sample.GED, e, with(e, func(e *sample.Event) { e.Lat, e.PlacePrec = "12.77", "3" }), "2 events by the same actors with 17 deaths each lie 30.0 km apart and on the same date"},
		{"other sides", sample.GED, with(e, func(e *sample.Event) { e.Sides = [4]string{"7", "0", "0", "10"} }), e, "2 events by the same actors with 17 deaths each lie at one point and on the same date"},
		{"other dyad", sample.GED, e, with(e, func(e *sample.Event) { e.Lat, e.Actor1 = "12.54", "Blue Front Army" }), ""},
		{"other deaths", sample.GED, e, with(e, func(e *sample.Event) { e.Lat, e.Deaths = "12.54", "16" }), ""},
		{"country only", sample.GED, with(e, func(e *sample.Event) { e.PlacePrec = "6" }), with(e, func(e *sample.Event) { e.PlacePrec, e.Date = "6", "2021-03-05" }), ""},
		{"month only", sample.ACLED, with(e, func(e *sample.Event) { e.TimePrec = "3" }), with(e, func(e *sample.Event) { e.TimePrec, e.Lat = "3", "12.54" }), ""},
		{"equal in everything is DUP006's", sample.GED, e, e, ""},
		{"one long note is DUP003's", sample.ACLED, with(e, func(e *sample.Event) { e.Note = sample.Long }), with(e, func(e *sample.Event) { e.Note, e.Date = sample.Long, "2021-03-05" }), ""},
		{"two notes", sample.ACLED, with(e, func(e *sample.Event) { e.Note = sample.Long }), with(e, func(e *sample.Event) { e.Note, e.Date = "A second report", "2021-03-05" }), "2 events by the same actors with 17 deaths each lie at one point and 1 day from each other"},
		{"week and day", sample.ACLED, e, with(e, func(e *sample.Event) { e.Date, e.TimePrec = "2021-03-06", "2" }), "2 events by the same actors with 17 deaths each lie at one point and on overlapping dates"},
		{"series", sample.GTD, with(e, func(e *sample.Event) { e.Multiple = "1" }), with(e, func(e *sample.Event) { e.Multiple, e.Lat = "1", "12.54" }), ""},
		{"places of one event", sample.SCAD, with(e, func(e *sample.Event) { e.ID = "9959001" }), with(e, func(e *sample.Event) { e.ID, e.Series, e.Lat = "9959001", "2", "12.54" }), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			events := append(background(300), c.a, c.b)
			found := checktest.Run(t, Rule, c.write(events...))
			want := ""
			if c.want != "" {
				want = c.want + " +302"
			}
			got := ""
			for _, line := range strings.Split(strings.TrimSpace(checktest.Brief(found)), "\n") {
				_, got, _ = strings.Cut(line, " ")
				_, got, _ = strings.Cut(got, " ")
			}
			if len(found) > 1 || got != want {
				t.Errorf("got %d:\n%s\nwant\n%s", len(found), checktest.Brief(found), want)
			}
		})
	}
}

func TestChainIsOneFinding(t *testing.T) {
	e := sample.Event{Date: day, Deaths: "17"}
	events := append(background(300), e, with(e, func(e *sample.Event) { e.Date = "2021-03-05" }), with(e, func(e *sample.Event) { e.Date = "2021-03-06" }))
	found := checktest.Run(t, Rule, sample.GED(events...))
	if len(found) != 1 || found[0].Row != 300 || len(found[0].Related) != 2 || found[0].Severity != check.Warning {
		t.Errorf("got %s", checktest.Brief(found))
	}
}

// The same rows in another order must give the same pairs.
func TestOrderOfRowsDoesNotMatter(t *testing.T) {
	events := background(60)
	for i := range events {
		events[i].ID = fmt.Sprint(7000 + i)
	}
	for i := range 8 {
		e := sample.Event{ID: fmt.Sprint(8000 + i), Date: fmt.Sprintf("2021-0%d-04", 1+i/2), Deaths: fmt.Sprint(20 + i/2), Lat: fmt.Sprintf("12.5%d", i%2)}
		events = append(events, e)
	}
	ids := func(t testing.TB, events []sample.Event) string {
		var out []string
		for _, f := range checktest.Run(t, Rule, sample.GED(events...)) {
			a, b := f.Data.ID(f.Row), f.Data.ID(f.Related[0].Row)
			out = append(out, min(a, b)+" "+max(a, b))
		}
		return fmt.Sprint(len(out), sorted(out))
	}
	want := ids(t, events)
	if !strings.HasPrefix(want, "4 ") {
		t.Fatalf("got %s", want)
	}
	rapid.Check(t, func(rt *rapid.T) {
		if got := ids(t, rapid.Permutation(events).Draw(rt, "events")); got != want {
			rt.Fatalf("got %s, want %s", got, want)
		}
	})
}

func sorted(v []string) []string {
	slices.Sort(v)
	return v
}

// In a town where the same actors fight every day, two small events close together are no evidence; two large ones are.
func TestCoincidenceInABusyTown(t *testing.T) {
	var events []sample.Event
	for i, e := range background(300) {
		e.Lat, e.Lon = fmt.Sprintf("12.5%02d", i%90), fmt.Sprintf("41.2%02d", i%70)
		events = append(events, e)
	}
	for _, c := range []struct {
		deaths string
		want   int
	}{{"2", 0}, {"17", 1}} {
		a := sample.Event{Date: "2020-06-01", Deaths: c.deaths, Lat: "12.611"}
		b := sample.Event{Date: "2020-06-02", Deaths: c.deaths, Lat: "12.633"}
		found := checktest.Run(t, Rule, sample.GED(append(events[:len(events):len(events)], a, b)...))
		if len(found) != c.want {
			t.Errorf("%s deaths: %d findings, want %d:\n%s", c.deaths, len(found), c.want, checktest.Brief(found))
		}
	}
}
