package cov009

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// class is how many of the events of one size a dataset has.
type class struct {
	name         string
	events, hits int
}

type tested struct {
	data    int
	classes []class // small first; the last holds enough events
	z, p    float64
}

func run(p *check.Pass) {
	var list []tested
	for i := range p.Across.Facts.Result.Datasets {
		if t, ok := test(p, int32(i)); ok {
			list = append(list, t)
		}
	}
	ps := make([]float64, len(list))
	for i := range list {
		ps[i] = list[i].p
	}
	adjusted := stats.Holm(ps, len(ps))
	for i := range list {
		t := &list[i]
		small, large := &t.classes[0], &t.classes[len(t.classes)-1]
		if t.z > 0 && adjusted[i] < p.Float("level") && large.share()-small.share() >= p.Float("effect") {
			report(p, t, adjusted[i], len(list))
		}
	}
}

func (c *class) share() float64 { return float64(c.hits) / float64(max(1, c.events)) }

func test(p *check.Pass, data int32) (t tested, ok bool) {
	t.data = int(data)
	events := across.Watch(p, data)
	quarters := across.Quarters(events)
	for _, name := range across.SizeNames {
		t.classes = append(t.classes, class{name: name})
	}
	var trend across.Trend
	for i := range events {
		w := &events[i]
		at := across.SizeClass(w.Deaths)
		t.classes[at].events++
		if w.Hit {
			t.classes[at].hits++
		}
		// Events of one country, kind and distance are compared with each other: where small events are far away, distance is not taken
		// for size.
		trend.Add(uint64(w.Country)<<32|uint64(w.Kind)<<8|uint64(quarters[i]+1), float64(at), w.Hit)
	}
	t.merge(p.Int("events"))
	if len(t.classes) < 2 || t.classes[0].events < p.Int("events") {
		return t, false
	}
	t.z, t.p = trend.Z()
	return t, true
}

// merge joins the classes of large events until the last holds enough.
func (t *tested) merge(enough int) {
	for n := len(t.classes); n > 1 && t.classes[n-1].events < enough; n = len(t.classes) {
		last, before := t.classes[n-1], &t.classes[n-2]
		before.events += last.events
		before.hits += last.hits
		before.name = before.name[:strings.IndexAny(before.name, "- ")] + " or more dead"
		t.classes = t.classes[:n-1]
	}
}

func report(p *check.Pass, t *tested, adjusted float64, tests int) {
	d := p.Across.Facts.Result.Datasets[t.data]
	small, large := &t.classes[0], &t.classes[len(t.classes)-1]
	var parts []string
	for i := range t.classes {
		c := &t.classes[i]
		parts = append(parts, fmt.Sprintf("%s: %s of %s", c.name, wording.Share(c.hits, c.events), wording.Thousands(c.events)))
	}
	effect := large.share() - small.share()
	x := check.Finding{Data: d, Row: -1, Column: -1, Key: "size", Weight: effect}
	if c := d.Role(record.RoleBest); c != nil {
		x.Column = c.Index
	}
	x.Message = fmt.Sprintf("%s has %s of the events with %s that the other datasets have, and %s of those with %s",
		d.Name, wording.Share(small.hits, small.events), small.name, wording.Share(large.hits, large.events), large.name)
	x.Why = "share of the others' deadly events by size: " + strings.Join(parts, "; ") + "; compared within country, kind and distance to the capital"
	x.Help = "compare places and times by deaths, or above a number of dead, and not by the number of events; what all datasets miss is not seen here"
	x.Expected, x.Found = "the same share at every size", fmt.Sprintf("%.0f points apart", 100*effect)
	x.Stat = &check.Stat{
		Test: "Cochran-Armitage trend over classes of size, within strata, z", Statistic: t.z, P: t.p, Adjusted: adjusted, Tests: tests, Method: "Holm",
		Effect: effect, EffectIs: "difference of the shares of the largest and the smallest events",
	}
	p.Report(x)
}
