package geo001

import (
	"math"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
)

// plant swaps the two columns, loses a sign, writes zeros, shifts a decimal point, or loses one of the two. A swap or a
// lost sign is planted only where the boundaries can tell.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.Lat == nil || e.Lon == nil || s.Index(record.RoleLat) < 0 || s.Index(record.RoleLon) < 0 {
		return
	}
	stated := territory.NewStated(s.Data)
	for _, row := range s.Pick(n, func(row int) bool { return e.Where(row).Known() }) {
		lat, lon := s.Get(row, record.RoleLat), s.Get(row, record.RoleLon)
		a, o := e.Lat[row], e.Lon[row]
		tell := func(a, o float64) bool {
			if stated == nil || !stated.Known(row) {
				return false
			}
			if prec := e.Where(row).Precision; prec == record.PlaceRegion || prec == record.PlaceCountry {
				return false
			}
			_, ok := stated.Explain(row, a, o)
			return ok
		}
		switch kind := s.Rand.IntN(6); {
		case kind == 0 && math.Abs(o) <= 90 && tell(o, a):
			s.Set(row, record.RoleLat, lon)
			s.Set(row, record.RoleLon, lat)
			s.Add("latitude and longitude swapped", row)
		case kind == 1 && tell(a, -o):
			s.Set(row, record.RoleLon, flip(lon))
			s.Add("sign of the longitude changed", row)
		case kind == 2 && tell(-a, o):
			s.Set(row, record.RoleLat, flip(lat))
			s.Add("sign of the latitude changed", row)
		case kind == 3:
			s.Set(row, record.RoleLon, "")
			s.Add("longitude removed", row)
		case kind == 4 && math.Abs(o) >= 20:
			s.Set(row, record.RoleLon, strconv.FormatFloat(o*10, 'f', 4, 64))
			s.Add("decimal point of the longitude shifted", row)
		default:
			s.Set(row, record.RoleLat, "0")
			s.Set(row, record.RoleLon, "0")
			s.Add("coordinates set to zero", row)
		}
	}
}

func flip(text string) string {
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		return rest
	}
	return "-" + text
}
