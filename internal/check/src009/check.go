package src009

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// copied is what two datasets have word for word in common.
type copied struct {
	*across.Pair
	events []*across.Event // whose records have any of it
	by     [kinds]int      // events by what they have in common
	p      float64
}

func run(p *check.Pass) {
	sizes := across.Events(p)
	var list []*copied
	var ps []float64
	for _, x := range across.Pairs(p) {
		if len(x.Events) < p.Int("shared") {
			continue
		}
		c := compare(x)
		c.p = stats.Over(len(c.events), len(x.Events), p.Float("chance"))
		list = append(list, c)
		ps = append(ps, c.p)
	}
	for i, adjusted := range stats.Holm(ps, len(ps)) {
		c := list[i]
		if share := float64(len(c.events)) / float64(len(c.Events)); adjusted < p.Float("level") && share >= p.Float("share") {
			report(p, c, share, adjusted, len(ps), sizes)
		}
	}
}

func compare(x *across.Pair) *copied {
	c := &copied{Pair: x}
	ids := sameIDs(x.Data[0], x.Data[1])
	for _, e := range x.Events {
		var has [kinds]bool
		for _, a := range e.Same {
			for _, b := range e.Same {
				if a.Data == x.A && b.Data == x.B {
					common(e, a, b, ids, &has)
				}
			}
		}
		any := false
		for k, ok := range has {
			if ok {
				c.by[k]++
				any = true
			}
		}
		if any {
			c.events = append(c.events, e)
		}
	}
	return c
}

func report(p *check.Pass, c *copied, share, adjusted float64, tests int, sizes []int) {
	n, all := len(c.events), len(c.Events)
	// The one of which more is in the other is the one that may be built on it.
	of := [2]float64{float64(n) / float64(max(1, sizes[c.A])), float64(n) / float64(max(1, sizes[c.B]))}
	i := 0
	if of[1] > of[0] {
		i = 1
	}
	d, base := c.Data[i], c.Data[1-i]
	x := check.Finding{Data: d, Row: -1, Column: -1, Key: "on " + base.Name, Weight: share, Marked: marked(d)}
	x.Related = across.Examples(c.events, 3)
	x.Message = fmt.Sprintf("%s of the events that %s shares with %s have its %s: one may be built on the other", wording.Share(n, all), d.Name, base.Name, c.what())
	x.Found, x.Expected = wording.Share(n, all), "at most "+wording.Percent(p.Float("chance"))+", as independent readers of one press have"
	x.Why = fmt.Sprintf("of %s events in both, %s; these are %s of all events of %s and %s of %s", wording.Thousands(all), c.counts(), wording.Percent(of[i]), d.Name, wording.Percent(of[1-i]), base.Name)
	if math.Abs(of[0]-of[1]) < 0.1 {
		x.Why += "; as much of either is in the other, so that both may have it from a third"
	}
	x.Help = "look into the documentation of both; if one is built on the other, say so with built_on in assay.yaml, so that the two count as one voice, and never estimate what is missing from both"
	x.Confidence = 0.85
	x.Stat = &check.Stat{
		Test: fmt.Sprintf("exact binomial test against a share of %s", wording.Percent(p.Float("chance"))), Statistic: float64(n), P: c.p, Adjusted: adjusted, Tests: tests, Method: "Holm",
		Effect: share, EffectIs: "share of the common events with something word for word in common",
	}
	p.Report(x)
}

func marked(d *record.Dataset) []int {
	var out []int
	for _, role := range [...]record.Role{record.RoleID, record.RoleNote, record.RoleArticle} {
		if c := d.Role(role); c != nil {
			out = append(out, c.Index)
		}
	}
	return out
}
