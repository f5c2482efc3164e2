package src008

import (
	"strings"
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
	"github.com/assaydata/assay/internal/synth"
)

func TestVoices(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"three sources", []string{at.ACLED(sample.Event{Deaths: "6"}), at.GED(sample.Event{Deaths: "6"}), at.GTD(sample.Event{Deaths: "6"})}, "", ""},
		{
			"one source",
			[]string{at.ACLED(sample.Event{Deaths: "6", Sources: "Courier"}), at.GEDFrom("Courier", sample.Event{Deaths: "6"}), at.GTDFrom("Courier", sample.Event{Deaths: "6"})},
			"note VEL1 5001 201403020001 source", "3 datasets have the event, and all go back to one voice, Courier",
		},
		{"one source of two datasets is told of many events only", []string{at.GEDFrom("Courier", sample.Event{Deaths: "6"}), at.GTDFrom("Courier", sample.Event{Deaths: "6"})}, "", ""},
	})
}

// Two datasets that mostly repeat one source are told so.
func TestTogether(t *testing.T) {
	world := synth.Overlapping(400, 2)
	found := checktest.Across(t, Rule, []string{world["acled"], strings.ReplaceAll(world["acled"], ",XUY", ",XUZ")})
	if len(found) != 1 || found[0].Row != -1 || found[0].Stat == nil || !strings.Contains(found[0].Message, "acled and acled-2 have in common, 100 % go back to one voice") {
		t.Errorf("%+v", found)
	}
	if found := checktest.Across(t, Rule, []string{world["acled"], world["gtd"], world["ged"]}); len(found) > 0 {
		t.Errorf("%s", found[0].Message)
	}
}
