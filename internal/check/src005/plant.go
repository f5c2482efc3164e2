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
	// Each column keeps under the share from which it would be reported as a whole.
	each := min(n/len(roles)+1, s.Data.N/100)
	for _, role := range roles {
		c := s.Data.Role(role)
		for _, row := range s.Pick(min(each, n-len(s.Planted)), c.Has) {
			s.Set(row, role, "")
			s.Add(role.String()+" removed", row)
		}
	}
}
