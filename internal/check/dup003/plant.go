package dup003

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

// plant splits events: a second row under another identifier tells the same report for the next day or for a place close
// by, with another count of deaths.
func plant(s *check.Sheet, n int) {
	note := s.Data.Role(record.RoleNote)
	if note == nil || s.Index(record.RoleID) < 0 {
		return
	}
	rows := s.Pick(n, func(row int) bool {
		return note.Has(row) && (note.Lengths == nil || note.Lengths[row] > 80)
	})
	for i, row := range rows {
		twin := s.Copy(row)
		s.NewID(twin)
		what := "report split over two days"
		if i%2 == 0 || !grouping.ShiftDay(s, twin, 1) {
			what = "report split over two places"
			lat, err := strconv.ParseFloat(strings.TrimSpace(s.Get(twin, record.RoleLat)), 64)
			if err == nil {
				s.Set(twin, record.RoleLat, strconv.FormatFloat(lat+0.0613, 'f', 4, 64))
			}
		}
		s.Set(twin, record.RoleBest, strconv.Itoa(i%4))
		s.Add(what, row, twin)
	}
}
