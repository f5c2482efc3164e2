package report

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// hexagons counts dots in a honeycomb of pointed-top hexagons. A point belongs to the nearer of the two candidate centres
// of the two interleaved rectangular grids (Carr, Littlefield, Nicholson, Littlefield 1987, JASA 82:424-436).
func hexagons(dots []dot, radius float64) []dot {
	wide, tall := math.Sqrt(3)*radius, 3*radius
	type key struct{ i, j int }
	at := map[key]int{}
	var out []dot
	for _, d := range dots {
		i1, j1 := math.Round(d.x/wide), math.Round(d.y/tall)
		i2, j2 := math.Floor(d.x/wide)+0.5, math.Floor(d.y/tall)+0.5
		far := func(i, j float64) float64 { return math.Hypot(d.x-i*wide, d.y-j*tall) }
		i, j := i1, j1
		if far(i2, j2) < far(i1, j1) {
			i, j = i2, j2
		}
		k := key{int(2 * i), int(2 * j)}
		n, ok := at[k]
		if !ok {
			n = len(out)
			at[k] = n
			out = append(out, dot{x: i * wide, y: j * tall})
		}
		out[n].rows += d.rows
		out[n].marked += d.marked
	}
	slices.SortFunc(out, func(a, b dot) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	return out
}

func hexagonPath(p *vg.Path, x, y, radius float64) {
	r := radius * 0.94 // a hair of ground between neighbours
	for k := range 6 {
		sin, cos := math.Sincos(math.Pi/6 + float64(k)*math.Pi/3)
		at := vg.Point{X: vg.Length(x + r*cos), Y: vg.Length(y + r*sin)}
		if k == 0 {
			p.Move(at)
		} else {
			p.Line(at)
		}
	}
	p.Close()
}
