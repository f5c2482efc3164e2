package cov007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant gives half of the rows to one outlet.
func plant(s *check.Sheet, _ int) {
	c := s.Data.Role(record.RoleSource)
	if c == nil || c.Storage != record.Coded {
		return
	}
	changed := 0
	for row := range s.Data.N {
		if s.Rand.IntN(2) == 0 && s.Set(row, record.RoleSource, "Monitor of Ostra") {
			changed++
		}
	}
	s.Add(fmt.Sprintf("source of %d rows set to one outlet", changed))
}
