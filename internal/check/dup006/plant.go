package dup006

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant enters events a second time, as a second coder does: another identifier and, every third time, another source. Text
// and everything coded stay.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.When == nil || s.Index(record.RoleID) < 0 {
		return
	}
	source := s.Index(record.RoleSource)
	rows := s.Pick(n, func(row int) bool {
		return e.When[row].Known() && (e.Lat == nil || e.Where(row).Known())
	})
	for i, row := range rows {
		twin := s.Copy(row)
		s.NewID(twin)
		what := "event entered again under another identifier"
		if i%3 == 0 && source >= 0 {
			s.Rows[twin][source] = "Second Desk"
			what += " and source"
		}
		s.Add(what, row, twin)
	}
}
