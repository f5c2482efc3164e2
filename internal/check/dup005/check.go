package dup005

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	sizes := across.Events(p)
	for _, x := range across.Pairs(p) {
		least := p.Float("share") * float64(min(sizes[x.A], sizes[x.B]))
		if t := tally(x); t.sure > 0 && float64(t.sure) >= least {
			report(p, x, t, sizes)
		}
	}
}

// twice is what a sum over two datasets counts twice.
type twice struct {
	events, sure int
	deaths       float64 // the lower of the two numbers of each event
	linked       float64 // sum of the probabilities
}

func tally(x *across.Pair) (t twice) {
	for _, e := range x.Events {
		p := e.Between(x.A, x.B)
		t.events++
		t.linked += p
		if p >= across.Sure {
			t.sure++
		}
		var a, b float64
		sides := e.Sides(fact.Deaths)
		for i := range sides {
			switch sides[i].Index {
			case x.A:
				a = sides[i].Best()
			case x.B:
				b = sides[i].Best()
			}
		}
		t.deaths += min(a, b)
	}
	return t
}

// total is the number of dead that a dataset counts.
func total(d *record.Dataset) float64 {
	sum := 0.0
	if d.Events.Deaths == nil {
		return 0
	}
	for row, c := range d.Events.Deaths {
		if n := float64(c.Best); n == n && (d.Events.Counted == nil || d.Events.Counted[row]) {
			sum += n
		}
	}
	return sum
}

func report(p *check.Pass, x *across.Pair, t twice, sizes []int) {
	a, b := x.Data[0], x.Data[1]
	both, dead := sizes[x.A]+sizes[x.B], total(a)+total(b)
	f := check.Finding{Data: a, Row: -1, Column: -1, Key: "with " + b.Name, Weight: float64(t.events)}
	if c := a.Role(record.RoleBest); c != nil {
		f.Column = c.Index
	}
	f.Related = across.Examples(x.Events, 3)
	f.Message = fmt.Sprintf("%s and %s have %s in common: a sum over both counts %s twice", a.Name, b.Name, wording.Count(t.events, "event"), wording.Deaths(t.deaths))
	if t.deaths == 0 {
		f.Message = fmt.Sprintf("%s and %s have %s in common: a sum over both counts them twice", a.Name, b.Name, wording.Count(t.events, "event"))
	}
	f.Found = fmt.Sprintf("%d events", t.events)
	f.Expected = "each event counted once"
	f.Confidence = math.Round(100*t.linked/float64(t.events)) / 100
	f.Why = fmt.Sprintf("of %s events and %s deaths that a sum over both gives, %s and %s are in both; %s of these events are linked with a probability of at least %.1f, and the lower number of dead of each is taken",
		wording.Thousands(both), wording.Total(dead), wording.Thousands(t.events), wording.Total(t.deaths), wording.Thousands(t.sure), across.Sure)
	f.Help = "count events and not rows: assay link --out writes each event once, with what every dataset says of it"
	p.Report(f)
}
