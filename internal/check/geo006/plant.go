package geo006

import (
	"fmt"
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// plant moves the point of a place that several rows name by 40 to 150 km, as a namesake or a mistyped digit would.
func plant(s *check.Sheet, n int) {
	d := s.Data
	e := d.Events
	if e == nil || e.Lat == nil || e.Lon == nil {
		return
	}
	for _, r := range []record.Role{record.RoleCountry, record.RoleAdmin1, record.RolePlace} {
		if c := d.Role(r); c == nil || c.Storage != record.Coded {
			return
		}
	}
	sites := newSites(d)
	count := map[int32]int{}
	for row := range e.Lat {
		if named(e, row) {
			count[sites.of(row, e.Lat[row], e.Lon[row], true)]++
		}
	}
	moved := map[int32]bool{}
	ok := func(row int) bool {
		if !named(e, row) || math.Abs(e.Lat[row]) > 80 {
			return false
		}
		i := sites.of(row, 0, 0, false)
		if i < 0 || moved[i] || count[i] < 4 {
			return false
		}
		moved[i] = true // one of each place, so that the others keep the majority
		return true
	}
	for _, row := range s.Pick(n, ok) {
		km, direction := 40+110*s.Rand.Float64(), 2*math.Pi*s.Rand.Float64()
		lat := e.Lat[row] + km/111.2*math.Cos(direction)
		lon := e.Lon[row] + km/111.2*math.Sin(direction)/math.Cos(e.Lat[row]*math.Pi/180)
		lat, lon = math.Round(lat*1e4)/1e4, math.Round(lon*1e4)/1e4
		s.Set(row, record.RoleLat, strconv.FormatFloat(lat, 'f', 4, 64))
		s.Set(row, record.RoleLon, strconv.FormatFloat(lon, 'f', 4, 64))
		s.Add(fmt.Sprintf("point of a place moved by %s", territory.Km(place.Haversine(e.Lat[row], e.Lon[row], lat, lon))), row)
	}
}
