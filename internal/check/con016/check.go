package con016

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) { across.Each(p, func(e *across.Event) { compare(p, e) }) }

func compare(p *check.Pass, e *across.Event) {
	sides := e.Sides(fact.Date)
	gap, ok := e.Furthest(fact.Date, sides)
	if !ok {
		return
	}
	days := int(gap.Distance)
	x := across.Finding(e, fact.Date, across.Odd(e.Fact(fact.Date), gap.A, gap.B), sides)
	d := e.Weigh(gap.A, gap.B)
	x.Severity, x.Confidence, x.Weight = check.Warning, d.Confidence(), gap.Distance
	x.Message = fmt.Sprintf("%s: dates differ by %s: %s", e.Place(), wording.Count(days, "day"), across.Say(sides))
	x.Found, x.Expected = gap.A.Text()+" and "+gap.B.Text(), "dates that overlap within their precision"
	x.Why = e.Support(d)
	x.Help = "look up in the source whether it gives the day of the event or that of the report; correct the other, or state the precision"
	switch {
	case days <= p.Int("days"):
		x.Severity = check.Note
		x.Why += "; a night has two dates, and a report is often dated by the day after"
	case days > p.Int("apart"):
		// So far apart, with no more than a model's word for it, two attacks of one kind on one place are as likely.
		x.Confidence = min(x.Confidence, 0.6)
		x.Why += "; so far apart they may be two events of one kind"
	}
	if !d.Sure() {
		x.Severity = check.Note
	}
	p.Report(x)
}
