package report

import (
	"math"
	"sync"

	"github.com/assaydata/assay/internal/place"
)

// outline is the part of a country that a map shows, in units of the drawing.
type outline struct {
	country place.Country
	rings   [][]point
}

type point struct{ x, y float64 }

// shapes are all countries in full detail.
var shapes = sync.OnceValue(func() []place.Shape { return place.World().WorldOutline(math.MaxInt) })

// outlines returns the countries within the frame, clipped to a little more than it, in no more than about most points.
// To thin them, all points within one square of a grid, as coarse as it must be, are moved to the one of them that comes
// first by its coordinates. The two sides of a border have the same points, and so stay the same.
func outlines(f *frame, most int) []outline {
	whole, total := framed(f)
	for grid := 0.4; total > most && grid < 50; grid *= 1.4 {
		if total > 8*most && grid < 1 {
			continue // far too many: the finest grids cannot be enough
		}
		first := map[[2]int32]point{}
		cell := func(p point) [2]int32 { return [2]int32{int32(math.Floor(p.x / grid)), int32(math.Floor(p.y / grid))} }
		for _, o := range whole {
			for _, ring := range o.rings {
				for _, p := range ring {
					c := cell(p)
					if q, ok := first[c]; !ok || p.x < q.x || p.x == q.x && p.y < q.y {
						first[c] = p
					}
				}
			}
		}
		total = 0
		for i := range whole {
			kept := whole[i].rings[:0]
			for _, ring := range whole[i].rings {
				out := ring[:0]
				for _, p := range ring {
					if q := first[cell(p)]; len(out) == 0 || out[len(out)-1] != q {
						out = append(out, q)
					}
				}
				if len(out) > 2 {
					kept = append(kept, out)
					total += len(out)
				}
			}
			whole[i].rings = kept
		}
	}
	return whole
}

// framed clips all countries to the frame.
func framed(f *frame) (out []outline, total int) {
	for _, s := range shapes() {
		o := outline{country: s.Country}
		for _, ring := range s.Rings {
			if !near(ring, f) {
				continue
			}
			if part := clip(ring, f); len(part) > 2 {
				points := make([]point, len(part))
				for i, p := range part {
					at := f.xy(p.Lat, p.Lon)
					points[i] = point{float64(at.X), float64(at.Y)}
				}
				o.rings = append(o.rings, points)
				total += len(points)
			}
		}
		if len(o.rings) > 0 {
			out = append(out, o)
		}
	}
	return out, total
}

// near reports whether a ring may reach into the frame.
func near(ring []place.Point, f *frame) bool {
	south, west, north, east := 90.0, 180.0, -90.0, -180.0
	for _, p := range ring {
		south, north = min(south, p.Lat), max(north, p.Lat)
		west, east = min(west, p.Lon), max(east, p.Lon)
	}
	return south <= f.north && north >= f.south && west <= f.east && east >= f.west
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
