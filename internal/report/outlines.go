package report

import (
	"github.com/assaydata/assay/internal/place"
)

// outline is the part of a country that a map shows.
type outline struct {
	country place.Country
	rings   [][]place.Point
}

// outlines returns the countries within the frame, clipped to a little more than it, in as much detail as the map can
// show and a page can carry.
func outlines(world *place.Index, f *frame) []outline {
	share := (f.east - f.west) * (f.north - f.south) / (360 * 180)
	points := int(min(600_000, mostOutline/max(share, 1e-4)))
	for {
		var out []outline
		total := 0
		for _, s := range world.WorldOutline(points) {
			o := outline{country: s.Country}
			for _, ring := range s.Rings {
				if part := clip(ring, f); len(part) > 2 {
					o.rings = append(o.rings, part)
					total += len(part)
				}
			}
			if len(o.rings) > 0 {
				out = append(out, o)
			}
		}
		if total <= mostOutline || points < 2000 {
			return out
		}
		points = points * 2 / 3
	}
}

// clip cuts a ring to the frame, widened so that the cut edges themselves are not seen (Sutherland and Hodgman 1974,
// Communications of the ACM 17:32-42).
func clip(ring []place.Point, f *frame) []place.Point {
	dx, dy := 0.02*(f.east-f.west), 0.02*(f.north-f.south)
	for _, side := range []struct {
		at    float64
		value func(place.Point) float64
		above bool
	}{
		{f.west - dx, longitude, true},
		{f.east + dx, longitude, false},
		{f.south - dy, latitude, true},
		{f.north + dy, latitude, false},
	} {
		inside := func(p place.Point) bool { return (side.value(p) >= side.at) == side.above }
		var out []place.Point
		for i, p := range ring {
			q := ring[(i+len(ring)-1)%len(ring)]
			if inside(p) != inside(q) {
				t := (side.at - side.value(q)) / (side.value(p) - side.value(q))
				out = append(out, place.Point{Lat: q.Lat + t*(p.Lat-q.Lat), Lon: q.Lon + t*(p.Lon-q.Lon)})
			}
			if inside(p) {
				out = append(out, p)
			}
		}
		if ring = out; len(ring) == 0 {
			return nil
		}
	}
	return ring
}

func longitude(p place.Point) float64 { return p.Lon }
func latitude(p place.Point) float64  { return p.Lat }
