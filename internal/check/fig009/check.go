package fig009

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	var heaps []heap
	tested := 0
	for _, role := range [...]record.Role{record.RoleBest, record.RoleInjured} {
		c := p.Data.Role(role)
		if c == nil {
			continue
		}
		counts, of := tally(p.Data, c)
		if counts == nil {
			continue
		}
		if of >= p.Int("events") {
			heaps = append(heaps, classes(c, counts, of)...)
			tested++
		}
		heaps = append(heaps, singles(c, counts)...)
	}
	if tested == 0 && len(heaps) == 0 {
		p.Skip("fewer than %d events with ten or more dead or injured", p.Int("events"))
		return
	}
	values := make([]float64, len(heaps))
	for i := range heaps {
		values[i] = heaps[i].p
	}
	adjusted := stats.Holm(values, len(values))
	for i := range heaps {
		h := &heaps[i]
		excess := float64(h.observed) - h.expected
		material := h.number == 0 && h.index() >= p.Float("index") ||
			h.number > 0 && h.index() >= p.Float("single") && excess >= float64(p.Int("excess"))
		if material && adjusted[i] < p.Float("level") {
			report(p, h, adjusted[i], len(heaps))
		}
	}
}

func report(p *check.Pass, h *heap, adjusted float64, tests int) {
	name := tabular.Name(h.column)
	f := check.Finding{
		Row: -1, Column: h.column.Index, Key: h.key,
		Expected: fmt.Sprintf("about %.0f", h.expected), Found: fmt.Sprint(h.observed),
		Weight: float64(h.observed) - h.expected,
		Stat: &check.Stat{
			Test: "z test against a smooth reference", Statistic: h.z, P: h.p, Adjusted: adjusted, Tests: tests, Method: "Holm",
			Effect: h.index(), EffectIs: "times as many as expected",
		},
	}
	if h.number == 0 {
		f.Message = fmt.Sprintf("%s of the %s with %s of %d to %d give %s, %.1f times as many as the numbers beside them lead to expect",
			wording.Share(h.observed, h.of), wording.Count(h.of, "event"), name, round, highest, h.what, h.index())
		f.Why = fmt.Sprintf("%s give one of them; a smooth curve through the other numbers gives %.0f", wording.Count(h.observed, "event"), h.expected)
		f.Help = "treat round numbers as intervals (20 as 15 to 25); do not build on differences of a few dead"
	} else {
		f.Message = fmt.Sprintf("%s is %d in %s, %.1f times as often as the numbers on both sides lead to expect", name, h.number,
			wording.Count(h.observed, "event"), h.index())
		f.Why = fmt.Sprintf("the numbers beside it lead to expect %.0f", h.expected)
		f.Help = "look at these rows: a default for \"several\", or one toll that was copied to many rows of an event"
		f.Confidence = 0.85
	}
	p.Report(f)
}
