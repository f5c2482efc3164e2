package con015

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) { across.Each(p, func(e *across.Event) { compare(p, e) }) }

func compare(p *check.Pass, e *across.Event) {
	sides := e.Sides(fact.Deaths)
	gap, ok := e.Furthest(fact.Deaths, sides)
	if !ok {
		return
	}
	f := e.Fact(fact.Deaths)
	x := across.Finding(e, fact.Deaths, across.Odd(f, gap.A, gap.B), sides)
	d := e.Weigh(gap.A, gap.B)
	x.Severity, x.Confidence = check.Warning, d.Confidence()
	// With one added to both, so that nobody against somebody has a ratio too.
	ratio := (1 + gap.High) / (1 + gap.Low)
	x.Weight = math.Log(ratio) * math.Sqrt(gap.Distance)
	x.Message = fmt.Sprintf("%s: deaths differ: %s", e.Head(), across.Say(sides))
	x.Found = fmt.Sprintf("%s and %s", gap.A.Text(), gap.B.Text())
	x.Expected = "numbers that can all be right"
	x.Why = e.Support(d)
	x.Help = "compare what both count and when they were closed; without a reason for one number keep the range, and do not take the mean"
	switch few := gap.Distance <= p.Float("gap") || gap.High < p.Float("factor")*gap.Low; {
	case gap.Low == 0 && gap.High < p.Float("zero"):
		x.Severity = check.Note
		x.Why += "; a zero often stands for a number that was not reported"
	case gap.Low == 0:
		x.Why += fmt.Sprintf("; a zero often stands for a number that was not reported, but against %s it misleads", wording.Total(gap.High))
	case few:
		x.Severity = check.Note
		x.Why += "; late deaths, or another hour of counting, may explain so small a difference"
	}
	if days := longer(e, gap.B); days >= 3 {
		x.Severity, x.Confidence = check.Note, min(x.Confidence, 0.5)
		x.Why += fmt.Sprintf("; %s covers %d days, so that it may count more than this one event", gap.B.Data.Name, days)
	}
	if !d.Sure() {
		x.Severity = check.Note
	}
	p.Report(x)
}

// longer is over how many days the event lasted to the dataset with the higher number, 0 where it says no more than that
// the day is in doubt.
func longer(e *across.Event, s *across.Side) int {
	most := 0
	for _, c := range s.Claims {
		if events := s.Data.Events; events != nil && events.When != nil {
			if w := events.When[c.Row]; w.Duration || w.Precision >= record.TimeMonth {
				most = max(most, w.Days())
			}
		}
	}
	return most
}
