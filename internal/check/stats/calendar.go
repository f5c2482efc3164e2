package stats

import (
	"fmt"

	"github.com/assaydata/assay/internal/record"
)

// The years within which dates are counted. A date outside them is a slip, and would make the series absurdly long.
const (
	earliest = 1800
	latest   = 2200
)

// Calendar numbers the days and months from the first to the last known date of a dataset.
type Calendar struct {
	First record.Day // first day of the first month
	Last  record.Day // last day of the last month
	From  record.Day // first date that occurs
	To    record.Day // last date that occurs

	months []int32 // month by day since First
	origin int     // year*12 + month-1 of month 0
}

// NewCalendar returns the calendar of a dataset, nil where no row has a date.
func NewCalendar(d *record.Dataset) *Calendar {
	if d.Events == nil || d.Events.When == nil {
		return nil
	}
	low, _ := record.MakeDay(earliest, 1, 1)
	high, _ := record.MakeDay(latest, 12, 31)
	from, to := high+1, low-1
	for i := range d.Events.When {
		w := &d.Events.When[i]
		if w.First >= low && w.Last <= high && w.Last >= w.First {
			from, to = min(from, w.First), max(to, w.Last)
		}
	}
	if from > to {
		return nil
	}
	c := &Calendar{From: from, To: to}
	y, m, _ := from.Date()
	c.origin = y*12 + m - 1
	c.First, _ = record.MakeDay(y, m, 1)
	y, m, _ = to.Date()
	c.Last, _ = record.MakeDay(y, m, record.DaysIn(y, m))
	c.months = make([]int32, 0, c.Last-c.First+1)
	for i := range y*12 + m - c.origin {
		year, month := c.YearMonth(i)
		for range record.DaysIn(year, month) {
			c.months = append(c.months, int32(i))
		}
	}
	return c
}

// Months returns the number of months.
func (c *Calendar) Months() int { return int(c.months[len(c.months)-1]) + 1 }

// Days returns the number of days.
func (c *Calendar) Days() int { return len(c.months) }

// YearMonth returns the year and the month (1-12) of a month by its number.
func (c *Calendar) YearMonth(month int) (year, m int) {
	n := c.origin + month
	return n / 12, n%12 + 1
}

// Name prints a month: "1993-04".
func (c *Calendar) Name(month int) string {
	y, m := c.YearMonth(month)
	return fmt.Sprintf("%04d-%02d", y, m)
}

// Start returns the first day of a month.
func (c *Calendar) Start(month int) record.Day {
	y, m := c.YearMonth(month)
	day, _ := record.MakeDay(y, m, 1)
	return day
}

// Number returns the number of the month of a date, which may lie outside the calendar.
func (c *Calendar) Number(year, month int) int { return year*12 + month - 1 - c.origin }

// MonthOf returns the number of the month in which an interval lies wholly, -1 where there is none.
func (c *Calendar) MonthOf(w *record.When) int {
	if w.First < c.First || w.Last > c.Last || w.Last < w.First {
		return -1
	}
	m := c.months[w.First-c.First]
	if c.months[w.Last-c.First] != m {
		return -1
	}
	return int(m)
}

// Touches returns the first and the last month that an interval touches, false where it is not in the calendar.
func (c *Calendar) Touches(w *record.When) (first, last int, ok bool) {
	if w.First < c.First || w.Last > c.Last || w.Last < w.First {
		return 0, 0, false
	}
	return int(c.months[w.First-c.First]), int(c.months[w.Last-c.First]), true
}

// ByDay counts the events that are dated to one day and not to a wider interval. Further rows of one event do not count.
func (c *Calendar) ByDay(d *record.Dataset) []int32 {
	out := make([]int32, c.Days())
	counted := d.Events.Counted
	for row := range d.Events.When {
		w := &d.Events.When[row]
		if w.First == w.Last && w.Precision <= record.TimeDay && w.First >= c.First && w.Last <= c.Last && (counted == nil || counted[row]) {
			out[w.First-c.First]++
		}
	}
	return out
}
