package geo003

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
)

// plant puts rows coded as a place on the centre of their first-level unit and names that unit as the place.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	stated := territory.NewStated(s.Data)
	if stated == nil || e.PlacePrec == nil || s.Index(record.RoleAdmin1) < 0 || s.Index(record.RolePlace) < 0 {
		return
	}
	ok := func(row int) bool {
		return e.PlacePrec[row] == record.PlaceExact && e.Where(row).Known() && len(stated.Units(row)) == 1
	}
	for _, row := range s.Pick(n, ok) {
		lat, lon := stated.Index.UnitCentroid(stated.Units(row)[0])
		s.Set(row, record.RoleLat, strconv.FormatFloat(lat, 'f', 3, 64))
		s.Set(row, record.RoleLon, strconv.FormatFloat(lon, 'f', 3, 64))
		s.Set(row, record.RolePlace, s.Get(row, record.RoleAdmin1))
		s.Add(fmt.Sprintf("centre of %s coded as a named place", s.Get(row, record.RoleAdmin1)), row)
	}
}
