package ver003

import (
	"cmp"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
)

// change is a change of one series.
type change struct {
	stats.Shift
	*series
	month    int
	adjusted float64
	tests    int
	agree    int // countries that share it, of those that could
	of       int
	known    *known
}

const (
	together = 3   // months within which changes are one finding
	told     = 3   // findings per dataset
	many     = 5   // countries from which the change must be shared
	shared   = 0.6 // by this part of them
)

func run(p *check.Pass) {
	c := stats.NewCalendar(p.Data)
	t := count(p, c)
	if p.Cancelled() {
		return
	}
	var all []change
	list := t.series()
	for i := range list {
		all = append(all, scan(p, c, &list[i])...)
	}
	values := make([]float64, len(all))
	for i := range all {
		values[i] = all[i].P
	}
	for i, adjusted := range stats.Holm(values, len(all)) {
		all[i].adjusted, all[i].tests = adjusted, len(all)
	}
	kept := all[:0]
	for _, x := range all {
		if x.adjusted < p.Float("level") && t.material(p, &x) {
			kept = append(kept, x)
		}
	}
	breaks := gather(strongest(kept))
	left := max(0, len(breaks)-told)
	slices.SortStableFunc(breaks, func(a, b []change) int {
		return cmp.Or(-cmp.Compare(explained(a), explained(b)), cmp.Compare(math.Abs(b[0].T), math.Abs(a[0].T)))
	})
	breaks = breaks[:min(told, len(breaks))]
	slices.SortStableFunc(breaks, func(a, b []change) int { return cmp.Compare(a[0].month, b[0].month) })
	for _, b := range breaks {
		report(p, c, b, left)
	}
}

// explained is 1 for a break that the codebook explains: it is told before others.
func explained(b []change) int {
	if b[0].known != nil {
		return 1
	}
	return 0
}

// scan compares the time before and after every month of a series.
func scan(p *check.Pass, c *stats.Calendar, s *series) (out []change) {
	for at := range s.y {
		if shift, ok := stats.ShiftAt(s.y, at); ok {
			out = append(out, change{Shift: shift, series: s, month: s.months[at], known: reason(p.Data, c, s.months[at])})
		}
	}
	return out
}

// material reports whether a change is large, sharp, lasting and, in a dataset of many countries, shared by most of them.
func (t *tally) material(p *check.Pass, x *change) bool {
	need := p.Float("share")
	if x.level {
		need = math.Log(p.Float("factor"))
	}
	if math.Abs(x.After-x.Before) < need || x.Blurred > p.Int("blurred") || x.level && !full(x.series, x.At, p.Int("events")) {
		return false
	}
	if !t.isMany() {
		return true
	}
	x.agree, x.of = t.countriesThatShare(x)
	return x.of >= many && float64(x.agree) >= shared*float64(x.of)
}

// strongest keeps, of the changes of one series that lie less than a year apart, the strongest.
func strongest(all []change) (out []change) {
	slices.SortStableFunc(all, func(a, b change) int { return cmp.Compare(math.Abs(b.T), math.Abs(a.T)) })
	for _, x := range all {
		if !slices.ContainsFunc(out, func(y change) bool { return y.series == x.series && abs(y.month-x.month) < stats.Near }) {
			out = append(out, x)
		}
	}
	return out
}

// full reports whether one side has enough events a month.
func full(s *series, at, least int) bool {
	before, after := 0, 0
	lo, hi := max(0, at-stats.Window), min(len(s.months), at+stats.Window)
	for _, m := range s.months[lo:at] {
		before += int(s.total[m])
	}
	for _, m := range s.months[at:hi] {
		after += int(s.total[m])
	}
	return before >= least*(at-lo) || after >= least*(hi-at)
}

// gather joins changes of several series within a few months to breaks, the strongest change first.
func gather(all []change) (breaks [][]change) {
	slices.SortStableFunc(all, func(a, b change) int { return cmp.Compare(math.Abs(b.T), math.Abs(a.T)) })
	// A change of level says more than one of composition at the same time.
	slices.SortStableFunc(all, func(a, b change) int {
		switch {
		case a.level == b.level:
			return 0
		case a.level:
			return -1
		}
		return 1
	})
next:
	for _, x := range all {
		for i := range breaks {
			if abs(breaks[i][0].month-x.month) <= together {
				breaks[i] = append(breaks[i], x)
				continue next
			}
		}
		breaks = append(breaks, []change{x})
	}
	return breaks
}

func abs(n int) int { return max(n, -n) }

// least is the number of events of a country that is asked whether it shares a change.
const least = 48

// isMany reports whether a dataset has enough countries to tell a change of method from a war in one of them.
func (t *tally) isMany() bool {
	n := 0
	for _, s := range t.countries {
		events := int32(0)
		for m := range s {
			events += s[m].all
		}
		if events >= least {
			n++
		}
	}
	return n >= many
}

// countriesThatShare counts the countries with enough events around a month, and those of them that change in the same
// direction by a good part of the size.
func (t *tally) countriesThatShare(x *change) (agree, of int) {
	for _, s := range t.countries {
		if s == nil {
			continue
		}
		lo, hi := max(0, x.month-stats.Window), min(len(s), x.month+stats.Window)
		var a, b month
		for m := lo; m < hi; m++ {
			if m < x.month {
				a.add(&s[m])
			} else {
				b.add(&s[m])
			}
		}
		var d float64
		if x.level {
			if a.all+b.all < least {
				continue
			}
			d = math.Log((float64(b.all)+0.5)/float64(hi-x.month)) - math.Log((float64(a.all)+0.5)/float64(x.month-lo))
		} else {
			partA, a := x.series.of(&a)
			partB, b := x.series.of(&b)
			if a < least/2 || b < least/2 {
				continue
			}
			d = float64(partB)/float64(b) - float64(partA)/float64(a)
		}
		of++
		if (d > 0) == (x.After > x.Before) && math.Abs(d) > math.Abs(x.After-x.Before)/4 {
			agree++
		}
	}
	return agree, of
}
