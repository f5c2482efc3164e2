package territory

import (
	"math"

	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// leastKm2 is the area over which a unit is too large for its centre to be the same as its only town.
const leastKm2 = 1000

// Centre finds the stated first-level unit or country of which a point is the centre of the area as drawn, within limit km.
// Areas of no more than 1,000 km² have no centre in this sense: it can hardly be told from their main town.
func (s *Stated) Centre(row int, lat, lon, limit float64) (what string, km float64, ok bool) {
	if units := s.Units(row); len(units) == 1 && s.Index.UnitArea(units[0]) > leastKm2 {
		a, o := s.Index.UnitCentroid(units[0])
		if km := place.Haversine(lat, lon, a, o); km <= limit {
			return s.Admin(row), km, true
		}
	}
	c := &s.byCountry[s.CountryCode(row)]
	if km := place.Haversine(lat, lon, c.centre.Lat, c.centre.Lon); km <= limit && s.Index.CountryArea(c.main) > leastKm2 {
		return s.Country(row), km, true
	}
	return "", math.NaN(), false
}

// Vague tells which rows name no place beyond their first-level unit or country.
type Vague struct {
	name, admin, country *record.Column
	like                 []vagueName // by code of the name
}

// vagueName holds the codes of the unit and the country that bear the same name, 0 = none.
type vagueName struct{ unit, country uint32 }

// NewVague prepares a dataset.
func NewVague(d *record.Dataset) *Vague {
	coded := func(r record.Role) *record.Column {
		if c := d.Role(r); c != nil && c.Storage == record.Coded {
			return c
		}
		return nil
	}
	v := &Vague{name: coded(record.RolePlace), admin: coded(record.RoleAdmin1), country: coded(record.RoleCountry)}
	if v.name == nil {
		return v
	}
	byFold := func(c *record.Column) map[string]uint32 {
		m := map[string]uint32{}
		if c != nil {
			for code, text := range c.Dict.Texts {
				if f := groups.Fold(text); f != "" {
					m[f] = uint32(code)
				}
			}
		}
		return m
	}
	units, countries := byFold(v.admin), byFold(v.country)
	v.like = make([]vagueName, len(v.name.Dict.Texts))
	for code, text := range v.name.Dict.Texts {
		f := groups.Fold(text)
		v.like[code] = vagueName{units[f], countries[f]}
	}
	return v
}

// Row reports whether a row names no place, or one that bears the name of its first-level unit or country.
func (v *Vague) Row(row int) bool {
	if v.name == nil {
		return true
	}
	code := v.name.Codes[row]
	if v.name.Dict.States[code] != record.Present {
		return true
	}
	like := v.like[code]
	return like.unit != 0 && v.admin.Codes[row] == like.unit || like.country != 0 && v.country.Codes[row] == like.country
}

// landmarkKm is how near a point must lie to the centre of an area or to a capital to be called by it.
const landmarkKm = 5

// Landmark says what a point is in the country that a row states: its capital, its centre, the centre of the row's
// first-level unit; "" where it is none of these.
func (s *Stated) Landmark(row int, lat, lon float64) string {
	c := s.byCountry[s.CountryCode(row)].main
	if name, a, o, ok := s.Index.Capital(c); ok && place.Haversine(lat, lon, a, o) <= 2*landmarkKm {
		return "the capital " + name
	}
	if what, _, ok := s.Centre(row, lat, lon, landmarkKm); ok {
		return "the centre of " + what
	}
	return ""
}
