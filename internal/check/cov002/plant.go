package cov002

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// plant leaves most small events with one source and gives most large ones two more.
func plant(s *check.Sheet, _ int) {
	d := s.Data
	sources := perRow(d)
	deaths := tabular.NumbersOf(d.Role(record.RoleBest))
	if sources == nil || !deaths.OK() {
		return
	}
	changed := 0
	for row := range d.N {
		v := deaths.At(row)
		switch {
		case v >= 1 && v < 5 && s.Rand.IntN(10) < 7:
			changed += set(s, row, 1)
		case v >= 10 && s.Rand.IntN(10) < 7:
			changed += set(s, row, 3)
		}
	}
	if changed > 0 {
		s.Add(fmt.Sprintf("sources made few for small events and many for large ones in %d rows", changed))
	}
}

// set gives a row n sources and returns 1 where it had another number.
func set(s *check.Sheet, row, n int) int {
	if i := s.ColumnIndex("number_of_sources"); i >= 0 {
		s.Rows[row][i] = strconv.Itoa(n)
		return 1
	}
	if first := s.ColumnIndex("scite1"); first >= 0 {
		for k, name := range [...]string{"scite1", "scite2", "scite3"} {
			i := s.ColumnIndex(name)
			switch {
			case i < 0:
			case k >= n:
				s.Rows[row][i] = ""
			case s.Rows[row][i] == "":
				s.Rows[row][i] = fmt.Sprintf("Invented Wire, \"further report %d of row %d\"", k, row)
			}
		}
		return 1
	}
	have := strings.Split(s.Get(row, record.RoleSource), "; ")
	for len(have) < n {
		have = append(have, fmt.Sprintf("Invented Relay %d", len(have)))
	}
	s.Set(row, record.RoleSource, strings.Join(have[:n], "; "))
	return 1
}
