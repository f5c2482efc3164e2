package con017

import (
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestPlaces(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"agree", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Lat: "12.55"})}, "", ""},
		{"far apart", []string{at.ACLED(sample.Event{Lat: "13.0"}), at.GTD(sample.Event{})}, "warning 201403020001 VEL1 latitude", "places differ by 56 km: acled Ostra (North), gtd Ostra"},
		{"a little", []string{at.ACLED(sample.Event{Lat: "12.65"}), at.GTD(sample.Event{})}, "note 201403020001 VEL1 latitude", "7 km further apart"},
		{"within a coarse precision", []string{at.ACLED(sample.Event{Lat: "13.0", PlacePrec: "3"}), at.GTD(sample.Event{})}, "", ""},
		{"the odd one of three", []string{at.ACLED(sample.Event{Lat: "13.0", Deaths: "6"}), at.GED(sample.Event{Deaths: "6"}), at.GTD(sample.Event{Deaths: "6"})}, "warning VEL1 5001 201403020001 latitude", ""},
	})
}

// An event that one dataset has at two places is at both.
func TestSeveralPlaces(t *testing.T) {
	two := sample.SCAD(
		sample.Event{ID: "9950001", Date: "2014-03-02", Series: "1", Actor1: "Red Column", Note: "Red Column militants bomb two grain markets", Lat: "12.5"},
		sample.Event{ID: "9950001", Date: "2014-03-02", Series: "2", Actor1: "Red Column", Note: "Red Column militants bomb two grain markets", Lat: "13.0", Place: "Velport"},
	)
	for _, lat := range []string{"12.5", "13.0"} {
		for _, f := range checktest.Across(t, Rule, []string{at.ACLED(sample.Event{Lat: lat}), two}) {
			t.Errorf("%s: %s", lat, f.Message)
		}
	}
}
