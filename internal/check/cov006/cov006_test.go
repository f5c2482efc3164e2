package cov006

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func rows(n int, kinds []string, deaths ...string) (out []sample.Event) {
	for i := range n {
		out = append(out, sample.Event{Date: "2014-03-02", Kind: kinds[i%len(kinds)], Deaths: deaths[i%len(deaths)]})
	}
	return out
}

var all = []string{"Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Strategic developments"}

func TestFindings(t *testing.T) {
	for _, c := range []struct {
		name, csv, want string
	}{
		{"GED", sample.GED(rows(300, []string{"1"}, "0", "1", "2")...), "scope: UCDP GED leaves out"},
		{"ACLED", sample.ACLED(rows(300, all, "0", "1", "2")...), "scope: ACLED leaves out"},
		{"GTD", sample.GTD(rows(300, []string{""}, "0", "1", "2")...), "scope: GTD leaves out, kinds: none of 300 events is of these kinds: violence against civilians or battle"},
		{"SCAD", sample.SCAD(rows(300, []string{"1", "4", "8"}, "0", "1", "-99")...), "scope: SCAD leaves out"},
		{
			"ACLED without demonstrations", sample.ACLED(rows(300, all[:3], "0", "1")...),
			"scope: ACLED leaves out, kinds: none of 300 events is of these kinds: protest or riot",
		},
		{
			"ACLED with deaths only", sample.ACLED(rows(300, all, "3", "1")...),
			"scope: ACLED leaves out, no event without deaths: no event of 300 is without deaths: this copy was filtered",
		},
		{"a small file may lack kinds", sample.ACLED(rows(290, all[:3], "3", "1")...), "scope: ACLED leaves out"},
		{"unknown numbers of dead are no deaths", sample.SCAD(rows(300, []string{"1", "4"}, "-99")...), "scope: SCAD leaves out"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range checktest.Run(t, Rule, c.csv) {
				message, _, _ := strings.Cut(f.Message, " leaves out")
				if f.Key == "scope" {
					message += " leaves out"
				}
				got = append(got, f.Key+": "+message)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	found := checktest.Run(t, Rule, sample.ACLED(rows(300, all, "0", "1", "2")...))
	want := "33 % of 300 events have 0 fatalities, 33 % of the 180 battles, explosions and attacks on civilians"
	if found[0].Why != want || found[0].Severity != check.Note {
		t.Errorf("got %q, want %q", found[0].Why, want)
	}
	if _, skipped := checktest.Try(t, Rule, "date,killed\n2014-03-02,5\n2014-03-03,6\n"); skipped == "" {
		t.Error("a table of unknown definition was judged")
	}
}
