package tim002

import (
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
)

// heap is one comparison of certain days with those around them.
type heap struct {
	key      string
	days     string // for people: "the 1st of a month"
	rows     int    // events on these days, all of them
	observed float64
	expected float64
	variance float64
	spans    int // months or weeks compared
}

func (h *heap) excess() float64 { return h.observed - h.expected }

// effect is the excess as a share of the expectation; an expectation under one event counts as one.
func (h *heap) effect() float64 {
	return h.observed/max(h.expected, 1) - 1
}

func (h *heap) z() float64 {
	if h.variance <= 0 {
		return 0
	}
	return h.excess() / math.Sqrt(h.variance)
}

// part is the contribution of one month or week to a heap.
type part struct{ observed, expected, variance float64 }

// collect adds up the parts without the one with the greatest excess.
func collect(key, days string, parts []part) heap {
	h := heap{key: key, days: days, spans: len(parts) - 1}
	worst := 0
	for i, p := range parts {
		h.rows += int(p.observed)
		if p.observed-p.expected > parts[worst].observed-parts[worst].expected {
			worst = i
		}
	}
	for i, p := range parts {
		if i != worst {
			h.observed += p.observed
			h.expected += p.expected
			h.variance += p.variance
		}
	}
	return h
}

// ofMonth compares the 1st, the 15th, the last day and 1 January with the ordinary days of their months.
func ofMonth(c *stats.Calendar, daily []int32, least int) []heap {
	var first, middle, last, newYear []part
	months := 0
	var ordinary []int32
	for m := range c.Months() {
		start := c.Start(m)
		y, month := c.YearMonth(m)
		n := record.DaysIn(y, month)
		// A month that the data cover only in part would compare days that are in them with days that are not.
		if start < c.From || start+record.Day(n)-1 > c.To {
			continue
		}
		months++
		days := daily[start-c.First:][:n]
		ordinary = append(append(ordinary[:0], days[1:14]...), days[15:n-1]...)
		mean, variance := stats.Moments(ordinary)
		// Days without a single event do not prove that nothing ever varies: one event among them is the least that is assumed.
		k := float64(len(ordinary))
		variance = max(variance, 1/k) * (1 + 1/k)
		on := func(day int) part { return part{float64(days[day-1]), mean, variance} }
		if month == 1 {
			newYear = append(newYear, on(1))
		} else {
			first = append(first, on(1))
		}
		middle = append(middle, on(15))
		last = append(last, on(n))
	}
	if months < least {
		return nil
	}
	out := make([]heap, 0, 11)
	add := func(key, days string, parts []part, least int) {
		if len(parts) > least {
			out = append(out, collect(key, days, parts))
		}
	}
	add("day 1", "the 1st of a month (without January)", first, 6)
	add("day 15", "the 15th of a month", middle, 6)
	add("last day", "the last day of a month", last, 6)
	add("1 January", "1 January", newYear, 2)
	return out
}

var weekdays = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// ofWeek compares each weekday with the median of the other six.
func ofWeek(c *stats.Calendar, daily []int32, least int) []heap {
	from := int(c.From - c.First)
	to := int(c.To-c.First) + 1
	weeks := (to - from) / 7
	if weeks < least {
		return nil
	}
	// The offset of a day within the weeks counted from the first date says which weekday it is.
	var total [7]float64
	variance := 0.0
	var most [7]float64
	for w := range weeks {
		days := daily[from+7*w:][:7]
		mean, v := stats.Moments(days)
		variance += v
		for i, n := range days {
			total[i] += float64(n)
			most[i] = max(most[i], float64(n)-mean)
		}
	}
	// The variance of a median of six is about π/2 times that of their mean.
	spread := variance * (1 + math.Pi/2/6)
	out := make([]heap, 7)
	for i := range total {
		others := make([]float64, 0, 6)
		for j, n := range total {
			if j != i {
				others = append(others, n)
			}
		}
		slices.Sort(others)
		name := weekdays[(c.From + record.Day(i)).Weekday()]
		out[i] = heap{
			key: name, days: name + "s", rows: int(total[i]), observed: total[i] - most[i],
			expected: (others[2] + others[3]) / 2, variance: spread, spans: weeks,
		}
	}
	slices.SortStableFunc(out, func(a, b heap) int { return slices.Index(weekdays[:], a.key) - slices.Index(weekdays[:], b.key) })
	return out
}
