package geo004

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
)

// plant puts a part of the events of the busiest first-level unit on its centre; their names stay.
func plant(s *check.Sheet, _ int) {
	d := s.Data
	e := d.Events
	stated := territory.NewStated(d)
	name := d.Role(record.RolePlace)
	if stated == nil || name == nil || name.Storage != record.Coded {
		return
	}
	ok := func(row int) bool {
		return e.Where(row).Known() && name.Has(row) && len(stated.Units(row)) == 1 &&
			(e.PlacePrec == nil || e.PlacePrec[row] <= record.PlaceExact)
	}
	count := map[uint32]int{}
	best := uint32(0)
	for row := range e.Lat {
		if ok(row) {
			code := stated.AdminCode(row)
			if count[code]++; count[code] > count[best] {
				best = code
			}
		}
	}
	if count[best] < 60 {
		return
	}
	rows := s.Pick(count[best]/2, func(row int) bool { return ok(row) && stated.AdminCode(row) == best })
	if len(rows) == 0 {
		return
	}
	lat, lon := stated.Index.UnitCentroid(stated.Units(rows[0])[0])
	for _, row := range rows {
		s.Set(row, record.RoleLat, strconv.FormatFloat(lat, 'f', 4, 64))
		s.Set(row, record.RoleLon, strconv.FormatFloat(lon, 'f', 4, 64))
	}
	s.Add(fmt.Sprintf("%d events put on the centre of %s", len(rows), stated.Admin(rows[0])), rows...)
}
