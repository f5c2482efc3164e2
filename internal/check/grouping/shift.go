package grouping

import (
	"strconv"
	"strings"
	"time"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// dateLayouts are the ways in which the datasets write a day.
var dateLayouts = []string{
	"2006-01-02", "2006-01-02 15:04:05.000", "2006-01-02T15:04:05", "02/01/2006", "2 January 2006", "2-Jan-06",
}

// ShiftDay moves the dates of a row of a sheet by a number of days, for planting: first and last date as they are written,
// or GTD's day of the month. It reports false, and changes nothing, where the dates can't be read or the month would change.
func ShiftDay(s *check.Sheet, row, days int) bool {
	if i := s.ColumnIndex("iday"); i >= 0 {
		day, err := strconv.Atoi(strings.TrimSpace(s.Rows[row][i]))
		if err != nil || day < 1 || day+days > 28 || day+days < 1 {
			return false
		}
		s.Rows[row][i] = strconv.Itoa(day + days)
		return true
	}
	first, ok := shift(s.Get(row, record.RoleDate), days)
	if !ok {
		return false
	}
	last := s.Get(row, record.RoleDateEnd)
	if last != "" {
		if last, ok = shift(last, days); !ok {
			return false
		}
	}
	s.Set(row, record.RoleDate, first)
	s.Set(row, record.RoleDateEnd, last)
	return true
}

func shift(text string, days int) (string, bool) {
	for _, layout := range dateLayouts {
		t, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		moved := t.AddDate(0, 0, days)
		return moved.Format(layout), moved.Month() == t.Month()
	}
	return "", false
}
