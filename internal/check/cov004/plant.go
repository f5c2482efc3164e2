package cov004

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
)

// plant deletes the rows of one to three months in the middle of the series, or of as many as hold forty rows.
func plant(s *check.Sheet, _ int) {
	c := stats.NewCalendar(s.Data)
	if c == nil || c.Months() < 60 {
		return
	}
	const least = 40
	when := s.Data.Events.When
	rows := make([]int, c.Months())
	for row := range when {
		if m, _, ok := c.Touches(&when[row]); ok {
			rows[m]++
		}
	}
	first := c.Months()/3 + s.Rand.IntN(c.Months()/3)
	last := first + s.Rand.IntN(3)
	sum := 0
	for m := first; m < len(rows) && (m <= last || sum < least); m++ {
		sum += rows[m]
		last = max(last, m)
	}
	kept := s.Rows[:0]
	for row := range s.Data.N {
		a, b, ok := c.Touches(&when[row])
		if ok && a <= last && b >= first {
			continue
		}
		kept = append(kept, s.Rows[row])
	}
	if gone := len(s.Rows) - len(kept); gone > 0 {
		s.Rows = kept
		s.Add(fmt.Sprintf("%d rows of %s to %s deleted", gone, c.Name(first), c.Name(last)))
	}
}
