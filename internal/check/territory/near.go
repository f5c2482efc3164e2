package territory

import (
	"math"
	"slices"

	"github.com/assaydata/assay/internal/place"
)

// NearCountry reports whether some point within km of a position is in the country that the row states. It looks in eight
// directions only: true is certain, false is not. It costs a hundredth of the exact distance to a long coast.
func (s *Stated) NearCountry(row int, lat, lon, km float64) bool {
	return around(lat, lon, km, func(lat, lon float64) bool { return s.InCountry(row, s.Index.Locate(lat, lon)) })
}

// NearUnit is NearCountry for the first-level unit that the row states.
func (s *Stated) NearUnit(row int, lat, lon, km float64) bool {
	units := s.Units(row)
	return around(lat, lon, km, func(lat, lon float64) bool { return slices.Contains(units, s.Index.Locate(lat, lon)) })
}

// around asks for points on two rings around a position.
func around(lat, lon, km float64, is func(lat, lon float64) bool) bool {
	for _, r := range [...]float64{km / 3, km * 0.98} {
		for i := range 8 {
			angle := float64(i) * math.Pi / 4
			a := lat + r/111.2*math.Cos(angle)
			o := lon + r/111.2*math.Sin(angle)/math.Max(math.Cos(lat*math.Pi/180), 0.05)
			// The step is measured in a plane; on the globe it may be a little longer.
			if place.Haversine(lat, lon, a, o) <= km && is(a, o) {
				return true
			}
		}
	}
	return false
}
