package con016

import (
	"testing"

	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestDates(t *testing.T) {
	checktest.TellLinked(t, Rule, []checktest.Linking{
		{"agree", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{})}, "", ""},
		{"a day apart", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Date: "2014-03-03"})}, "note 201403030001 VEL1 iyear", "a night has two dates"},
		{
			"two days apart",
			[]string{at.ACLED(sample.Event{Deaths: "6"}), at.GTDFrom("Courier", sample.Event{Deaths: "6"}), at.GEDFrom("Courier", sample.Event{Date: "2014-03-04", Deaths: "6"})},
			"warning 5001 VEL1 201403020001 date_start", "Ostra: dates differ by 2 days: acled 2014-03-02, ged 2014-03-04, gtd 2014-03-02",
		},
		{"within a week's doubt", []string{at.ACLED(sample.Event{TimePrec: "2"}), at.GTD(sample.Event{Date: "2014-03-03"})}, "", ""},
		{"within a duration", []string{at.GED(sample.Event{End: "2014-03-03", Deaths: "6"}), at.GTD(sample.Event{Date: "2014-03-03", Deaths: "6"})}, "", ""},
		{"not linked", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Date: "2014-06-03"})}, "", ""},
	})
}
