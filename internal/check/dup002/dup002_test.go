package dup002

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

const day = "2021-03-04"

func TestExactDuplicates(t *testing.T) {
	plain := sample.Event{ID: "VEL7", Date: day, Deaths: "3", Note: "Shots at a checkpoint", Serial: "55"}
	revised := plain
	revised.Deaths = "4"
	other := sample.Event{Date: "2021-05-01"}
	swapped := plain
	swapped.Actor1, swapped.Actor2 = "Civilians (Velia)", "Red Column"
	place1 := sample.Event{ID: "9950001", Date: day, Place: "Ostra", Series: "1", Deaths: "2"}
	place2 := place1
	place2.Place, place2.Series, place2.Lat = "Velim", "2", "12.9"
	again := place1
	again.Lat = "13.0"

	for _, c := range []struct {
		name, csv, want string
		severity        check.Severity
	}{
		{"equal rows", sample.ACLED(plain, other, plain, id(other, "VEL9"), id(other, "VEL10")), "1 event_id_cnty 2 rows are equal in every cell +3", check.Error},
		{"same identifier, other deaths", sample.ACLED(plain, revised, other, id(other, "VEL9"), id(other, "VEL10")), "1 event_id_cnty identifier VEL7 stands on 2 rows +2", check.Error},
		{"one row an actor", sample.ACLED(plain, swapped, other), "0 event_id_cnty 1 event stand on two rows with the actors swapped: the export has one row for each actor +1 +2", check.Note},
		{"half of the rows", sample.ACLED(plain, plain, plain, other), "0 event_id_cnty 3 of 4 rows are equal in every cell to another row +1 +2 +3", check.Error},
		{"places of one event", sample.SCAD(place1, place2), "", 0},
		{"one place twice", sample.SCAD(place1, again, id(other, "9950002"), id(other, "9950003"), id(other, "9950004")), "1 eventid identifier 9950001 stands on 2 rows +2", check.Error},
		{"no identifier", sample.ACLED(id(plain, sample.Blank), id(revised, sample.Blank)), "", 0},
		{"all different", sample.GED(sample.Event{Date: day}, sample.Event{Date: day}), "", 0},
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

func id(e sample.Event, name string) sample.Event {
	e.ID = name
	return e
}

func TestWhyNamesColumns(t *testing.T) {
	a := sample.Event{ID: "VEL7", Date: day, Deaths: "3"}
	b := a
	b.Deaths, b.Place = "5", "Velim"
	c := sample.Event{Date: day}
	found := checktest.Run(t, Rule, sample.ACLED(a, b, id(c, "VEL8"), id(c, "VEL9"), id(c, "VEL10")))
	if len(found) != 1 || !strings.Contains(found[0].Why, "location") || !strings.Contains(found[0].Why, "fatalities") {
		t.Errorf("got %+v", found)
	}
}
