package dup004

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

const day = "2021-03-04"

func TestSummaries(t *testing.T) {
	plain := sample.Event{Date: day, Deaths: "60"}
	for _, c := range []struct{ name, csv, want string }{
		{"unclear and deadly", sample.GED(sample.Event{Date: day, Deaths: "140", Clarity: "2"}, plain), "1 event_clarity 140 deaths stand on one row that sums up several events\n0 - 1 of 2 events stand for several events (50 %), with 70 % of all deaths +1"},
		{"unclear and small", sample.GED(sample.Event{Date: day, Deaths: "24", Clarity: "2"}, plain), "0 - 1 of 2 events stand for several events (50 %), with 29 % of all deaths +1"},
		{"a month", sample.GED(sample.Event{Date: "2021-03-01", End: "2021-03-31", TimePrec: "4", Deaths: "60"}), ""},
		{"longer", sample.GED(sample.Event{Date: "2021-03-01", End: "2021-04-01", TimePrec: "5", Deaths: "60"}), "1 date_start 60 deaths stand on one row that sums up several events\n0 - 1 of 1 event stand for several events (100 %), with 100 % of all deaths +1"},
		{"nationwide", sample.SCAD(sample.Event{Date: day, Deaths: "30", Extent: "7"}, plain), "1 locnum 30 deaths stand on one row that sums up several events\n0 - 1 of 2 events stand for several events (50 %), with 33 % of all deaths +1"},
		{"unknown extent", sample.SCAD(sample.Event{Date: day, Deaths: "30", Extent: "-99"}), ""},
		{"places of one event count once", sample.SCAD(
			sample.Event{ID: "9950001", Date: day, Deaths: "30", Extent: "4"},
			sample.Event{ID: "9950001", Date: day, Deaths: "30", Extent: "4", Series: "2", Place: "Velim"}), "1 locnum 30 deaths stand on one row that sums up several events\n0 - 1 of 1 event stand for several events (100 %), with 100 % of all deaths +1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, c.csv)
			if got := strings.TrimSpace(checktest.Brief(found)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			for _, f := range found {
				if f.Severity != check.Note {
					t.Errorf("severity %v", f.Severity)
				}
			}
		})
	}
}

// A date that is known to the month only is doubt, not duration.
func TestDoubtIsNoSummary(t *testing.T) {
	if _, skipped := checktest.Try(t, Rule, sample.ACLED(sample.Event{Date: day, TimePrec: "3", Deaths: "60"})); skipped == "" {
		t.Error("the rule ran on ACLED")
	}
	found, skipped := checktest.Try(t, Rule, sample.GTD(sample.Event{Date: "2021-03-00", Deaths: "60"}))
	if len(found) != 0 {
		t.Errorf("got %s (%s)", checktest.Brief(found), skipped)
	}
}
