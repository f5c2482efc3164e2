package record

import "math"

// PlacePrecision says how exactly a source places an event, on one scale for all formats.
type PlacePrecision uint8

const (
	PlaceUnstated PlacePrecision = iota // no precision stated
	PlaceExact                          // a named place
	PlaceNear                           // near a named place, or a small area around it
	PlaceAdmin2                         // a second-order division; the point is its centroid or seat
	PlaceAdmin1                         // a first-order division
	PlaceRegion                         // part of a country, a line, a border
	PlaceCountry                        // the country only, or unknown
)

func (p PlacePrecision) String() string {
	return [...]string{
		"unstated", "named place", "near a place", "second-order division", "first-order division",
		"part of the country", "country only",
	}[min(p, PlaceCountry)]
}

// RadiusKm is the radius in kilometres within which the event may lie when the point carries this precision. The values
// are starting values for all formats; +Inf means that distance says nothing.
func (p PlacePrecision) RadiusKm() float64 {
	switch p {
	case PlaceExact:
		return 5
	case PlaceNear:
		return 25
	case PlaceAdmin2:
		return 50
	case PlaceAdmin1:
		return 150
	case PlaceRegion:
		return 300
	case PlaceUnstated:
		return 25
	}
	return math.Inf(1)
}

// Where is a point in degrees (WGS 84) with the precision that the source states. Lat and Lon are NaN where missing.
type Where struct {
	Lat, Lon  float64
	Precision PlacePrecision
}

// Known reports whether a point is stated, wherever it is.
func (w Where) Known() bool { return !math.IsNaN(w.Lat) && !math.IsNaN(w.Lon) }

// The most degrees, north or south and east or west, that a point on the globe has.
const (
	MostLat = 90
	MostLon = 180
)

// OnGlobe reports whether there is a point, and it lies on the globe.
func (w Where) OnGlobe() bool { return math.Abs(w.Lat) <= MostLat && math.Abs(w.Lon) <= MostLon }
