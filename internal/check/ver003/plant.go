package ver003

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
)

// plant deletes two thirds of the rows before the middle of the series, as if collection had widened then.
func plant(s *check.Sheet, _ int) {
	c := stats.NewCalendar(s.Data)
	if c == nil || c.Months() < 4*stats.AtLeast {
		return
	}
	at := c.Months()/2 - 6 + s.Rand.IntN(12)
	kept := s.Rows[:0]
	for row := range s.Data.N {
		if m, _, ok := c.Touches(&s.Data.Events.When[row]); !ok || m >= at || s.Rand.IntN(3) == 0 {
			kept = append(kept, s.Rows[row])
		}
	}
	s.Rows = kept
	s.Add(fmt.Sprintf("two thirds of the rows before %s deleted", c.Name(at)))
}
