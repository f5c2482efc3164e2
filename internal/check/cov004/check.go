package cov004

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const (
	monthWindow = 24
	dayWindow   = 56
	mostAreas   = 20 // areas that are told one by one
)

// tester holds what the tests of one dataset have in common.
type tester struct {
	*check.Pass
	calendar *stats.Calendar
	places   int // at which a run could have begun
}

func run(p *check.Pass) {
	c := stats.NewCalendar(p.Data)
	counts, loose := months(p, c)
	list := byArea(p, c, p.Int("unit"))
	if p.Cancelled() {
		return
	}
	t := &tester{Pass: p, calendar: c, places: c.Months()*(1+len(list)) + c.Days()}
	all := whole(len(counts))
	missing := make([]bool, len(counts))
	for _, g := range t.adjust(gaps(counts, all, monthWindow)) {
		elsewhere := 0.0
		for m := g.first; m <= g.last; m++ {
			elsewhere += loose[m]
		}
		if elsewhere < g.expected/5 {
			t.months(&g, "", "dataset")
			for m := g.first; m <= g.last; m++ {
				missing[m] = true
			}
		}
	}
	t.days(missing)
	keep := all[:0]
	for m, gone := range missing {
		if !gone {
			keep = append(keep, m)
		}
	}
	t.areas(list, keep)
}

// adjust corrects the probabilities of gaps for the number of places, and keeps those that are both improbable and large.
func (t *tester) adjust(all []gap) []gap {
	values := make([]float64, len(all))
	for i := range all {
		values[i] = all[i].chance()
	}
	for i, adjusted := range stats.Holm(values, t.places) {
		all[i].adjusted = adjusted
	}
	return slices.DeleteFunc(all, func(g gap) bool { return g.adjusted >= t.Float("level") || g.expected < float64(t.Int("rows")) })
}

func whole(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// areas reports gaps of countries and units, the gravest first. A gap of a country is not told again for its units.
func (t *tester) areas(list []area, keep []int) {
	type found struct {
		gap
		area *area
	}
	var candidates []gap
	for i := range list {
		for _, g := range gaps(list[i].counts, keep, monthWindow) {
			g.area = i
			candidates = append(candidates, g)
		}
	}
	var all []found
	country := map[string][]gap{}
	for _, g := range t.adjust(candidates) {
		a := &list[g.area]
		if a.unit == "" {
			country[a.country] = append(country[a.country], g)
		}
		all = append(all, found{g, a})
	}
	all = slices.DeleteFunc(all, func(f found) bool {
		return f.area.unit != "" && slices.ContainsFunc(country[f.area.country], func(g gap) bool { return g.first <= f.first && g.last >= f.last })
	})
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.logP, b.logP) })
	for i, f := range all {
		if i == mostAreas {
			t.more(len(all) - i)
			return
		}
		where, what := " in "+f.area.country, "country"
		if f.area.unit != "" {
			what = "unit"
			where = " in " + f.area.unit
			if f.area.country != "" {
				where += " (" + f.area.country + ")"
			}
		}
		t.months(&f.gap, where, what)
	}
}

func (t *tester) more(n int) {
	t.Report(check.Finding{
		Severity: check.Note, Row: -1, Column: t.Col(record.RoleAdmin1), Key: "further",
		Message: fmt.Sprintf("%s more in countries and first-level units, less improbable than those told one by one", wording.Count(n, "such gap")),
		Help:    "draw the number of events by month for each unit",
	})
}

// months reports a gap of months.
func (t *tester) months(g *gap, where, what string) {
	c := t.calendar
	span := c.Name(g.first)
	if g.last > g.first {
		span += " to " + c.Name(g.last)
	}
	n := g.last - g.first + 1
	f := t.finding(g, fmt.Sprintf("no event%s is dated to %s (%s), where about %s are to be expected", where, span,
		wording.Count(n, "month"), wording.Thousands(int(math.Round(g.expected)))))
	f.Why = fmt.Sprintf("the %d months before hold %s a month, the %d after %s", g.windows[0], mean(g.before), g.windows[1], mean(g.after))
	f.Key = what + where + " " + c.Name(g.first)
	f.Found = wording.Count(n, "empty month")
	switch what {
	case "unit":
		f.Severity, f.Confidence, f.Column = check.Note, 0.6, t.Col(record.RoleAdmin1)
	case "country":
		f.Confidence, f.Column = 0.7, t.Col(record.RoleCountry)
	}
	for _, r := range reasons {
		if r.format == t.Data.Format.ID && g.first <= c.Number(r.year, 12) && g.last >= c.Number(r.year, 1) {
			f.Why += "; " + r.text
			f.Confidence = 0.99
		}
	}
	t.Report(f)
}

// reasons are gaps that codebooks explain. They add to what is said about a gap, and have no part in finding it.
var reasons = []struct {
	format string
	year   int
	text   string
}{
	{"gtd", 1993, "the collector lost the records of 1993 before they were entered, and no release holds them"},
}

// days reports gaps of days in the dataset that lie outside missing months.
func (t *tester) days(missing []bool) {
	c := t.calendar
	daily := c.ByDay(t.Data)
	keep := make([]int, 0, len(daily))
	for day := range daily {
		w := c.First + record.Day(day)
		m, _, _ := c.Touches(&record.When{First: w, Last: w})
		if !missing[m] {
			keep = append(keep, day)
		}
	}
	for _, g := range t.adjust(gaps(daily, keep, dayWindow)) {
		first, last := c.First+record.Day(g.first), c.First+record.Day(g.last)
		n := g.last - g.first + 1
		span := first.String()
		if n > 1 {
			span += " to " + last.String()
		}
		f := t.finding(&g, fmt.Sprintf("no event is dated to %s (%s), where about %s are to be expected", span, wording.Count(n, "day"),
			wording.Thousands(int(math.Round(g.expected)))))
		f.Why = fmt.Sprintf("the %d days before hold %s a day, the %d after %s", g.windows[0], mean(g.before), g.windows[1], mean(g.after))
		f.Key = "day " + first.String()
		f.Found = wording.Count(n, "empty day")
		t.Report(f)
	}
}

func (t *tester) finding(g *gap, message string) check.Finding {
	return check.Finding{
		Row: -1, Column: t.Col(record.RoleDate), Message: message,
		Help:     "compare with another release or dataset; leave the time out of trends rather than count it as zero",
		Expected: fmt.Sprintf("about %.0f events", g.expected), Weight: g.expected,
		Stat: &check.Stat{
			Test: "negative binomial probability of the run, natural logarithm", Statistic: g.logP, P: g.chance(), Adjusted: g.adjusted,
			Tests: t.places, Method: "Holm", Effect: math.Round(g.expected), EffectIs: "events missing at the mean of the sparser side",
		},
	}
}

func mean(v float64) string {
	if v >= 10 {
		return fmt.Sprintf("%.0f", v)
	}
	return fmt.Sprintf("%.1f", v)
}
