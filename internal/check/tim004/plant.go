package tim004

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant sets GED's date_prec to a neighbouring value, moves an end over New Year, and changes SCAD's duration.
func plant(s *check.Sheet, n int) {
	when := s.Data.Events.When
	switch s.Data.Format.ID {
	case "ged":
		for i, row := range s.Pick(n, func(row int) bool { return when[row].Known() }) {
			w := when[row]
			if i%4 == 0 {
				end, _ := record.MakeDay(w.First.Year()+1, 1, 2)
				s.Set(row, record.RoleDateEnd, end.String())
				s.Add(fmt.Sprintf("end moved to %s, into the next year", end), row)
				continue
			}
			right := 1
			for w.Days() > gedBands[right].to {
				right++
			}
			wrong := 1 + (right+s.Rand.IntN(4))%5
			s.Set(row, record.RoleTimePrec, strconv.Itoa(wrong))
			s.Add(fmt.Sprintf("date_prec set to %d over %d days", wrong, w.Days()), row)
		}
	case "scad":
		i := s.ColumnIndex("duration")
		if i < 0 {
			return
		}
		for _, row := range s.Pick(n, func(row int) bool { return when[row].Known() }) {
			days := when[row].Days() + 1 + s.Rand.IntN(3)*9
			s.Rows[row][i] = strconv.Itoa(days)
			s.Add(fmt.Sprintf("duration set to %d over %d days", days, when[row].Days()), row)
		}
	}
}
