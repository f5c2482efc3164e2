package tim001

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant moves ends before starts, and events before the dataset starts or after their row was edited.
func plant(s *check.Sheet, n int) {
	when := s.Data.Events.When
	bound, known := starts[s.Data.Format.ID]
	ordered := s.Index(record.RoleDateEnd) >= 0 && s.Index(record.RoleDate) >= 0 && s.Data.Format.ID == "ged"
	edited := s.Data.Format.ID == "acled" && s.ColumnIndex("timestamp") >= 0
	for i, row := range s.Pick(n, func(row int) bool { return when[row].Known() && when[row].Precision == record.TimeDay }) {
		w := when[row]
		switch {
		case ordered && i%2 == 0:
			end := w.First - record.Day([]int{1, 2, 7, 30, 365}[s.Rand.IntN(5)])
			s.Set(row, record.RoleDateEnd, end.String())
			s.Add(fmt.Sprintf("end set to %s, before the start on %s", end, w.First), row)
		case edited && i%2 == 0:
			at := int64(w.First-record.Day(3+s.Rand.IntN(200)))*86400 + 3600
			s.Rows[row][s.ColumnIndex("timestamp")] = strconv.FormatInt(at, 10)
			s.Add(fmt.Sprintf("event on %s, last edit before it", w.First), row)
		case known:
			year := bound.year - 1 - s.Rand.IntN(80)
			_, m, d := w.First.Date()
			if _, ok := record.MakeDay(year, m, d); !ok {
				d = 28
			}
			if !setDate(s, row, year, m, d) {
				continue
			}
			s.Add(fmt.Sprintf("dated %04d-%02d-%02d, before the dataset starts", year, m, d), row)
		}
	}
}

// setDate writes a date into all columns of a row that state its first and last day.
func setDate(s *check.Sheet, row, year, m, d int) bool {
	set := func(name, text string) {
		if i := s.ColumnIndex(name); i >= 0 {
			s.Rows[row][i] = text
		}
	}
	iso := fmt.Sprintf("%04d-%02d-%02d", year, m, d)
	y := strconv.Itoa(year)
	switch s.Data.Format.ID {
	case "acled":
		set("event_date", iso)
		set("year", y)
	case "ged":
		set("date_start", iso)
		set("date_end", iso)
		set("year", y)
	case "gtd":
		set("iyear", y)
	case "scad":
		set("startdate", iso)
		set("enddate", iso)
		set("styr", y)
		set("eyr", y)
	default:
		return false
	}
	return true
}
