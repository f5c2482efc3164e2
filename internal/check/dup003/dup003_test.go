package dup003

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

func TestSplitReports(t *testing.T) {
	e := sample.Event{Date: day, Deaths: "5", Note: sample.Long}
	for _, c := range []struct {
		name, csv, want string
		severity        check.Severity
	}{
		{"two days", sample.ACLED(e, with(e, func(e *sample.Event) { e.Date = "2021-03-05" })), "1 notes one note stands on 2 rows: 2 dates, the same deaths on each, 10 deaths in all +2", check.Warning},
		{"two places", sample.ACLED(e, with(e, func(e *sample.Event) { e.Lat, e.Deaths = "12.9", "0" })), "1 notes one note stands on 2 rows: 2 places, 5 deaths in all +2", check.Note},
		{"two pairs of actors", sample.ACLED(e, with(e, func(e *sample.Event) { e.Actor1, e.Deaths = "Blue Front", "0" })), "1 notes one note stands on 2 rows: 2 pairs of actors, 5 deaths in all +2", check.Note},
		{"actors changed sides", sample.ACLED(with(e, func(e *sample.Event) { e.Deaths = "0" }), with(e, func(e *sample.Event) { e.Actor1, e.Actor2, e.Deaths = "Civilians (Velia)", "Red Column", "0" })), "1 notes one note stands on 2 rows: the actors have changed sides +2", check.Note},
		{"the same day, place and actors", sample.ACLED(e, with(e, func(e *sample.Event) { e.Deaths = "2" })), "1 notes one note stands on 2 rows: 7 deaths in all +2", check.Warning},
		{"the same in everything", sample.ACLED(e, e), "1 notes one note stands on 2 rows: the same deaths on each, 10 deaths in all +2", check.Note},
		{"week or day", sample.ACLED(e, with(e, func(e *sample.Event) { e.TimePrec = "2" })), "1 notes one note stands on 2 rows: the same deaths on each, 10 deaths in all +2", check.Note},
		{"a short note", sample.ACLED(with(e, func(e *sample.Event) { e.Note = "Clash in Ostra" }), with(e, func(e *sample.Event) { e.Note = "Clash in Ostra" })), "", 0},
		{"no note", sample.ACLED(with(e, func(e *sample.Event) { e.Note = sample.Blank }), with(e, func(e *sample.Event) { e.Note = sample.Blank })), "", 0},
		{"one letter differs", sample.ACLED(e, with(e, func(e *sample.Event) { e.Note += "." })), "", 0},
		{"one identifier", sample.ACLED(with(e, func(e *sample.Event) { e.ID = "VEL1" }), with(e, func(e *sample.Event) { e.ID, e.Deaths = "VEL1", "9" })), "", 0},
		{"places of one event", sample.SCAD(with(e, func(e *sample.Event) { e.ID = "9950001" }), with(e, func(e *sample.Event) { e.ID, e.Series, e.Lat = "9950001", "2", "12.9" })), "", 0},
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

func TestLengthIsAnOption(t *testing.T) {
	note := strings.Repeat("x", 60)
	csv := sample.ACLED(sample.Event{Date: day, Note: note}, sample.Event{Date: "2021-03-09", Note: note})
	if found := checktest.Run(t, Rule, csv); len(found) != 0 {
		t.Errorf("a note of 60 bytes was compared: %s", checktest.Brief(found))
	}
	if found := checktest.Run(t, Rule, csv, map[string]any{"min-length": 59}); len(found) != 1 {
		t.Errorf("got %s", checktest.Brief(found))
	}
}
