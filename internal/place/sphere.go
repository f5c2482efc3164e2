package place

import "math"

// earthRadius is the mean radius of the Earth in km (IUGG R1). Distances on the sphere differ from those on the
// ellipsoid by at most 0.6 %.
const earthRadius = 6371.0088

const kmPerDegree = earthRadius * math.Pi / 180

// Haversine returns the great-circle distance between two positions in km, NaN if a coordinate is NaN.
func Haversine(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	s := math.Sin((lat2 - lat1) * rad / 2)
	t := math.Sin((lon2 - lon1) * rad / 2)
	h := s*s + math.Cos(lat1*rad)*math.Cos(lat2*rad)*t*t
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

// DistanceKm is a fast distance in km for positions close together: an equirectangular approximation, within 0.1 % of
// [Haversine] up to 200 km and latitude 60°, and never used by this package to decide whether a point is inside.
func DistanceKm(lat1, lon1, lat2, lon2 float64) float64 {
	dx := wrap(lon2-lon1) * cosDegrees((lat1+lat2)/2)
	dy := lat2 - lat1
	return kmPerDegree * math.Sqrt(dx*dx+dy*dy)
}

// cosDegrees is the cosine by its Taylor series to the eighth power: the error is below 3e-5 for |d| ≤ 90.
func cosDegrees(d float64) float64 {
	t := d * (math.Pi / 180)
	t *= t
	return 1 - t/2*(1-t/12*(1-t/30*(1-t/56)))
}

// wrap brings a difference of longitudes into [-180, 180].
func wrap(d float64) float64 {
	if d > 180 {
		return d - 360
	}
	if d < -180 {
		return d + 360
	}
	return d
}

// vector is a position in space on the unit sphere, or a sum of such.
type vector struct{ x, y, z float64 }

func toVector(p Point) vector {
	const rad = math.Pi / 180
	sinLat, cosLat := math.Sincos(p.Lat * rad)
	sinLon, cosLon := math.Sincos(p.Lon * rad)
	return vector{cosLat * cosLon, cosLat * sinLon, sinLat}
}

func (v vector) add(w vector) vector    { return vector{v.x + w.x, v.y + w.y, v.z + w.z} }
func (v vector) times(f float64) vector { return vector{v.x * f, v.y * f, v.z * f} }
func (v vector) point() Point {
	const deg = 180 / math.Pi
	return Point{Lat: math.Atan2(v.z, math.Hypot(v.x, v.y)) * deg, Lon: math.Atan2(v.y, v.x) * deg}
}
