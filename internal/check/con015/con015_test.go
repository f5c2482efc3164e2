package con015

import (
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestDeaths(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"agree", []string{at.ACLED(sample.Event{Deaths: "4"}), at.GTD(sample.Event{Deaths: "4"})}, "", ""},
		{"differ", []string{at.ACLED(sample.Event{Deaths: "4"}), at.GTD(sample.Event{Deaths: "12"})}, "warning 201403020001 VEL1 nkill", "acled 4, gtd 12"},
		{
			"the odd one of three",
			[]string{at.ACLED(sample.Event{Deaths: "4"}), at.GED(sample.Event{Deaths: "4"}), at.GTD(sample.Event{Deaths: "12"})},
			"warning 201403020001 VEL1 5001 nkill", "acled 4, ged 4, gtd 12",
		},
		{"a small gap", []string{at.ACLED(sample.Event{Deaths: "4"}), at.GTD(sample.Event{Deaths: "6"})}, "note 201403020001 VEL1 nkill", "so small"},
		{"a small ratio", []string{at.ACLED(sample.Event{Deaths: "40"}), at.GTD(sample.Event{Deaths: "50"})}, "note 201403020001 VEL1 nkill", "so small"},
		{"nobody against few", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Deaths: "5"})}, "note 201403020001 VEL1 nkill", "not reported"},
		{"nobody against many", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Deaths: "14"})}, "warning 201403020001 VEL1 nkill", "it misleads"},
		{"one report read twice", []string{
			at.GEDFrom("Interior Gazette", sample.Event{Deaths: "4"}),
			at.GTDFrom("Interior Gazette", sample.Event{Deaths: "19"}),
		}, "warning 201403020001 5001 nkill", "one report (same article)"},
		{"nobody says", []string{at.ACLED(sample.Event{Deaths: "4"}), at.GTD(sample.Event{Deaths: sample.Blank})}, "", ""},
		{"one dataset", []string{at.ACLED(sample.Event{Deaths: "4"})}, "", ""},
	})
}

// A dataset that tells an event in two rows agrees with one that has their sum.
func TestSums(t *testing.T) {
	const note = "In one of two linked attacks Red Column fighters raided Ostra's grain market and set fire to stalls"
	two := at.GTD(sample.Event{Deaths: "4", Note: note}, sample.Event{Deaths: "9", Note: note})
	for _, f := range checktest.Across(t, Rule, []string{at.ACLED(sample.Event{Deaths: "13"}), two}) {
		t.Errorf("%s", f.Message)
	}
}
