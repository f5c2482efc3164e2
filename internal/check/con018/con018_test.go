package con018

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestActors(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"agree", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{})}, "", ""},
		{
			"two groups that nobody knows",
			[]string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Salt Irregulars"})},
			"note 201403020001 VEL1 gname", "acled names Red Column, gtd names Salt Irregulars",
		},
		{"a group of the registry", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Taliban"})}, "warning 201403020001 VEL1 gname", "gtd names Taliban"},
		{"two names of one group", []string{at.ACLED(sample.Event{Actor1: "ISIS"}), at.GTD(sample.Event{Actor1: "Islamic State of Iraq and the Levant (ISIL)"})}, "", ""},
		{"an unidentified group", []string{at.ACLED(sample.Event{Actor1: "Unidentified Armed Group (Velia)"}), at.GTD(sample.Event{})}, "", ""},
		{"unknown to GTD", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Actor1: "Unknown"})}, "", ""},
		{"a description in free text", []string{at.ACLED(sample.Event{}), at.SCAD(sample.Event{Actor1: "Cattle rustlers"})}, "", ""},
		{"a name in free text", []string{at.ACLED(sample.Event{}), at.SCAD(sample.Event{Actor1: "Taliban"})}, "warning 9950001 VEL1 actor1", "scad names Taliban"},
	})
}

// The same two names in event after event are told once.
func TestConvention(t *testing.T) {
	var a, g []sample.Event
	for i := range 8 {
		e := sample.Event{Date: fmt.Sprintf("2014-03-%02d", 1+3*i), Lat: fmt.Sprintf("%d.5", 10+i), Place: fmt.Sprintf("Ostra %d", i), Deaths: fmt.Sprint(3 + i), Kind: "Explosions/Remote violence"}
		e.Note = fmt.Sprintf("A bomb exploded in the grain market of Ostra %d at noon and burnt %d stalls", i, 11+i)
		a = append(a, e)
		e.Kind, e.Actor1 = "", "Taliban"
		e.Note = fmt.Sprintf("Fighters detonated a bomb at the grain market, Ostra %d; %d stalls were burnt at noon", i, 11+i)
		g = append(g, e)
	}
	found := checktest.Across(t, Rule, []string{sample.ACLED(a...), sample.GTD(g...)})
	if len(found) != 1 || found[0].Severity != check.Note || !strings.Contains(found[0].Message, "in 8 events acled names Red Column, gtd names Taliban") || found[0].Alike != 7 {
		t.Errorf("%d findings: %+v", len(found), found)
	}
}
