package place

import (
	"cmp"
	"math"
	"slices"
)

// Shape is a country as rings to draw with the even-odd rule.
type Shape struct {
	Country Country
	Rings   [][]Point
}

// Outline returns the outer rings of a country, holes included, for drawing: closed (the last point repeats the first) and
// simplified until no more than about maxPoints points are left; islands too small to show go first. Draw them with the
// even-odd rule. The two sides of a border are simplified alike only within one call of [Index.WorldOutline].
func (x *Index) Outline(c Country, maxPoints int) [][]Point {
	if c < 0 || int(c) >= len(x.countries) {
		return nil
	}
	var arcs []int
	l := x.lines()
	for i, a := range l.arcs {
		if d, e := x.units[a.a].country, x.UnitCountry(a.b); d != e && (d == c || e == c) {
			arcs = append(arcs, i)
		}
	}
	s := l.simplify(arcs, maxPoints)
	return s.rings(arcs)
}

// WorldOutline returns all countries, in their order, with neighbours sharing the same simplified border, in no more than
// about maxPoints points of distinct borders; countries too small to show have no rings and are left out.
func (x *Index) WorldOutline(maxPoints int) []Shape {
	of := make([][]int, len(x.countries))
	var arcs []int
	l := x.lines()
	for i, a := range l.arcs {
		c, d := x.units[a.a].country, x.UnitCountry(a.b)
		if c == d {
			continue
		}
		arcs = append(arcs, i)
		of[c] = append(of[c], i)
		if d >= 0 {
			of[d] = append(of[d], i)
		}
	}
	s := l.simplify(arcs, maxPoints)
	var shapes []Shape
	for c := range of {
		if rings := s.rings(of[c]); len(rings) > 0 {
			shapes = append(shapes, Shape{Country(c), rings})
		}
	}
	return shapes
}

// OutlineUnits returns the lines between the first-level units of a country, open and without the country's own outline,
// simplified until no more than about maxPoints points are left.
func (x *Index) OutlineUnits(c Country, maxPoints int) [][]Point {
	if c < 0 || int(c) >= len(x.countries) {
		return nil
	}
	var arcs []int
	l := x.lines()
	for i, a := range l.arcs {
		if a.b >= 0 && x.units[a.a].country == c && x.units[a.b].country == c {
			arcs = append(arcs, i)
		}
	}
	s := l.simplify(arcs, maxPoints)
	var lines [][]Point
	for _, i := range arcs {
		if line := s.lines[i]; len(line) > 1 {
			lines = append(lines, points(line))
		}
	}
	return lines
}

// Bounds is a box in degrees. West is greater than East for a country on both sides of the antimeridian.
type Bounds struct{ South, West, North, East float64 }

// CountryBounds returns the smallest box around a country; ok is false for none.
func (x *Index) CountryBounds(c Country) (b Bounds, ok bool) {
	if c < 0 || int(c) >= len(x.countries) {
		return Bounds{}, false
	}
	type span struct{ west, east int32 }
	var spans []span
	south, north := int32(math.MaxInt32), int32(math.MinInt32)
	l := x.lines()
	for _, n := range l.outerPieces.of(int(c)) {
		p := &l.pieces[n]
		spans = append(spans, span{p.west, p.east})
		south, north = min(south, p.south), max(north, p.top)
	}
	if len(spans) == 0 {
		return Bounds{}, false
	}
	// The box leaves out the widest gap between the longitudes of the outline.
	slices.SortFunc(spans, func(s, t span) int { return cmp.Or(cmp.Compare(s.west, t.west), cmp.Compare(s.east, t.east)) })
	east := spans[0].east
	for _, s := range spans {
		east = max(east, s.east)
	}
	west := spans[0].west
	gap := west + 360*halves - east
	reach := spans[0].east
	edges := span{west, east}
	for _, s := range spans[1:] {
		if s.west-reach > gap {
			gap = s.west - reach
			edges = span{s.west, reach}
		}
		reach = max(reach, s.east)
	}
	return Bounds{
		South: float64(south) / halves, West: float64(edges.west) / halves,
		North: float64(north) / halves, East: float64(edges.east) / halves,
	}, true
}

// drawing is a set of simplified arcs.
type drawing struct{ lines map[int][]vertex }

// simplify thins the arcs with the smallest tolerance out of a doubling series that leaves at most maxPoints points, by
// the method of Douglas and Peucker (Cartographica 10, 1973), in degrees with longitudes shrunk by the cosine of latitude.
func (l *lines) simplify(arcs []int, maxPoints int) drawing {
	total := 0
	for _, i := range arcs {
		total += int(l.arcs[i].to - l.arcs[i].from)
	}
	d := drawing{lines: make(map[int][]vertex, len(arcs))}
	for tolerance := 0.0; ; tolerance = max(2*tolerance, 0.001) {
		count := 0
		for _, i := range arcs {
			line := l.points[l.arcs[i].from:l.arcs[i].to]
			if tolerance > 0 {
				line = thin(line, tolerance)
			}
			d.lines[i] = line
			count += len(line)
		}
		if count <= maxPoints || tolerance > 4 {
			return d
		}
	}
}

// thin simplifies a chain. A closed chain that stays within tolerance of one point disappears.
func thin(line []vertex, tolerance float64) []vertex {
	last := len(line) - 1
	keep := make([]bool, len(line))
	keep[0], keep[last] = true, true
	shrink := math.Cos(float64(line[0].y) / halves * math.Pi / 180)
	limit := tolerance * halves
	closed := line[0] == line[last]
	type span struct{ from, to int }
	stack := []span{{0, last}}
	for len(stack) > 0 {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		far, at := 0.0, -1
		for i := s.from + 1; i < s.to; i++ {
			if d := toSegment(line[i], line[s.from], line[s.to], shrink); d > far {
				far, at = d, i
			}
		}
		if at >= 0 && far > limit {
			keep[at] = true
			stack = append(stack, span{s.from, at}, span{at, s.to})
		}
	}
	var out []vertex
	for i, k := range keep {
		if k {
			out = append(out, line[i])
		}
	}
	if closed && len(out) < 4 {
		return nil
	}
	return out
}

// toSegment is the distance from p to the segment ab in half steps, longitudes shrunk.
func toSegment(p, a, b vertex, shrink float64) float64 {
	px, py := float64(p.x-a.x)*shrink, float64(p.y-a.y)
	dx, dy := float64(b.x-a.x)*shrink, float64(b.y-a.y)
	if d := dx*dx + dy*dy; d > 0 {
		t := min(max((px*dx+py*dy)/d, 0), 1)
		px, py = px-t*dx, py-t*dy
	}
	return math.Hypot(px, py)
}

// rings joins arcs end to end into closed rings. Where several meet, any choice gives the same picture under the
// even-odd rule; the first in order is taken.
func (d drawing) rings(arcs []int) [][]Point {
	ends := map[vertex][]int{}
	for _, i := range arcs {
		if line := d.lines[i]; len(line) > 1 {
			ends[line[0]] = append(ends[line[0]], i)
			ends[line[len(line)-1]] = append(ends[line[len(line)-1]], i)
		}
	}
	used := map[int]bool{}
	var rings [][]Point
	for _, i := range arcs {
		if used[i] || len(d.lines[i]) < 2 {
			continue
		}
		used[i] = true
		ring := slices.Clone(d.lines[i])
		for at := ring[len(ring)-1]; at != ring[0]; at = ring[len(ring)-1] {
			next := -1
			for _, j := range ends[at] {
				if !used[j] {
					next = j
					break
				}
			}
			if next < 0 {
				break
			}
			used[next] = true
			line := d.lines[next]
			if line[0] == at {
				ring = append(ring, line[1:]...)
				continue
			}
			for k := len(line) - 2; k >= 0; k-- {
				ring = append(ring, line[k])
			}
		}
		if len(ring) > 3 {
			rings = append(rings, points(ring))
		}
	}
	return rings
}

func points(line []vertex) []Point {
	out := make([]Point, len(line))
	for i, v := range line {
		out[i] = v.point()
	}
	return out
}
