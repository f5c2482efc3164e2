package dup004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant turns events into summaries: GED rows become unclear, SCAD rows nationwide, both with a toll that is worth a finding.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.When == nil {
		return
	}
	name, value := "", ""
	switch s.Data.Format.ID {
	case "ged":
		name, value = "event_clarity", "2"
	case "scad":
		name, value = "locnum", "7"
	default:
		return
	}
	column := s.ColumnIndex(name)
	if column < 0 {
		return
	}
	for _, row := range s.Pick(n, func(row int) bool { return e.Counted == nil || e.Counted[row] }) {
		s.Rows[row][column] = value
		s.Set(row, record.RoleBest, "40")
		s.Set(row, record.RoleHigh, "40")
		s.Add(name+" set to "+value+" on a row with 40 deaths", row)
	}
}
