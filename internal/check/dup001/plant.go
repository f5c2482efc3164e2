package dup001

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

// plant enters an event again from a second report: another identifier, a point up to five kilometres away, every second
// time the day after, and other words. Only events with several deaths are taken: for a single death by a busy actor a
// close neighbour proves nothing, and the rule says so.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.When == nil || e.Lat == nil || e.Deaths == nil || s.Index(record.RoleID) < 0 {
		return
	}
	rows := s.Pick(n, func(row int) bool {
		return e.Deaths[row].Known() && e.Deaths[row].Best >= 7 && e.When[row].Known() && e.When[row].Days() == 1 &&
			e.When[row].Precision <= record.TimeDay && e.Where(row).Known() && e.Where(row).Precision <= record.PlaceExact &&
			s.Get(row, record.RoleActor1) != ""
	})
	multiple := s.ColumnIndex("multiple")
	for i, row := range rows {
		if multiple >= 0 && s.Rows[row][multiple] == "1" {
			continue
		}
		twin := s.Copy(row)
		s.NewID(twin)
		lat, err := strconv.ParseFloat(strings.TrimSpace(s.Get(twin, record.RoleLat)), 64)
		if err != nil {
			s.Rows = s.Rows[:len(s.Rows)-1]
			continue
		}
		step := 0.008 + 0.035*s.Rand.Float64()
		s.Set(twin, record.RoleLat, strconv.FormatFloat(lat+step, 'f', 4, 64))
		s.Set(twin, record.RoleNote, "A second report of the incident, filed from the district capital.")
		s.Set(twin, record.RoleArticle, `"Second Desk,2021-01-01,A second report"`)
		what := "second report of an event, placed close by"
		if i%2 == 1 && grouping.ShiftDay(s, twin, 1) {
			what += " on the next day"
		}
		s.Add(what, row, twin)
	}
}
