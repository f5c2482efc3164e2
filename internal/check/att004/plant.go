package att004

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant makes most perpetrators of one year unidentified: the largest year whose predecessor is large enough to compare.
func plant(s *check.Sheet, _ int) {
	d := s.Data
	c := d.Role(record.RoleActor1)
	if c == nil || c.Storage != record.Coded || d.Events == nil || d.Events.When == nil || d.Format.ID == "ged" {
		return
	}
	years, first, last := yearsOf(d)
	rows := make([]int, max(last-first+1, 0))
	for _, y := range years {
		if y != 0 {
			rows[int(y)-first]++
		}
	}
	best := 0
	for i := 1; i < len(rows); i++ {
		if rows[i-1] >= 80 && rows[i] >= 80 && rows[i] > rows[max(best, 0)] {
			best = i
		}
	}
	if best == 0 {
		return
	}
	set := 0
	for row, y := range years {
		if int(y) == first+best && s.Rand.IntN(100) < 55 {
			label := "Unidentified Armed Group"
			if d.Format.ID != "acled" {
				label = "Unknown"
			} else if country := s.Get(row, record.RoleCountry); country != "" {
				label += " (" + country + ")"
			}
			s.Set(row, record.RoleActor1, label)
			set++
		}
	}
	s.Add(fmt.Sprintf("perpetrator made unidentified in %d of %d events of %d", set, rows[best], first+best))
}
