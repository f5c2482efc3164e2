package cov006

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant filters the table: ACLED and SCAD lose their demonstrations, GTD the attacks that killed nobody.
func plant(s *check.Sheet, _ int) {
	e := s.Data.Events
	if e == nil || e.Kinds == nil || e.Deaths == nil {
		return
	}
	var drop func(row int) bool
	switch s.Data.Format.ID {
	case "acled":
		drop = func(row int) bool { return e.Kinds[row] == record.KindProtest || e.Kinds[row] == record.KindRiot }
	case "scad":
		drop = func(row int) bool { return e.Kinds[row] == record.KindProtest }
	case "gtd":
		drop = func(row int) bool { return e.Deaths[row].Best == 0 }
	default:
		return
	}
	kept := s.Rows[:0]
	for row := range s.Rows {
		if !drop(row) {
			kept = append(kept, s.Rows[row])
		}
	}
	s.Add(fmt.Sprintf("%d rows of some kinds left out", len(s.Rows)-len(kept)))
	s.Rows = kept
}
