package val004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant takes the deaths, criteria or actors of records away.
func plant(s *check.Sheet, n int) {
	for i, row := range s.Pick(n, nil) {
		switch s.Data.Format.ID {
		case "ged":
			if !s.Set(row, record.RoleHigh, "0") {
				return
			}
			s.Set(row, record.RoleBest, "0")
			s.Set(row, record.RoleLow, "0")
			s.Add("all estimates of deaths set to 0", row)
		case "acled":
			if !s.Set(row, record.RoleActor1, "") {
				return
			}
			s.Add("actor1 emptied", row)
		case "scad":
			if i%2 == 0 && s.Set(row, record.RoleKind, "-9") {
				s.Add("etype set to -9", row)
			} else if s.Set(row, record.RoleID, "-"+s.Get(row, record.RoleID)) {
				s.Add("eventid made negative", row)
			}
		case "gtd", "mapped":
			a, b := s.ColumnIndex(criteria[i%3]), s.ColumnIndex(criteria[(i+1)%3])
			if a < 0 || b < 0 {
				return
			}
			s.Rows[row][a], s.Rows[row][b] = "0", "0"
			s.Add(criteria[i%3]+" and "+criteria[(i+1)%3]+" set to 0", row)
		}
	}
}
