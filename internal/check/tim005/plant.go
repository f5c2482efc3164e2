package tim005

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// plant moves the event by years or months and leaves the identifier as it is.
func plant(s *check.Sheet, n int) {
	when := s.Data.Events.When
	year, month := s.ColumnIndex("iyear"), s.ColumnIndex("imonth")
	id := s.Data.Role(record.RoleID)
	if year < 0 || month < 0 {
		return
	}
	dated := func(row int) bool {
		_, ok := parse(tabular.Raw(id, row))
		return ok && when[row].Known() && when[row].Precision <= record.TimeMonth
	}
	for i, row := range s.Pick(n, dated) {
		y, m, _ := when[row].First.Date()
		if i%2 == 0 {
			other := y + []int{-10, -5, -1, 1, 5}[s.Rand.IntN(5)]
			s.Rows[row][year] = strconv.Itoa(other)
			s.Add(fmt.Sprintf("year set to %d", other), row)
			continue
		}
		other := 1 + (m+2+s.Rand.IntN(7))%12 // three to nine months away
		s.Rows[row][month] = strconv.Itoa(other)
		s.Add(fmt.Sprintf("month set to %d", other), row)
	}
}
