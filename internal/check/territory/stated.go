// Package territory holds what the rules about places share: the countries and first-level units that rows state, resolved
// against the boundaries once per distinct name; explanations of a misplaced point; and points counted as wholes.
package territory

import (
	"math"
	"slices"

	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// Stated knows the country and first-level unit that each row states. It is read-only once made and may be used by several
// goroutines.
type Stated struct {
	Index *place.Index

	country, admin *record.Column
	events         *record.Events
	byCountry      []area         // by code of the country column
	firstCountry   []uint32       // by code of the admin column: the country code of its first row
	firstUnits     [][]place.Unit // by code of the admin column, for that country
	moreUnits      map[uint64][]place.Unit
}

// area is what one country name stands for.
type area struct {
	known  bool
	in     []bool          // by place.Country, without regard to time
	all    []place.Country // the same as a list
	late   []place.Country // without what broke away
	varies bool            // all and late differ: the year of the event matters

	main   place.Country // the present country of that name, NoCountry for a former state
	centre place.Point   // of main
}

// lateYear is after every change that the boundaries know of.
const lateYear = 9000

// Unfit reports whether a dataset has no points or no names of countries, so that [NewStated] returns nil.
func Unfit(d *record.Dataset) bool {
	c := d.Role(record.RoleCountry)
	return c == nil || c.Storage != record.Coded || d.Events == nil || d.Events.Lat == nil || d.Events.Lon == nil
}

// NewStated resolves the names of a dataset. It returns nil where [Unfit] holds.
func NewStated(d *record.Dataset) *Stated {
	if Unfit(d) {
		return nil
	}
	c := d.Role(record.RoleCountry)
	s := &Stated{Index: place.World(), country: c, events: d.Events, byCountry: make([]area, len(c.Dict.Texts))}
	for code, name := range c.Dict.Texts {
		if c.Dict.States[code] == record.Present {
			s.byCountry[code] = s.resolve(name)
		}
	}
	if a := d.Role(record.RoleAdmin1); a != nil && a.Storage == record.Coded {
		s.resolveUnits(a)
	}
	return s
}

func (s *Stated) resolve(name string) area {
	a := area{all: s.Index.FindCountries(name, 0), late: s.Index.FindCountries(name, lateYear)}
	a.known = len(a.all) > 0
	a.main, _ = s.Index.FindCountry(name)
	a.centre.Lat, a.centre.Lon = s.Index.CountryCentroid(a.main)
	a.varies = !slices.Equal(a.all, a.late)
	a.in = make([]bool, s.Index.Countries())
	for _, c := range a.all {
		a.in[c] = true
	}
	return a
}

func (s *Stated) resolveUnits(a *record.Column) {
	const none = ^uint32(0)
	s.admin = a
	s.firstCountry = make([]uint32, len(a.Dict.Texts))
	s.firstUnits = make([][]place.Unit, len(a.Dict.Texts))
	s.moreUnits = map[uint64][]place.Unit{}
	for i := range s.firstCountry {
		s.firstCountry[i] = none
	}
	for row, code := range a.Codes {
		country := s.country.Codes[row]
		if s.firstCountry[code] == country || a.Dict.States[code] != record.Present {
			continue
		}
		key := uint64(country)<<32 | uint64(code)
		if s.firstCountry[code] == none {
			s.firstCountry[code] = country
			s.firstUnits[code] = s.findUnits(country, a.Dict.Texts[code])
		} else if _, ok := s.moreUnits[key]; !ok {
			s.moreUnits[key] = s.findUnits(country, a.Dict.Texts[code])
		}
	}
}

func (s *Stated) findUnits(country uint32, name string) (units []place.Unit) {
	for _, c := range s.byCountry[country].all {
		units = append(units, s.Index.FindUnits(c, name)...)
	}
	return units
}

// Known reports whether the country that a row states is known to the boundaries.
func (s *Stated) Known(row int) bool { return s.byCountry[s.country.Codes[row]].known }

// Country returns the name of the country as the row states it.
func (s *Stated) Country(row int) string { return s.country.Dict.Texts[s.country.Codes[row]] }

// CountryCode returns the code of the country in its column.
func (s *Stated) CountryCode(row int) uint32 { return s.country.Codes[row] }

// Admin returns the name of the first-level unit as the row states it, "" where there is none.
func (s *Stated) Admin(row int) string {
	if s.admin == nil {
		return ""
	}
	return s.admin.Dict.Texts[s.admin.Codes[row]]
}

// AdminCode returns the code of the unit in its column, 0 where there is no such column.
func (s *Stated) AdminCode(row int) uint32 {
	if s.admin == nil {
		return 0
	}
	return s.admin.Codes[row]
}

// Countries returns the countries in which the event of a row may lie, with regard to its year where that matters. The
// slice must not be changed.
func (s *Stated) Countries(row int) []place.Country {
	if !s.Varies(row) {
		return s.byCountry[s.country.Codes[row]].all
	}
	return s.Index.FindCountries(s.Country(row), s.events.When[row].First.Year())
}

// Varies reports whether the countries in which the event of a row may lie depend on its year, and the year is known.
func (s *Stated) Varies(row int) bool {
	return s.byCountry[s.country.Codes[row]].varies && s.events.When != nil && s.events.When[row].Known()
}

// Units returns the first-level units that make up the one that a row states, nil where it states none or none that is
// known. The slice must not be changed.
func (s *Stated) Units(row int) []place.Unit {
	if s.admin == nil {
		return nil
	}
	code, country := s.admin.Codes[row], s.country.Codes[row]
	if s.firstCountry[code] == country {
		return s.firstUnits[code]
	}
	if s.admin.Dict.States[code] != record.Present {
		return nil
	}
	return s.moreUnits[uint64(country)<<32|uint64(code)]
}

// InCountry reports whether a position, of which unit is what [place.Index.Locate] says, lies in the country that the row
// states.
func (s *Stated) InCountry(row int, unit place.Unit) bool {
	c := s.Index.UnitCountry(unit)
	if c < 0 {
		return false
	}
	a := &s.byCountry[s.country.Codes[row]]
	if !a.in[c] {
		return false
	}
	return !a.varies || slices.Contains(a.late, c) || slices.Contains(s.Countries(row), c)
}

// Unknown lists the countries that the boundaries do not know, by code, with the number of their rows that have a point.
func (s *Stated) Unknown() map[string]int {
	out := map[string]int{}
	for row, code := range s.country.Codes {
		if !s.byCountry[code].known && s.country.Dict.States[code] == record.Present && s.events.Where(row).Known() {
			out[s.country.Dict.Texts[code]]++
		}
	}
	return out
}

// Finder locates the points of rows, remembering those that it saw last: events happen at the same places again and again.
// It belongs to one goroutine.
type Finder struct {
	stated *Stated
	seen   []finding
}

type finding struct {
	lat, lon       float64
	country, admin uint32
	Spot
	filled bool
}

// Spot is where a row's point lies: in which unit, and whether that is in the stated country and first-level unit. Where no
// unit is stated or it is not known, InUnit is as InCountry.
type Spot struct {
	Unit              place.Unit
	InCountry, InUnit bool
}

// finderSize is the number of points remembered, a power of two.
const finderSize = 1 << 13

// NewFinder makes a finder.
func (s *Stated) NewFinder() *Finder { return &Finder{stated: s, seen: make([]finding, finderSize)} }

// Find locates the point of a row, of which the country must be known.
func (f *Finder) Find(row int) Spot {
	s := f.stated
	lat, lon := s.events.Lat[row], s.events.Lon[row]
	country, admin := s.CountryCode(row), s.AdminCode(row)
	x := &f.seen[record.Combine(math.Float64bits(lat), math.Float64bits(lon))%finderSize]
	if x.filled && x.lat == lat && x.lon == lon && x.country == country && x.admin == admin {
		return x.Spot
	}
	spot := Spot{Unit: s.Index.Locate(lat, lon)}
	spot.InCountry = s.InCountry(row, spot.Unit)
	units := s.Units(row)
	spot.InUnit = spot.InCountry && (len(units) == 0 || slices.Contains(units, spot.Unit))
	if !s.byCountry[country].varies { // else another year may give another answer
		*x = finding{lat, lon, country, admin, spot, true}
	}
	return spot
}
