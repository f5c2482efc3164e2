package report

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"github.com/assaydata/assay/internal/record"
)

// dot is a point with the rows that stand there.
type dot struct {
	lat, lon     float64
	rows, marked int
	imprecise    int // rows placed no better than a first-level unit
	misplaced    bool
	x, y         float64
}

// lazyDots keeps the points of a dataset, which both of its maps draw.
type lazyDots struct {
	done   bool
	dots   []dot
	points int
}

func (l *lazyDots) get(p *profile) ([]dot, int) {
	if !l.done {
		l.dots, l.points = p.dots()
		l.done = true
	}
	return l.dots, l.points
}

// dots gathers the distinct points, in the order of their coordinates.
func (p *profile) dots() (out []dot, points int) {
	e := p.data.Events
	at := map[[2]float64]int{}
	for row := range p.data.N {
		lat, lon := e.Lat[row], e.Lon[row]
		if !(record.Where{Lat: lat, Lon: lon}).OnGlobe() {
			continue
		}
		points++
		key := [2]float64{lat, lon}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, dot{lat: lat, lon: lon})
		}
		d := &out[i]
		d.rows++
		if p.questions.has(row) {
			d.marked++
		}
		if e.PlacePrec != nil && e.PlacePrec[row] >= record.PlaceAdmin1 {
			d.imprecise++
		}
		d.misplaced = d.misplaced || p.misplaced[row]
	}
	slices.SortFunc(out, func(a, b dot) int { return cmp.Or(cmp.Compare(a.lat, b.lat), cmp.Compare(a.lon, b.lon)) })
	return out, points
}

// frame is the part of the world that a map shows: plate carrée, true to shape at its middle latitude.
type frame struct {
	west, east, south, north float64
	scale, shrink            float64
	w, h                     float64
}

func (f *frame) xy(lat, lon float64) vg.Point {
	return vg.Point{X: vg.Length((lon - f.west) * f.shrink * f.scale), Y: vg.Length((lat - f.south) * f.scale)}
}

func (f *frame) has(lat, lon float64) bool {
	return lat >= f.south && lat <= f.north && lon >= f.west && lon <= f.east
}

// newFrame chooses the part of the world. A handful of points far from all others does not shrink the map.
func newFrame(dots []dot, points int, style mapStyle) frame {
	lats, lons := make([]dot, len(dots)), make([]dot, len(dots))
	copy(lats, dots)
	copy(lons, dots)
	slices.SortFunc(lons, func(a, b dot) int { return cmp.Compare(a.lon, b.lon) })
	least := func(ds []dot, share float64, value func(dot) float64) float64 {
		want, n := int(share*float64(points)), 0
		for _, d := range ds {
			if n += d.rows; n > want {
				return value(d)
			}
		}
		return value(ds[len(ds)-1])
	}
	lat := func(d dot) float64 { return d.lat }
	lon := func(d dot) float64 { return d.lon }
	side := func(ds []dot, value func(dot) float64) (float64, float64) {
		low, high := value(ds[0]), value(ds[len(ds)-1])
		l, h := least(ds, 0.005, value), least(ds, 0.995, value)
		if high-low > 1.6*(h-l)+2 {
			return l, h
		}
		return low, high
	}
	var f frame
	f.south, f.north = side(lats, lat)
	f.west, f.east = side(lons, lon)
	margin := 0.06*max(f.east-f.west, f.north-f.south) + 0.15
	f.south, f.north = max(-88, f.south-margin), min(88, f.north+margin)
	f.west, f.east = max(-180, f.west-margin), min(180, f.east+margin)
	f.shrink = math.Cos((f.south + f.north) / 2 * math.Pi / 180)
	// The frame is widened or heightened to the shape of the map, so that the land around can be recognised.
	widen := func(aspect float64) {
		if extra := (aspect*(f.north-f.south)/f.shrink - (f.east - f.west)) / 2; extra > 0 {
			f.west, f.east = spread(f.west, f.east, extra, 180)
		}
	}
	if tall := (f.east - f.west) * f.shrink / style.aspect; tall > f.north-f.south {
		f.south, f.north = spread(f.south, f.north, (tall-(f.north-f.south))/2, 85)
		f.shrink = math.Cos((f.south + f.north) / 2 * math.Pi / 180)
	}
	widen(style.aspect)
	if data := lats[0].lat; f.south < -58 && data > -56 {
		f.south = -58 // nothing but ice south of it
	}
	f.scale = style.width / ((f.east - f.west) * f.shrink)
	f.w, f.h = style.width, (f.north-f.south)*f.scale
	return f
}

// spread widens an interval on both sides, on the other side where one is at the end of the world.
func spread(low, high, extra, end float64) (float64, float64) {
	low, high = low-extra, high+extra
	if low < -end {
		low, high = -end, min(end, high-(low+end))
	}
	if high > end {
		low, high = max(-end, low-(high-end)), end
	}
	return low, high
}
