package con008

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// plant changes deaths, kind, last day or number of the place on a further row of an event.
func plant(s *check.Sheet, n int) {
	further := map[int]int{}
	several, _ := events(s.Data)
	for _, rows := range several {
		further[int(rows[len(rows)-1])] = int(rows[0])
	}
	best := tabular.NumbersOf(s.Data.Role(record.RoleBest))
	kind := s.Index(record.RoleKind)
	sublocal := s.ColumnIndex("sublocal")
	if !best.OK() || kind < 0 || sublocal < 0 {
		return
	}
	for i, row := range s.Pick(n, func(row int) bool { _, ok := further[row]; return ok && best.At(row) >= 0 }) {
		first := further[row]
		what := ""
		switch i % 4 {
		case 0:
			s.Set(row, record.RoleBest, strconv.Itoa(int(best.At(row))+1+s.Rand.IntN(20)))
			what = "deaths"
		case 1:
			other := "9"
			if s.Rows[row][kind] == other {
				other = "8"
			}
			s.Rows[row][kind] = other
			what = "etype"
		case 2:
			when := s.Data.Events.When[row].Last + record.Day(1+s.Rand.IntN(9))
			s.Set(row, record.RoleDateEnd, when.String())
			what = "enddate"
		case 3:
			s.Rows[row][sublocal] = strconv.Itoa(7 + s.Rand.IntN(3))
			what = "sublocal"
		}
		s.Add(fmt.Sprintf("%s changed on one row of event %s", what, s.Data.ID(row)), first, row)
	}
}
