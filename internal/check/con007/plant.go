package con007

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant changes the coded date and leaves the note as it is: day and month swapped, another year, another month, some days.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.Note == nil || e.When == nil {
		return
	}
	dated := func(row int) bool {
		return e.Note.Opens[row] != record.NoDay && e.When[row].Known() && e.When[row].First == e.When[row].Last
	}
	for i, row := range s.Pick(n, dated) {
		y, m, d := e.When[row].First.Date()
		day := e.When[row].First + record.Day(2+s.Rand.IntN(20))
		switch {
		case i%4 == 0 && d <= 12 && d != m:
			day, _ = record.MakeDay(y, d, m)
		case i%4 == 1:
			if other, ok := record.MakeDay(y-1, m, d); ok {
				day = other
			}
		case i%4 == 2:
			if other, ok := record.MakeDay(y, m%12+1, d); ok {
				day = other
			}
		}
		if write(s, row, day) {
			s.Add(fmt.Sprintf("date set from %s to %s", e.When[row].First, day), row)
		}
	}
}

// write writes a date into the columns that state it.
func write(s *check.Sheet, row int, day record.Day) bool {
	y, m, d := day.Date()
	switch s.Data.Format.ID {
	case "acled":
		s.Set(row, record.RoleYear, strconv.Itoa(y))
		return s.Set(row, record.RoleDate, day.String())
	case "gtd":
		for name, v := range map[string]int{"iyear": y, "imonth": m, "iday": d} {
			i := s.ColumnIndex(name)
			if i < 0 {
				return false
			}
			s.Rows[row][i] = strconv.Itoa(v)
		}
		return true
	}
	return false
}
