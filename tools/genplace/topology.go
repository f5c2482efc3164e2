package main

import (
	"cmp"
	"errors"
	"math"
	"slices"
)

// scale is the number of coordinate steps per degree: 1e-4 degrees is 11 m at the equator, finer than the 1:10m source.
const scale = 10_000

// none stands for "no unit" on one side of an arc.
const none = -1

type vertex struct{ x, y int32 }

func (v vertex) compare(w vertex) int { return cmp.Or(cmp.Compare(v.x, w.x), cmp.Compare(v.y, w.y)) }

// edge is undirected: a sorts before b.
type edge struct{ a, b vertex }

func newEdge(a, b vertex) edge {
	if a.compare(b) > 0 {
		a, b = b, a
	}
	return edge{a, b}
}

// owners are the one or two units whose boundary an edge or arc is, smaller number first; the second may be none.
type owners struct{ first, second int }

type arc struct {
	owners owners
	points []vertex
}

// quantise snaps rings to the grid and drops what collapses.
func quantise(rings [][][2]float64) [][]vertex {
	var out [][]vertex
	for _, r := range rings {
		q := make([]vertex, 0, len(r))
		for _, p := range r {
			v := vertex{int32(math.Round(p[0] * scale)), int32(math.Round(p[1] * scale))}
			if len(q) == 0 || q[len(q)-1] != v {
				q = append(q, v)
			}
		}
		if len(q) > 3 && q[0] == q[len(q)-1] {
			out = append(out, q)
		}
	}
	return out
}

// cut turns the rings of all units into arcs: maximal chains of edges with the same owners, each stored once however
// many units it bounds. The result depends on the geometry only, not on map order.
func cut(rings [][][]vertex) ([]arc, error) {
	owned := map[edge]owners{}
	for u, rs := range rings {
		for _, r := range rs {
			for i := 1; i < len(r); i++ {
				e := newEdge(r[i-1], r[i])
				o, seen := owned[e]
				switch {
				case !seen:
					owned[e] = owners{u, none}
				case o.second == none && o.first == u:
					delete(owned, e) // a spike: the ring goes out and back along it
				case o.second == none:
					owned[e] = owners{o.first, u}
				default:
					return nil, errors.New("an edge bounds three units: the layer is not a planar partition")
				}
			}
		}
	}
	neighbours := make(map[vertex][]vertex, len(owned))
	edges := make([]edge, 0, len(owned))
	for e := range owned {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(e, f edge) int { return cmp.Or(e.a.compare(f.a), e.b.compare(f.b)) })
	for _, e := range edges {
		neighbours[e.a] = append(neighbours[e.a], e.b)
		neighbours[e.b] = append(neighbours[e.b], e.a)
	}
	isNode := func(v vertex) bool {
		n := neighbours[v]
		return len(n) != 2 || owned[newEdge(v, n[0])] != owned[newEdge(v, n[1])]
	}
	used := make(map[edge]bool, len(owned))
	follow := func(from, to vertex) arc {
		a := arc{owners: owned[newEdge(from, to)], points: []vertex{from, to}}
		used[newEdge(from, to)] = true
		for prev, at := from, to; !isNode(at) && at != from; {
			next := neighbours[at][0]
			if next == prev {
				next = neighbours[at][1]
			}
			used[newEdge(at, next)] = true
			a.points = append(a.points, next)
			prev, at = at, next
		}
		return a
	}
	var arcs []arc
	for _, e := range edges {
		for _, d := range [2][2]vertex{{e.a, e.b}, {e.b, e.a}} {
			if !used[e] && isNode(d[0]) {
				arcs = append(arcs, follow(d[0], d[1]))
			}
		}
	}
	for _, e := range edges { // what is left has no nodes: islands and enclaves
		if !used[e] {
			arcs = append(arcs, follow(e.a, e.b))
		}
	}
	slices.SortStableFunc(arcs, func(a, b arc) int {
		return cmp.Or(cmp.Compare(a.owners.first, b.owners.first), cmp.Compare(a.owners.second, b.owners.second))
	})
	return arcs, nil
}

// measure gives the centroid in degrees and the area in km² of a unit, from its rings with x scaled by the cosine of
// latitude along each edge (sinusoidal projection, which keeps areas). A unit on both sides of the antimeridian has its
// western part moved past 180° first.
func measure(rings [][]vertex) (lat, lon, km2 float64) {
	const kmPerDegree = 6371.0088 * math.Pi / 180
	var west, east bool
	for _, r := range rings {
		for _, v := range r {
			west = west || v.x < -170*scale
			east = east || v.x > 170*scale
		}
	}
	// A ring around a pole has no sinusoidal centroid; Antarctica, which is drawn down to -90°, is given its pole.
	if shape := rings[0]; slices.ContainsFunc(shape, func(v vertex) bool { return v.y <= -90*scale }) {
		return -90, 0, 12.3e6
	}
	shift := west && east
	x := func(v vertex) float64 {
		if shift && v.x < 0 {
			return float64(v.x)/scale + 360
		}
		return float64(v.x) / scale
	}
	// The reference meridian keeps the numbers small; the sinusoidal centroid is taken back at the centroid's latitude.
	ref := x(rings[0][0])
	var area, mx, my float64
	for _, r := range rings {
		// The format does not promise an orientation: outer rings and holes are told apart by nesting.
		var a, ax, ay float64
		for i := 1; i < len(r); i++ {
			y1, y2 := float64(r[i-1].y)/scale, float64(r[i].y)/scale
			x1 := (x(r[i-1]) - ref) * math.Cos(y1*math.Pi/180)
			x2 := (x(r[i]) - ref) * math.Cos(y2*math.Pi/180)
			c := x1*y2 - x2*y1
			a += c / 2
			ax += c * (x1 + x2) / 6
			ay += c * (y1 + y2) / 6
		}
		sign := 1.0
		if (a < 0) != hole(rings, r) {
			sign = -1
		}
		area += sign * a
		mx += sign * ax
		my += sign * ay
	}
	lat = my / area
	lon = ref + mx/area/math.Cos(lat*math.Pi/180)
	if lon > 180 {
		lon -= 360
	}
	return lat, lon, area * kmPerDegree * kmPerDegree
}

// hole reports whether ring r lies inside an odd number of the other rings.
func hole(rings [][]vertex, r []vertex) bool {
	inside := false
	// Midpoint of an edge: a vertex may touch another ring.
	px, py := float64(r[0].x+r[1].x)/2, float64(r[0].y+r[1].y)/2
	for _, o := range rings {
		if &o[0] == &r[0] {
			continue
		}
		for i := 1; i < len(o); i++ {
			a, b := o[i-1], o[i]
			if (float64(a.y) > py) != (float64(b.y) > py) &&
				px < float64(a.x)+(py-float64(a.y))*float64(b.x-a.x)/float64(b.y-a.y) {
				inside = !inside
			}
		}
	}
	return inside
}
