package dup005

import (
	"strings"
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestOverlap(t *testing.T) {
	for i, said := range checktest.PlantAcross(t, Rule, Plant, 1500) {
		name := []string{"ged", "gtd", "scad"}[i]
		if !strings.Contains(said, "acled and "+name+" have ") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: %q", name, said)
		}
	}
}

func TestDeaths(t *testing.T) {
	far := sample.Event{Date: "2015-09-09", Lat: "30.1", Lon: "31.2", Place: "Farton", Deaths: "50", Note: "Another thing altogether, in a far country"}
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"nothing in common", []string{at.ACLED(sample.Event{Deaths: "4"}), at.GTD(far)}, "", ""},
		{
			"one event",
			[]string{at.ACLED(sample.Event{Deaths: "4"}), at.GTD(sample.Event{Deaths: "6"}, far)},
			"note  VEL1 201403020001 fatalities",
			"acled and gtd have 1 event in common: a sum over both counts 4 deaths twice / of 3 events and 60 deaths",
		},
		{"nobody dead", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{})}, "note  VEL1 201403020001 fatalities", "a sum over both counts them twice"},
	})
}
