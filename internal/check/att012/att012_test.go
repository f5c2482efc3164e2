package att012

import (
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

const nobody = "Unidentified Armed Group (Velia)"

func TestAttribution(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"named in both", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{})}, "", ""},
		{"open in both", []string{at.ACLED(sample.Event{Actor1: nobody}), at.GTD(sample.Event{Actor1: "Unknown"})}, "", ""},
		{"open in GTD", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Unknown"})}, "note VEL1 201403020001 actor1", "acled names Red Column; gtd leaves it open"},
		{"open in ACLED", []string{at.ACLED(sample.Event{Actor1: nobody}), at.GTD(sample.Event{})}, "note 201403020001 VEL1 gname", "gtd names Red Column; acled leaves it open"},
		{"one report", []string{at.GEDFrom("Courier", sample.Event{Deaths: "6"}), at.GTDFrom("Courier", sample.Event{Actor1: "Unknown", Deaths: "6"})}, "warning 5001 201403020001 side_a", "one coder named whom the other did not find"},
		{"two voices name it", []string{at.ACLED(sample.Event{}), at.GED(sample.Event{}), at.GTD(sample.Event{Actor1: "Unknown"})}, "", ""},
		{
			"the state against civilians",
			[]string{at.GED(sample.Event{Actor1: "Government of Velia", Deaths: "6"}), at.GTD(sample.Event{Actor1: "Unknown", Deaths: "6"})},
			"note 5001 201403020001 side_a", "ged names state forces",
		},
		{"one side of a fight is named", []string{at.ACLED(sample.Event{Actor1: nobody, Actor2: "Red Column"}), at.GTD(sample.Event{Actor1: "Unknown"})}, "", ""},
		{"missing", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: sample.Blank})}, "", ""},
		{"a description in free text", []string{at.ACLED(sample.Event{Actor1: nobody}), at.SCAD(sample.Event{Actor1: "Cattle rustlers"})}, "", ""},
	})
}
