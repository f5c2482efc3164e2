package src005

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant blanks the source, the article or the description of a few rows, fewer than would be reported as a whole.
func plant(s *check.Sheet, n int) {
	var roles []record.Role
	for _, r := range []record.Role{record.RoleSource, record.RoleArticle, record.RoleNote} {
		if s.Index(r) >= 0 && (r != record.RoleSource || s.Data.Format.ID != "ged") {
			roles = append(roles, r)
		}
	}
	if len(roles) == 0 {
		return
	}
	n = min(n, s.Data.N/100*len(roles))
	for i, row := range s.Pick(n, func(row int) bool {
		for _, r := range roles {
			if s.Get(row, r) == "" {
				return false
			}
		}
		return true
	}) {
		role := roles[i%len(roles)]
		s.Set(row, role, "")
		s.Add(role.String()+" removed", row)
	}
}
