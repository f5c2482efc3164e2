package territory

import (
	"fmt"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/place"
)

// Slip is a slip of the pen that moves a point far away.
type Slip struct {
	What     string // "latitude and longitude are swapped"
	Lat, Lon float64
}

// MinSlipKm is how far outside the stated area a point must lie for a slip to be looked for: next to a border swapping two
// similar numbers leads inside by chance.
const MinSlipKm = 50

// Explain finds the slip that explains why a row's point is not in the stated country or, if it is in that, not in the
// stated first-level unit. It returns false where none does.
func (s *Stated) Explain(row int, lat, lon float64) (Slip, bool) {
	here := s.Index.Locate(lat, lon)
	inside := s.InCountry(row, here)
	units := s.Units(row)
	if inside && (len(units) == 0 || slices.Contains(units, here)) {
		return Slip{}, false
	}
	for _, c := range candidates(lat, lon) {
		u := s.Index.Locate(c.Lat, c.Lon)
		if !s.InCountry(row, u) || len(units) > 0 && !slices.Contains(units, u) && inside {
			continue
		}
		if inside && !(s.Index.DistanceToUnits(units, lat, lon) > MinSlipKm) {
			return Slip{}, false
		}
		if d := s.Index.Outside(s.Countries(row), lat, lon); !inside && onGlobe(lat, lon) && !(d > MinSlipKm) {
			return Slip{}, false
		}
		return c, true
	}
	return Slip{}, false
}

// candidates lists the points that one slip leads to, the likeliest first.
func candidates(lat, lon float64) []Slip {
	out := []Slip{{"latitude and longitude are swapped", lon, lat}}
	if lon != 0 {
		out = append(out, Slip{"the longitude has the wrong sign", lat, -lon})
	}
	if lat != 0 {
		out = append(out, Slip{"the latitude has the wrong sign", -lat, lon})
	}
	if lat != 0 && lon != 0 {
		out = append(out, Slip{"latitude and longitude have the wrong sign", -lat, -lon})
	}
	return slices.DeleteFunc(out, func(s Slip) bool { return !onGlobe(s.Lat, s.Lon) })
}

func onGlobe(lat, lon float64) bool { return math.Abs(lat) <= 90 && math.Abs(lon) <= 180 }

// Coordinates prints a point as the file would: shortest form, latitude first.
func Coordinates(lat, lon float64) string { return fmt.Sprintf("%v, %v", lat, lon) }

// Km prints a distance for people: "2,210 km", "17.9 km".
func Km(km float64) string {
	if km < 100 {
		return fmt.Sprintf("%.1f km", km)
	}
	n := int(math.Round(km))
	if n < 1000 {
		return fmt.Sprintf("%d km", n)
	}
	return fmt.Sprintf("%d,%03d km", n/1000, n%1000)
}

// Where names the place of a position for people: "in Khost, Afghanistan", "at sea".
func Where(x *place.Index, lat, lon float64) string {
	u := x.Locate(lat, lon)
	if u < 0 {
		return "at sea or in no country"
	}
	country := x.CountryName(x.UnitCountry(u))
	if name := x.UnitName(u); name != "" && name != country {
		return "in " + name + ", " + country
	}
	return "in " + country
}
