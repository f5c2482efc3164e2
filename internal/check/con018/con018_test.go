package con018

import (
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestActors(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"agree", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{})}, "", ""},
		{"two groups that nobody knows", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Salt Irregulars"})},
			"note 201403020001 VEL1 gname", "acled names Red Column, gtd names Salt Irregulars"},
		{"a group of the registry", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Taliban"})}, "warning 201403020001 VEL1 gname", "gtd names Taliban"},
		{"two names of one group", []string{at.ACLED(sample.Event{Actor1: "ISIS"}), at.GTD(sample.Event{Actor1: "Islamic State of Iraq and the Levant (ISIL)"})}, "", ""},
		{"an unidentified group", []string{at.ACLED(sample.Event{Actor1: "Unidentified Armed Group (Velia)"}), at.GTD(sample.Event{})}, "", ""},
		{"unknown to GTD", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Unknown"})}, "", ""},
		{"a description in free text", []string{at.ACLED(sample.Event{}), at.SCAD(sample.Event{Actor1: "Cattle rustlers"})}, "", ""},
		{"a name in free text", []string{at.ACLED(sample.Event{}), at.SCAD(sample.Event{Actor1: "Taliban"})}, "warning 9950001 VEL1 actor1", "scad names Taliban"},
	})
}
