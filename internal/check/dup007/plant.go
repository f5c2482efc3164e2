package dup007

import (
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

// plant repeats tolls: in SCAD a further place under the same identifier, elsewhere a further day or place of one report
// under another identifier. The deaths of the event stand on both rows.
func plant(s *check.Sheet, n int) {
	d := s.Data
	e, note := d.Events, d.Role(record.RoleNote)
	if e == nil || e.Deaths == nil || s.Index(record.RoleID) < 0 {
		return
	}
	some := func(row int) bool { return e.Deaths[row].Known() && e.Deaths[row].Best > 0 }
	if e.Counted != nil {
		for _, row := range s.Pick(n, func(row int) bool { return some(row) && e.Counted[row] && s.Get(row, record.RoleSeries) == "1" }) {
			twin := s.Copy(row)
			s.Set(twin, record.RoleSeries, "2")
			s.Set(twin, record.RolePlace, "a second place")
			s.Add("second place of an event repeats its deaths", row, twin)
		}
		return
	}
	if note == nil {
		return
	}
	rows := s.Pick(n, func(row int) bool { return some(row) && note.Lengths != nil && note.Lengths[row] > 80 })
	for i, row := range rows {
		twin := s.Copy(row)
		s.NewID(twin)
		what := "one report repeats its deaths on a second day"
		if i%2 == 0 || !grouping.ShiftDay(s, twin, 1) {
			what = "one report repeats its deaths in a second place"
			lat, err := strconv.ParseFloat(s.Get(twin, record.RoleLat), 64)
			if err == nil {
				s.Set(twin, record.RoleLat, strconv.FormatFloat(lat+0.05, 'f', 4, 64))
			}
		}
		s.Add(what, row, twin)
	}
}
