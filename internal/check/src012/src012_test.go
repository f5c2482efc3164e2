package src012

import (
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/synth"
)

const day = "2021-03-04"

func TestSingleSource(t *testing.T) {
	two := sample.Event{Date: day, Deaths: "3", Number: "2", Sources: "Ostra Courier; Velim Radio", Article2: "Velim Radio, a second report"}
	one := func(deaths string) sample.Event { return sample.Event{Date: day, Deaths: deaths} }
	for _, c := range []struct{ name, csv, want string }{
		{"ged", sample.GED(one("160"), two, two), "1 number_of_sources 160 deaths rest on one source\n0 number_of_sources 1 of 3 deadly events (33 %) rest on one source, with 96 % of the deaths +1"},
		{"acled", sample.ACLED(one("50"), two, two), "1 source 50 deaths rest on one source\n0 source 1 of 3 deadly events (33 %) rest on one source, with 89 % of the deaths +1"},
		{"gtd", sample.GTD(one("60"), two, two), "1 scite1 60 deaths rest on one source\n0 scite1 1 of 3 deadly events (33 %) rest on one source, with 91 % of the deaths +1"},
		{"scad", sample.SCAD(sample.Event{Date: day, Deaths: "60"}, sample.Event{Date: day, Deaths: "3", Sources: "Both"}), "1 nsource 60 deaths rest on one source\n0 nsource 1 of 2 deadly events (50 %) rest on one source, with 95 % of the deaths +1"},
		{"small", sample.GED(one("49"), two, two), "0 number_of_sources 1 of 3 deadly events (33 %) rest on one source, with 89 % of the deaths"},
		{"nearly all have one", sample.GED(one("160"), one("2")), "0 number_of_sources 2 of 2 deadly events (100 %) rest on one source, with 100 % of the deaths +1"},
		{"few have one", sample.GED(one("1"), two, two, two, two, two), ""},
		{"number not known", sample.GED(sample.Event{Date: day, Deaths: "160", Number: "-1"}, two), ""},
		{"nobody died", sample.ACLED(one("0"), two), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSpace(checktest.Brief(checktest.Run(t, Rule, c.csv))); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Clean data hold large events with one source too, so that only the recall is bounded here; what else is found must be
// of that kind.
func TestPlant(t *testing.T) {
	planted := 0
	for _, layout := range synth.Layouts {
		table, err := planting.ParseTable(layout, synth.Text(layout, 2000, 1))
		if err != nil {
			t.Fatal(err)
		}
		clean, err := planting.NewClean(context.Background(), table)
		if err != nil {
			t.Fatal(err)
		}
		defer clean.Data.Close()
		res, err := planting.Measure(context.Background(), Rule, clean, 20, 3)
		if err != nil {
			t.Fatal(err)
		}
		planted += res.Planted
		if res.Recall() < 0.95 {
			t.Errorf("%s: missed %v", layout, res.Missed)
		}
		for _, f := range res.Alarms {
			if f.Row >= 0 && f.Data.Events.Deaths[f.Row].Best < 50 {
				t.Errorf("%s: %s", layout, f.Message)
			}
		}
	}
	if planted == 0 {
		t.Error("nothing was planted")
	}
}
