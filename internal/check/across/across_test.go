package across_test

import (
	"context"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	at "github.com/assaydata/assay/internal/check/across/acrosstest"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// events lists what several tables have in common.
func events(t *testing.T, tables ...string) []*across.Event {
	t.Helper()
	var out []*across.Event
	r := &check.Rule{Code: "CON999", Across: func(p *check.Pass) { across.Each(p, func(e *across.Event) { out = append(out, e) }) }}
	env := &check.Env{AsOf: record.NoDay, Across: checktest.Linked(t, tables...)}
	check.NewPass(context.Background(), r, nil, env, 0, nil).Run()
	return out
}

func TestConfidence(t *testing.T) {
	for _, c := range []struct {
		d    across.Doubt
		want float64
		sure bool
	}{
		{across.Doubt{Linked: 0.5}, 0.5, false},
		{across.Doubt{Linked: 0.79}, 0.79, false},
		{across.Doubt{Linked: 0.99}, 0.85, true},
		{across.Doubt{Linked: 0.99, Reread: "same article"}, 0.92, true},
	} {
		if got := c.d.Confidence(); got != c.want || c.d.Sure() != c.sure {
			t.Errorf("%+v: %v, sure %v", c.d, got, c.d.Sure())
		}
	}
}

func TestEvents(t *testing.T) {
	other := at.GTD(sample.Event{Date: "2015-09-09", Lat: "30.1", Lon: "31.2", Place: "Farton", Note: "Another thing altogether"})
	if got := events(t, at.ACLED(sample.Event{}), other); len(got) > 0 {
		t.Errorf("%d events in common of two that have none", len(got))
	}
	got := events(t, at.ACLED(sample.Event{}), at.GTDFrom("Courier", sample.Event{}), at.GEDFrom("Courier", sample.Event{}))
	if len(got) != 1 {
		t.Fatalf("%d events", len(got))
	}
	e := got[0]
	if e.Head() != "2014-03-02 Ostra" && e.Head() != "2014-03-02 Ostra town" {
		t.Errorf("head %q", e.Head())
	}
	if e.Voices != 2 || e.Voiced() != "2 independent voices in all, ged and gtd are one (same article)" {
		t.Errorf("%q", e.Voiced())
	}
	for i, a := range e.Same {
		for _, b := range e.Same[:i] {
			p := e.Linked(a, b)
			if p != e.Linked(b, a) || p <= 0 || p > 1 {
				t.Errorf("linked with probability %v and %v", p, e.Linked(b, a))
			}
			if one := e.Data(a).Name != "acled" && e.Data(b).Name != "acled"; one != (e.SameReport(a, b) != "") {
				t.Errorf("%s and %s: %q", e.Data(a).Name, e.Data(b).Name, e.SameReport(a, b))
			}
		}
	}
}

// The gap is that between the nearest bounds, and dates overlap within their precision.
func TestFurthest(t *testing.T) {
	for _, c := range []struct {
		name        string
		tables      []string
		field       fact.Field
		distance    float64 // 0 = they agree
		low, higher string  // names of the datasets
	}{
		{"deaths", []string{at.ACLED(sample.Event{Deaths: "9"}), at.GTD(sample.Event{Deaths: "4"})}, fact.Deaths, 5, "gtd", "acled"},
		{"equal deaths", []string{at.ACLED(sample.Event{Deaths: "9"}), at.GTD(sample.Event{Deaths: "9"})}, fact.Deaths, 0, "", ""},
		{"dates", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Date: "2014-03-03"})}, fact.Date, 1, "acled", "gtd"},
		{"a week's doubt", []string{at.ACLED(sample.Event{TimePrec: "2"}), at.GTD(sample.Event{Date: "2014-03-03"})}, fact.Date, 0, "", ""},
		{"a duration", []string{at.GED(sample.Event{End: "2014-03-03", Deaths: "6"}), at.GTD(sample.Event{Date: "2014-03-03", Deaths: "6"})}, fact.Date, 0, "", ""},
		{"points", []string{at.ACLED(sample.Event{}), at.GTD(sample.Event{Lat: "12.7"})}, fact.Place, 12.2, "acled", "gtd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := events(t, c.tables...)
			if len(list) != 1 {
				t.Fatalf("%d events", len(list))
			}
			g, ok := list[0].Furthest(c.field, list[0].Sides(c.field))
			if ok != (c.distance > 0) {
				t.Fatalf("differ: %v", ok)
			}
			if ok && (g.Distance < c.distance-0.2 || g.Distance > c.distance+0.2 || g.A.Data.Name != c.low || g.B.Data.Name != c.higher) {
				t.Errorf("%s and %s lie %v apart", g.A.Data.Name, g.B.Data.Name, g.Distance)
			}
		})
	}
}

func TestTables(t *testing.T) {
	got := across.Tables("a,b\n1,2\n\nc,d\n3,4\n")
	if len(got) != 2 || got[0] != "a,b\n1,2\n" || got[1] != "c,d\n3,4\n" {
		t.Errorf("%q", got)
	}
}
