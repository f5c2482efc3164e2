package place

import (
	_ "embed"
	"math"
	"sync"
)

// Country is a country or territory of the map: an index into the tables of the [Index] that returned it.
type Country int16

// Unit is a first-level unit of a country.
type Unit int16

// NoCountry and NoUnit stand for "none": at sea, unknown, not found.
const (
	NoCountry Country = -1
	NoUnit    Unit    = -1
)

// Point is a position in degrees, WGS 84.
type Point struct{ Lat, Lon float64 }

// Index holds boundaries, names and the search structures over them. It is safe for concurrent use and never changes
// after it is built, apart from caches that fill on first use.
type Index struct {
	countries []country
	units     []unit
	members   [][]Unit
	disputes  []dispute
	disputeOf []int8             // number of each unit's dispute, -1 for none
	byCode    map[string]Country // by country.code

	lines func() *lines // built by the first question about a position; who asks for names only does not need them

	countryNames lazy[map[string]Country]
	unitNames    []lazy[unitNames]
}

type country struct {
	code      string // Natural Earth's key, not always an ISO code
	iso2      string
	iso3      string
	isoNumber string
	sovereign string
	name      string
	names     []string
}

type unit struct {
	country Country
	code    string
	name    string
	english string
	kind    string
	names   []string
	groups  []string
	at      Point
	km2     float64
}

//go:embed world.bin
var packed []byte

var world = sync.OnceValues(func() (*Index, error) {
	x, _, err := decode(packed)
	return x, err
})

// World returns the index of the whole world. The first call reads the tables, the first question about a position the
// boundaries, which takes some 50 ms; later calls cost nothing. The data is part of the program and a test decodes it; were it
// damaged all the same, the index is without countries or all sea: it finds nothing and panics nowhere.
func World() *Index {
	x, err := world()
	if err != nil {
		return &Index{lines: noLines}
	}
	return x
}

// Countries returns the number of countries and territories: valid values of [Country] are 0 to Countries()-1, in a fixed
// order.
func (x *Index) Countries() int { return len(x.countries) }

// Units returns the number of first-level units: valid values of [Unit] are 0 to Units()-1, those of one country in
// the order of their names.
func (x *Index) Units() int { return len(x.units) }

// CountryName returns the usual English name, "" for none.
func (x *Index) CountryName(c Country) string { return x.country(c).name }

// ISO2 returns the ISO 3166-1 alpha-2 code, "" where there is none (Somaliland). Kosovo has the user-assigned XK.
func (x *Index) ISO2(c Country) string { return x.country(c).iso2 }

// ISO3 returns the ISO 3166-1 alpha-3 code, "" where there is none.
func (x *Index) ISO3(c Country) string { return x.country(c).iso3 }

// UnitName returns the name in its usual Latin spelling; a few units have none.
func (x *Index) UnitName(u Unit) string { return x.unit(u).name }

// UnitCode returns the ISO 3166-2 code, "" where Natural Earth has none.
func (x *Index) UnitCode(u Unit) string { return x.unit(u).code }

// UnitKind returns the English word for the kind of unit, such as Governorate; "" if unknown.
func (x *Index) UnitKind(u Unit) string { return x.unit(u).kind }

// UnitCountry returns the country that the unit is drawn with.
func (x *Index) UnitCountry(u Unit) Country { return x.unit(u).country }

// UnitsOf returns the units of a country in the order of their names. The slice must not be changed.
func (x *Index) UnitsOf(c Country) []Unit {
	if c < 0 || int(c) >= len(x.countries) {
		return nil
	}
	return x.members[c]
}

// UnitCentroid returns the centroid of the unit's area, NaN for none. It may lie outside a unit that is not convex.
func (x *Index) UnitCentroid(u Unit) (lat, lon float64) {
	p := x.unit(u).at
	return p.Lat, p.Lon
}

// UnitArea returns the area in km² as drawn, 0 for none.
func (x *Index) UnitArea(u Unit) float64 { return x.unit(u).km2 }

// CountryCentroid returns the centroid of the country's area on the sphere, NaN for none.
func (x *Index) CountryCentroid(c Country) (lat, lon float64) {
	var sum vector
	for _, u := range x.UnitsOf(c) {
		sum = sum.add(toVector(x.units[u].at).times(x.units[u].km2))
	}
	if sum == (vector{}) {
		return math.NaN(), math.NaN()
	}
	p := sum.point()
	return p.Lat, p.Lon
}

// CountryArea returns the area in km² as drawn, 0 for none.
func (x *Index) CountryArea(c Country) float64 {
	var km2 float64
	for _, u := range x.UnitsOf(c) {
		km2 += x.units[u].km2
	}
	return km2
}

var (
	noCountry country
	noUnit    = unit{country: NoCountry, at: Point{math.NaN(), math.NaN()}}
)

func (x *Index) country(c Country) *country {
	if c < 0 || int(c) >= len(x.countries) {
		return &noCountry
	}
	return &x.countries[c]
}

func (x *Index) unit(u Unit) *unit {
	if u < 0 || int(u) >= len(x.units) {
		return &noUnit
	}
	return &x.units[u]
}

// lazy is a value built on first use.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(build func() T) T {
	l.once.Do(func() { l.value = build() })
	return l.value
}
