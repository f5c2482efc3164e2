package place

import "math"

// Locate returns the first-level unit that contains the position, NoUnit at sea, outside the range of latitudes and
// longitudes, and for NaN. Where units overlap it returns the one with the smallest number. Positions are rounded to
// 1e-4 degrees (11 m).
func (x *Index) Locate(lat, lon float64) Unit {
	q, ok := query(lat, lon)
	if !ok || len(x.units) == 0 {
		return NoUnit
	}
	l := x.lines()
	cell := cellOf(q.x, q.y)
	runs := l.grid.runs[l.grid.start[cell]:l.grid.start[cell+1]]
	home := l.grid.home[cell]
	if len(runs) == 0 && home >= -1 {
		return Unit(home)
	}
	var inside unitSet
	l.contain(&inside, q, runs, home)
	best := NoUnit
	for _, u := range inside.units[:inside.n] {
		if best < 0 || u < best {
			best = u
		}
	}
	return best
}

// CountryAt returns the country whose unit [Index.Locate] finds, NoCountry for none.
func (x *Index) CountryAt(lat, lon float64) Country { return x.UnitCountry(x.Locate(lat, lon)) }

// InUnit reports whether the unit contains the position.
func (x *Index) InUnit(u Unit, lat, lon float64) bool {
	return x.within(lat, lon, func(v Unit) bool { return v == u })
}

// InCountry reports whether a unit of the country contains the position.
func (x *Index) InCountry(c Country, lat, lon float64) bool {
	return x.within(lat, lon, func(v Unit) bool { return x.units[v].country == c })
}

func (x *Index) within(lat, lon float64, is func(Unit) bool) bool {
	q, ok := query(lat, lon)
	if !ok || len(x.units) == 0 {
		return false
	}
	l := x.lines()
	cell := cellOf(q.x, q.y)
	var inside unitSet
	l.contain(&inside, q, l.grid.runs[l.grid.start[cell]:l.grid.start[cell+1]], l.grid.home[cell])
	for _, u := range inside.units[:inside.n] {
		if is(u) {
			return true
		}
	}
	return false
}

// query rounds a position to an odd pair of half steps.
func query(lat, lon float64) (vertex, bool) {
	if !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
		return vertex{}, false
	}
	// 180° is the western edge of the map seen from the other side; the north pole belongs to the last row.
	i, j := math.Floor(lon*stepsPerDegree), math.Floor(lat*stepsPerDegree)
	if i == 180*stepsPerDegree {
		i = -180 * stepsPerDegree
	}
	j = min(j, 90*stepsPerDegree-1)
	return vertex{x: 2*int32(i) + 1, y: 2*int32(j) + 1}, true
}

// contain fills the set with the units that contain q, walking from the reference point of its cell: first north, then
// east. Every test compares the sides on which two points of the walk lie of a segment, with ties falling to the left
// for both, so that a corner of the walk exactly on a segment counts once.
func (l *lines) contain(inside *unitSet, q vertex, runs []run, home int16) {
	switch {
	case home >= 0:
		inside.flip(Unit(home))
	case home < -1:
		for _, u := range l.grid.several[-2-home] {
			inside.flip(u)
		}
	}
	from := reference(column(q.x), row(q.y))
	corner := vertex{from.x, q.y}
	for _, r := range runs {
		crossed := false
		chain := l.points[r.first : r.first+r.n+1]
		a := chain[0]
		for _, b := range chain[1:] {
			if (a.x < from.x) != (b.x < from.x) && left(a, b, from) != left(a, b, corner) {
				crossed = !crossed
			}
			if (a.y < q.y) != (b.y < q.y) && left(a, b, corner) != left(a, b, q) {
				crossed = !crossed
			}
			a = b
		}
		if crossed {
			inside.flip(r.a)
			inside.flip(r.b)
		}
	}
}
