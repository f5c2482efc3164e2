package place

import "math"

// piece is a short stretch of an arc, points[from:to], with its bounding box.
type piece struct {
	from, to   uint32
	west, east int32
	south, top int32
}

// pieceLength is the number of segments in a piece: short enough that most pieces of a country are ruled out by their box.
const pieceLength = 32

// ranges holds a list of numbers for each of n owners in one array.
type ranges struct {
	start []uint32
	list  []uint32
}

func (r ranges) of(owner int) []uint32 { return r.list[r.start[owner]:r.start[owner+1]] }

// group builds ranges for n owners; each is called twice with a function that records owner and item.
func group(n int, each func(record func(owner int, item uint32))) ranges {
	r := ranges{start: make([]uint32, n+1)}
	each(func(owner int, _ uint32) { r.start[owner+1]++ })
	for i := range n {
		r.start[i+1] += r.start[i]
	}
	r.list = make([]uint32, r.start[n])
	next := append([]uint32(nil), r.start[:n]...)
	each(func(owner int, item uint32) {
		r.list[next[owner]] = item
		next[owner]++
	})
	return r
}

// lines are the boundaries, with the search structures over them.
type lines struct {
	arcs   []arc
	points []vertex

	grid        grid
	pieces      []piece
	unitPieces  ranges // pieces of each unit's boundary
	outerPieces ranges // pieces of each country's outer boundary
}

// noLines are those of an index without countries.
func noLines() *lines { return &lines{} }

// build makes the search structures from arcs and points.
func (l *lines) build(x *Index) {
	l.buildGrid()
	owner := make([]uint32, 0, 2*len(l.arcs))
	for i, a := range l.arcs {
		for from := a.from; from+1 < a.to; from += pieceLength {
			l.pieces = append(l.pieces, l.newPiece(from, min(from+pieceLength+1, a.to)))
			owner = append(owner, uint32(i))
		}
	}
	l.unitPieces = group(len(x.units), func(record func(int, uint32)) {
		for i := range l.pieces {
			a := l.arcs[owner[i]]
			record(int(a.a), uint32(i))
			if a.b >= 0 {
				record(int(a.b), uint32(i))
			}
		}
	})
	l.outerPieces = group(len(x.countries), func(record func(int, uint32)) {
		for i := range l.pieces {
			a := l.arcs[owner[i]]
			c, d := x.units[a.a].country, x.UnitCountry(a.b)
			if c == d {
				continue
			}
			record(int(c), uint32(i))
			if d >= 0 {
				record(int(d), uint32(i))
			}
		}
	})
}

// build makes the tables that follow from countries and units.
func (x *Index) build() {
	x.members = make([][]Unit, len(x.countries))
	for u := range x.units {
		c := x.units[u].country
		x.members[c] = append(x.members[c], Unit(u))
	}
	x.byCode = make(map[string]Country, len(x.countries))
	for c := range x.countries {
		x.byCode[x.countries[c].code] = Country(c)
	}
	x.unitNames = make([]lazy[unitNames], len(x.countries))
	x.buildDisputes()
}

func (l *lines) newPiece(from, to uint32) piece {
	p := piece{from: from, to: to, west: math.MaxInt32, east: math.MinInt32, south: math.MaxInt32, top: math.MinInt32}
	for _, v := range l.points[from:to] {
		p.west, p.east = min(p.west, v.x), max(p.east, v.x)
		p.south, p.top = min(p.south, v.y), max(p.top, v.y)
	}
	return p
}

// DistanceToUnit returns the distance in km from the position to the nearest point of the unit: 0 inside, NaN for a
// position that is not on the globe or a unit that does not exist.
func (x *Index) DistanceToUnit(u Unit, lat, lon float64) float64 {
	if u < 0 || int(u) >= len(x.units) || !onGlobe(lat, lon) {
		return math.NaN()
	}
	if x.InUnit(u, lat, lon) {
		return 0
	}
	l := x.lines()
	return l.nearest(l.unitPieces.of(int(u)), lat, lon, func(a, b Unit) bool { return a == u || b == u })
}

// DistanceToCountry returns the distance in km from the position to the nearest point of the country: 0 inside, NaN for a
// position that is not on the globe or a country that does not exist.
func (x *Index) DistanceToCountry(c Country, lat, lon float64) float64 {
	if c < 0 || int(c) >= len(x.countries) || !onGlobe(lat, lon) {
		return math.NaN()
	}
	if x.InCountry(c, lat, lon) {
		return 0
	}
	return x.toOutline(c, lat, lon)
}

// toOutline returns the distance in km to the border or coast of a country.
func (x *Index) toOutline(c Country, lat, lon float64) float64 {
	l := x.lines()
	return l.nearest(l.outerPieces.of(int(c)), lat, lon, func(a, b Unit) bool {
		return (x.units[a].country == c) != (x.UnitCountry(b) == c)
	})
}

// DistanceToUnits returns the smallest distance in km to any of the units; NaN if there is none.
func (x *Index) DistanceToUnits(units []Unit, lat, lon float64) float64 {
	best := math.NaN()
	for _, u := range units {
		if d := x.DistanceToUnit(u, lat, lon); !(d >= best) {
			best = d
		}
		if best == 0 {
			break
		}
	}
	return best
}

// DistanceToCountries returns the smallest distance in km to any of the countries; NaN if there is none.
func (x *Index) DistanceToCountries(countries []Country, lat, lon float64) float64 {
	for _, c := range countries {
		if x.InCountry(c, lat, lon) {
			return 0
		}
	}
	best := math.NaN()
	for _, c := range countries {
		if d := x.DistanceToCountry(c, lat, lon); !(d >= best) {
			best = d
		}
	}
	return best
}

// DistanceToBorder returns the distance in km from a position inside a country to the nearest border or coast of that
// country; NaN for a position in no country.
func (x *Index) DistanceToBorder(lat, lon float64) float64 {
	c := x.CountryAt(lat, lon)
	if c < 0 {
		return math.NaN()
	}
	return x.toOutline(c, lat, lon)
}

func onGlobe(lat, lon float64) bool {
	return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

// nearest returns the distance in km to the nearest segment of the pieces; of tells the owners of those segments.
func (l *lines) nearest(pieces []uint32, lat, lon float64, of func(a, b Unit) bool) float64 {
	from := newSight(lat, lon)
	limit, sure := l.nearby(from, of)
	if sure {
		return limit
	}
	// The piece with the nearest box goes first, so that its distance rules out most others.
	first, bound := -1, limit
	for i, n := range pieces {
		if b := from.toBox(&l.pieces[n], bound); b < bound {
			first, bound = i, b
		}
	}
	best := limit
	if first >= 0 {
		best = from.toChain(l.chain(pieces[first]), best)
	}
	for i, n := range pieces {
		if i != first && from.toBox(&l.pieces[n], best) < best {
			best = from.toChain(l.chain(n), best)
		}
	}
	if math.IsInf(best, 1) {
		return math.NaN()
	}
	return best
}

// nearby looks at the segments in the cell of the position and the eight around it. It is sure of the distance if nothing
// beyond those cells can be nearer.
func (l *lines) nearby(from sight, of func(a, b Unit) bool) (km float64, sure bool) {
	km = math.Inf(1)
	q, ok := query(from.lat, from.lon)
	if !ok {
		return km, false
	}
	col, r := column(q.x), row(q.y)
	for dr := int32(-1); dr <= 1; dr++ {
		if r+dr < 0 || r+dr >= rows {
			continue
		}
		for dc := int32(-1); dc <= 1; dc++ {
			cell := (r+dr)*columns + (col+dc+columns)%columns
			for _, run := range l.grid.runs[l.grid.start[cell]:l.grid.start[cell+1]] {
				if of(run.a, run.b) {
					km = from.toChain(l.points[run.first:run.first+run.n+1], km)
				}
			}
		}
	}
	const cell = float64(cellSize) / halves
	south, west := float64(r-1)*cell-90, float64(col-1)*cell-180
	steepest := max(math.Abs(south), math.Abs(south+3*cell))
	if steepest >= 89 {
		return km, false
	}
	// Distances to the edges of the block, along the meridian and along its narrowest parallel; the great circle to a
	// meridian a degree away is less than 2 % shorter than the parallel.
	beside := min(from.lon-west, west+3*cell-from.lon) * math.Cos(steepest*math.Pi/180)
	margin := min(from.lat-south, south+3*cell-from.lat, beside) * kmPerDegree * 0.98
	return km, km < margin
}

func (l *lines) chain(piece uint32) []vertex {
	return l.points[l.pieces[piece].from:l.pieces[piece].to]
}

// sight is a position from which distances are taken.
type sight struct {
	lat, lon float64
	tanLat   float64
}

func newSight(lat, lon float64) sight {
	return sight{lat: lat, lon: lon, tanLat: math.Tan(lat * math.Pi / 180)}
}

// toBox returns the distance in km to the nearest point of the box, or +Inf as soon as it is surely over limit.
func (s sight) toBox(p *piece, limit float64) float64 {
	south, north := float64(p.south)/halves, float64(p.top)/halves
	dLat := max(south-s.lat, s.lat-north, 0)
	if dLat*kmPerDegree >= limit {
		return math.Inf(1)
	}
	west, east := float64(p.west)/halves, float64(p.east)/halves
	if s.lon >= west && s.lon <= east {
		return dLat * kmPerDegree
	}
	gap, edge := math.Abs(wrap(west-s.lon)), west
	if g := math.Abs(wrap(east - s.lon)); g < gap {
		gap, edge = g, east
	}
	if gap >= 90 { // across a pole: one of the corners is nearest
		return min(Haversine(s.lat, s.lon, south, edge), Haversine(s.lat, s.lon, north, edge))
	}
	// The point of a meridian gap degrees away that is nearest has this latitude.
	at := math.Atan(s.tanLat/math.Cos(gap*math.Pi/180)) * 180 / math.Pi
	return Haversine(s.lat, s.lon, min(max(at, south), north), edge)
}

// farAway is a distance in km from which a plane no longer tells which end of a segment is the nearer one.
const farAway = 2000

// toChain returns the distance in km to the nearest point of a chain of segments, or limit if that is smaller.
// The segments are straight in latitude and longitude, as they are drawn.
func (s sight) toChain(chain []vertex, limit float64) float64 {
	best := limit
	for i := 0; i+1 < len(chain); i++ {
		a, b := chain[i].point(), chain[i+1].point()
		ax, bx := wrap(a.Lon-s.lon), wrap(a.Lon-s.lon)+b.Lon-a.Lon
		ay, by := a.Lat-s.lat, b.Lat-s.lat
		if max(min(ay, by), -max(ay, by))*kmPerDegree >= best {
			continue
		}
		// Project on the segment in a plane whose scale is taken halfway to the foot; a second round corrects the scale.
		t, k := 0.0, math.Cos((s.lat+(a.Lat+b.Lat)/2)/2*math.Pi/180)
		for range 2 {
			dx, dy := (bx-ax)*k, by-ay
			if d := dx*dx + dy*dy; d > 0 {
				t = min(max(-(ax*k*dx+ay*dy)/d, 0), 1)
			}
			k = math.Cos((s.lat + (s.lat + ay + t*dy)) / 2 * math.Pi / 180)
		}
		km := Haversine(s.lat, s.lon, s.lat+ay+t*(by-ay), s.lon+ax+t*(bx-ax))
		if km > farAway {
			km = min(km, Haversine(s.lat, s.lon, a.Lat, a.Lon), Haversine(s.lat, s.lon, b.Lat, b.Lon))
		}
		best = min(best, km)
	}
	return best
}
