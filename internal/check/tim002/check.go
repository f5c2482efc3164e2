package tim002

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	c := stats.NewCalendar(p.Data)
	daily := c.ByDay(p.Data)
	heaps := append(ofMonth(c, daily, p.Int("months")), ofWeek(c, daily, 4*p.Int("months"))...)
	if len(heaps) == 0 {
		p.Skip("the dates span fewer than %d whole months", p.Int("months"))
		return
	}
	values := make([]float64, len(heaps))
	for i := range heaps {
		values[i] = stats.Upper(heaps[i].z())
	}
	for i, adjusted := range stats.Holm(values, len(values)) {
		h := &heaps[i]
		if adjusted < p.Float("level") && h.effect() >= p.Float("effect") && h.excess() >= float64(p.Int("rows")) {
			report(p, h, values[i], adjusted, len(heaps))
		}
	}
}

func report(p *check.Pass, h *heap, alone, adjusted float64, tests int) {
	more := fmt.Sprintf("%.0f %% more than", 100*h.effect())
	if h.effect() >= 1 {
		more = fmt.Sprintf("%.1f times as many as", 1+h.effect())
	}
	f := check.Finding{
		Row: -1, Column: p.Col(record.RoleDate), Key: h.key,
		Message: fmt.Sprintf("%s are dated to %s, %s the days around lead to expect", wording.Count(h.rows, "event"), h.days, more),
		Why: fmt.Sprintf("%.0f against %.0f expected in %s, the one with the greatest excess left out; only events dated to one day count",
			h.observed, h.expected, spans(h)),
		Help:     "look up some of these rows in their sources: where only the month is known, say so in the precision of the date",
		Expected: fmt.Sprintf("about %.0f", h.expected), Found: fmt.Sprintf("%.0f", h.observed),
		Weight: h.excess(),
		Stat: &check.Stat{
			Test: "excess over the days around, variance of these days", Statistic: h.z(), P: alone, Adjusted: adjusted, Tests: tests, Method: "Holm",
			Effect: h.effect(), EffectIs: "share over the expectation",
		},
	}
	switch {
	case h.key == "day 15" && placeholder(p.Data):
		f.Message = fmt.Sprintf("%s coded to the day lie on the 15th, %s the days around lead to expect", wording.Count(h.rows, "event"), more)
		f.Why += "; the codebook puts events known only to the month in its middle"
		f.Help = "look up some of these rows: where only the month is known, the precision code is wrong"
		f.Confidence = 0.95
	case slices.Contains(weekdays[:], h.key):
		f.Severity, f.Confidence = check.Note, 0.6
		f.Why = fmt.Sprintf("%s dated to %s against %.0f, the median of the other weekdays; only events dated to one day count",
			wording.Count(h.rows, "event"), h.days, h.expected)
		f.Help = "find out whether a source reports on that day, or whether more happens on it (market, prayer, demonstrations)"
	case h.key == "1 January":
		f.Help = "events known only to the year are often entered as 1 January; look some of them up (celebrations make real events too)"
	}
	p.Report(f)
}

// spans prints over how many months a heap is counted.
func spans(h *heap) string {
	if h.key == "1 January" {
		return wording.Count(h.spans, "year")
	}
	return wording.Count(h.spans, "month")
}

// placeholder reports whether the codebook places events known to the month on the 15th.
func placeholder(d *record.Dataset) bool {
	return d.Format.ID == "acled" && d.Role(record.RoleTimePrec) != nil
}
