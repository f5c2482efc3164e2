package dup002

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant repeats rows as a join does (equal in every cell) and, every second time, as two versions of one record do: same
// identifier, another count of deaths or another second actor.
func plant(s *check.Sheet, n int) {
	for i, row := range s.Pick(n, nil) {
		twin := s.Copy(row)
		if i%2 == 0 || s.Get(row, record.RoleID) == "" || !revise(s, twin) {
			s.Add("row repeated", row, twin)
			continue
		}
		s.Add("identifier repeated on a changed row", row, twin)
	}
}

func revise(s *check.Sheet, row int) bool {
	if v := s.Get(row, record.RoleBest); v != "7" && s.Set(row, record.RoleBest, "7") {
		return true
	}
	return false
}
