package tim003

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant sets the dates of all reports of a row before the event: by a year, by swapping day and month, by some days.
func plant(s *check.Sheet, n int) {
	when := s.Data.Events.When
	reported := s.Data.Role(record.RoleSourceDate)
	for i, row := range s.Pick(n, func(row int) bool { return when[row].Known() && reported.Has(row) }) {
		first := when[row].First
		y, m, d := first.Date()
		report := first - record.Day(3+s.Rand.IntN(60))
		switch {
		case i%3 == 0:
			if day, ok := record.MakeDay(y-1, m, d); ok {
				report = day
			}
		case i%3 == 1 && d < m:
			report, _ = record.MakeDay(y, d, m)
		}
		if report >= first {
			report = first - 5
		}
		s.Set(row, record.RoleSourceDate, report.String())
		s.Add(fmt.Sprintf("report of %s for an event of %s", report, first), row)
	}
}
