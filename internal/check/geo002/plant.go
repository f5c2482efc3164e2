package geo002

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// plant moves a point over the border: by 20 to 600 km in a random direction, until it lies clearly outside the country, or
// outside the stated unit, and on no ground that the country claims.
func plant(s *check.Sheet, n int) {
	stated := territory.NewStated(s.Data)
	if stated == nil || s.Index(record.RoleLat) < 0 {
		return
	}
	e := s.Data.Events
	ok := func(row int) bool {
		if !e.Where(row).Known() || !stated.Known(row) || math.Abs(e.Lat[row]) > 80 {
			return false
		}
		if prec := e.Where(row).Precision; prec == record.PlaceCountry || prec == record.PlaceRegion {
			return false
		}
		return stated.InCountry(row, stated.Index.Locate(e.Lat[row], e.Lon[row]))
	}
	for _, row := range s.Pick(n, ok) {
		least := tolerance(e, row, toleranceKm) + 3
		for range 400 {
			lat, lon := move(e.Lat[row], e.Lon[row], 20+580*s.Rand.Float64(), 2*math.Pi*s.Rand.Float64())
			lat, lon = math.Round(lat*1e4)/1e4, math.Round(lon*1e4)/1e4
			km := stated.Index.Outside(stated.Countries(row), lat, lon)
			what := fmt.Sprintf("point moved %s outside %s", territory.Km(km), stated.Country(row))
			if !(km > least) {
				units := stated.Units(row)
				if len(units) == 0 || s.Rand.IntN(3) > 0 || !inCountry(stated, row, lat, lon) {
					continue
				}
				far := stated.Index.DistanceToUnits(units, lat, lon)
				if !(far > tolerance(e, row, unitToleranceKm)+10) {
					continue
				}
				what = fmt.Sprintf("point moved %s outside %s", territory.Km(far), stated.Admin(row))
			}
			if _, explained := stated.Explain(row, lat, lon); explained {
				continue
			}
			s.Set(row, record.RoleLat, strconv.FormatFloat(lat, 'f', 4, 64))
			s.Set(row, record.RoleLon, strconv.FormatFloat(lon, 'f', 4, 64))
			s.Add(what, row)
			break
		}
	}
}

func inCountry(s *territory.Stated, row int, lat, lon float64) bool {
	c := s.Index.UnitCountry(s.Index.Locate(lat, lon))
	return c != place.NoCountry && slices.Contains(s.Countries(row), c)
}

// move returns the point km away in a direction, on the sphere near enough for this purpose.
func move(lat, lon, km, direction float64) (float64, float64) {
	lat2 := lat + km/111.2*math.Cos(direction)
	lon2 := lon + km/111.2*math.Sin(direction)/math.Cos(lat*math.Pi/180)
	return lat2, lon2
}
