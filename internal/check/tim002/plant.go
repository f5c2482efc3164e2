package tim002

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

// plant moves every twelfth event that is dated to a day to the 15th of its month, as when an unknown day is filled in. The
// day of the 15th then holds two to three times as many events as the others.
func plant(s *check.Sheet, _ int) {
	d := s.Data
	if d.Events == nil || d.Events.When == nil {
		return
	}
	moved := 0
	for row := range d.N {
		w := d.Events.When[row]
		if !w.Known() || w.First != w.Last || w.Precision > record.TimeDay || s.Rand.IntN(12) != 0 {
			continue
		}
		if _, _, day := w.First.Date(); day != 15 && setDay(s, row, day, 15) {
			moved++
		}
	}
	if moved > 0 {
		s.Add(fmt.Sprintf("%d events moved to the 15th of their month", moved))
	}
}

// setDay moves a row to another day of its month, in all the columns that state it.
func setDay(s *check.Sheet, row, from, to int) bool {
	if !grouping.ShiftDay(s, row, to-from) {
		return false
	}
	for _, name := range [...]string{"stday", "eday"} {
		if i := s.ColumnIndex(name); i >= 0 {
			s.Rows[row][i] = strconv.Itoa(to)
		}
	}
	return true
}
