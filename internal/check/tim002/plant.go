package tim002

import (
	"fmt"
	"strconv"
	"time"

	"github.com/assaydata/assay/internal/check"
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
		y, m, day := w.First.Date()
		if day == 15 {
			continue
		}
		if to, ok := record.MakeDay(y, m, 15); ok && setDay(s, row, to) {
			moved++
		}
	}
	if moved > 0 {
		s.Add(fmt.Sprintf("%d events moved to the 15th of their month", moved))
	}
}

// setDay writes a date in the way in which the row writes its own.
func setDay(s *check.Sheet, row int, day record.Day) bool {
	_, _, d := day.Date()
	set := false
	for _, name := range [...]string{"iday", "stday", "eday"} {
		if i := s.ColumnIndex(name); i >= 0 {
			s.Rows[row][i] = strconv.Itoa(d)
			set = true
		}
	}
	for _, role := range [...]record.Role{record.RoleDate, record.RoleDateEnd} {
		old := s.Get(row, role)
		for _, layout := range [...]string{"2006-01-02", "2006-01-02T15:04:05", "02/01/2006", "2-Jan-06"} {
			t, err := time.Parse(layout, old)
			if err != nil {
				continue
			}
			s.Set(row, role, t.AddDate(0, 0, d-t.Day()).Format(layout))
			set = true
			break
		}
	}
	return set
}
