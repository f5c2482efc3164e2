package dup006

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

const day = "2021-03-04"

// with changes a copy of an event.
func with(e sample.Event, change func(*sample.Event)) sample.Event {
	change(&e)
	return e
}

func TestAttributeIdentical(t *testing.T) {
	article := "Courier,2021-03-05,Market attack"
	ged := sample.Event{Date: day, Deaths: "25", Article: article}
	acled := sample.Event{Date: day, Deaths: "5", Note: "Five traders died in Ostra"}
	gtd := sample.Event{Date: day, Deaths: "4", Note: "03/04/2021: A bomb went off."}
	for _, c := range []struct {
		name, csv, want string
		severity        check.Severity
		low, high       float64 // bounds of confidence
	}{
		{"ged, same article", sample.GED(ged, ged), "1 best 2 rows of 2021-03-04 agree in place, kind, actors and deaths (25 each), with the same article +2", check.Warning, 0.85, 1},
		{"ged, other article", sample.GED(ged, with(ged, func(e *sample.Event) { e.Article = "Radio,2021-03-05,Blast" })), "1 best 2 rows of 2021-03-04 agree in place, kind, actors and deaths (25 each), but not in their texts +2", check.Note, 0.6, 0.8},
		{"ged, other split between the sides", sample.GED(with(ged, func(e *sample.Event) { e.Sides = [4]string{"5", "20", "0", "0"} }), ged), "", 0, 0, 0},
		{"ged, other dyad", sample.GED(ged, with(ged, func(e *sample.Event) { e.Actor1 = "Blue Front Army" })), "", 0, 0, 0},
		{"ged, other end", sample.GED(ged, with(ged, func(e *sample.Event) { e.End = "2021-03-06"; e.TimePrec = "2" })), "", 0, 0, 0},
		{"ged, centroid of a province", sample.GED(with(ged, func(e *sample.Event) { e.PlacePrec = "4" }), with(ged, func(e *sample.Event) { e.PlacePrec = "4" })), "1 best 2 rows of 2021-03-04 agree in place, kind, actors and deaths (25 each), with the same article +2", check.Warning, 0.5, 0.7},
		{"ged, two texts and a third row", sample.GED(ged, with(ged, func(e *sample.Event) { e.Article = "Radio,2021-03-05,Blast" }), ged), "1 best 2 rows of 2021-03-04 agree in place, kind, actors and deaths (25 each), with the same article +3\n1 best 2 rows of 2021-03-04 agree in place, kind, actors and deaths (25 each), but not in their texts +2", check.Warning, 0.8, 1},
		{"acled, same note", sample.ACLED(acled, acled), "1 fatalities 2 rows of 2021-03-04 agree in place, kind, actors and deaths (5 each), with the same note +2", check.Warning, 0.85, 1},
		{"acled, actors changed sides", sample.ACLED(acled, with(acled, func(e *sample.Event) { e.Actor1, e.Actor2 = "Civilians (Velia)", "Red Column" })), "", 0, 0, 0},
		{"acled, same date known to the week in one row", sample.ACLED(acled, with(acled, func(e *sample.Event) { e.TimePrec = "2" })), "1 fatalities 2 rows of 2021-03-04 agree in place, kind, actors and deaths (5 each), with the same note +2", check.Warning, 0.85, 1},
		{"acled, protests without deaths", sample.ACLED(sample.Event{Date: day, Kind: "Protests"}, sample.Event{Date: day, Kind: "Protests"}), "1 event_date 2 rows of 2021-03-04 agree in place, kind, actors and counts, but not in their texts +2", check.Note, 0.1, 0.3},
		{"acled, no point", sample.ACLED(with(acled, func(e *sample.Event) { e.Lat = sample.Blank }), with(acled, func(e *sample.Event) { e.Lat = sample.Blank })), "", 0, 0, 0},
		{"gtd, coordinated series", sample.GTD(with(gtd, func(e *sample.Event) { e.Multiple = "1" }), with(gtd, func(e *sample.Event) { e.Multiple = "1" })), "1 nkill 2 rows of 2021-03-04 agree in place, kind, actors and deaths (4 each); all are flagged as parts of coordinated series +2", check.Note, 0.05, 0.3},
		{"gtd, one row of a series", sample.GTD(with(gtd, func(e *sample.Event) { e.Multiple = "1" }), gtd), "1 nkill 2 rows of 2021-03-04 agree in place, kind, actors and deaths (4 each), with the same note +2", check.Warning, 0.85, 1},
		{"gtd, day unknown and month unknown", sample.GTD(sample.Event{Date: "2021-00-00", Deaths: "4"}, sample.Event{Date: "2021-00-00", Deaths: "4"}), "", 0, 0, 0},
		{"scad, places of one event on one point", sample.SCAD(sample.Event{ID: "9950001", Date: day, Deaths: "12", Place: "A"}, sample.Event{ID: "9950001", Date: day, Deaths: "12", Place: "B", Series: "2"}), "1 ndeath 2 rows of 2021-03-04 agree in place, kind, actors and deaths (12 each), but not in their texts +2", check.Note, 0.6, 0.8},
		{"scad, unknown in two ways", sample.SCAD(sample.Event{Date: day, Deaths: "-88"}, sample.Event{Date: day, Deaths: "-77"}), "", 0, 0, 0},
		{"equal rows belong to DUP002", sample.GED(with(ged, func(e *sample.Event) { e.ID = "9" }), with(ged, func(e *sample.Event) { e.ID = "9" })), "", 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, c.csv)
			if got := strings.TrimSpace(checktest.Brief(found)); got != c.want {
				t.Fatalf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(found) == 0 {
				return
			}
			if f := found[0]; f.Severity != c.severity || f.Confidence < c.low || f.Confidence > c.high {
				t.Errorf("%v with confidence %.2f, want %v with %.2f-%.2f", f.Severity, f.Confidence, c.severity, c.low, c.high)
			}
		})
	}
}

func TestTollSharedOut(t *testing.T) {
	e := sample.Event{Date: day, Deaths: "5", Note: "15 people were killed. The police in Ostra confirmed the number on Monday evening."}
	found := checktest.Run(t, Rule, sample.ACLED(e, e, e))
	if len(found) != 1 || found[0].Severity != check.Note || !strings.Contains(found[0].Message, "share out the deaths of one note") {
		t.Errorf("got %s", checktest.Brief(found))
	}
}

func TestTableWithoutPoints(t *testing.T) {
	csv := "ref,when,where,who,killed\n1,2021-03-04,Ostra,Red Column,3\n2,2021-03-04,Ostra,Red Column,3\n3,2021-03-04,Velim,Red Column,3\n"
	_, skipped := checktest.Try(t, Rule, csv)
	found, _ := checktest.Try(t, Rule, csv)
	if skipped == "" && len(found) != 1 {
		t.Errorf("got %s", checktest.Brief(found))
	}
}
