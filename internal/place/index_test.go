package place

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func anywhere(t *rapid.T) Point {
	return Point{Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon")}
}

// near draws a position close to a vertex of some boundary, where mistakes would show.
func near(t *rapid.T, x *Index) Point {
	points := x.lines().points
	v := points[rapid.IntRange(0, len(points)-1).Draw(t, "vertex")].point()
	reach := rapid.SampledFrom([]float64{0, 1e-4, 1e-3, 0.02, 0.5}).Draw(t, "reach")
	return Point{
		Lat: min(max(v.Lat+reach*rapid.Float64Range(-1, 1).Draw(t, "north"), -90), 90),
		Lon: min(max(v.Lon+reach*rapid.Float64Range(-1, 1).Draw(t, "east"), -180), 180),
	}
}

// holds decides containment without the grid: it counts the boundary segments of u straight south of the position. On
// a line either answer is right.
func holds(x *Index, u Unit, q vertex) (inside, onLine bool) {
	l := x.lines()
	for _, a := range l.arcs {
		if a.a != u && a.b != u {
			continue
		}
		for i := a.from; i+1 < a.to; i++ {
			p, r := l.points[i], l.points[i+1]
			if (p.x < q.x) == (r.x < q.x) {
				continue
			}
			y := float64(p.y) + float64(q.x-p.x)*float64(r.y-p.y)/float64(r.x-p.x)
			if math.Abs(y-float64(q.y)) < 1e-3 {
				return false, true
			}
			if y < float64(q.y) {
				inside = !inside
			}
		}
	}
	return inside, false
}

func TestLocateAgainstPlainCounting(t *testing.T) {
	x := World()
	rapid.Check(t, func(t *rapid.T) {
		p := near(t, x)
		q, _ := query(p.Lat, p.Lon)
		u := x.Locate(p.Lat, p.Lon)
		if u >= 0 {
			if inside, onLine := holds(x, u, q); !inside && !onLine {
				t.Fatalf("%v is said to lie in %s", p, x.UnitName(u))
			}
		}
		// The units around must agree too, whether or not they are the answer.
		for _, n := range []float64{-0.02, 0.02} {
			if v := x.Locate(p.Lat+n, p.Lon); v >= 0 {
				if inside, onLine := holds(x, v, q); !onLine && inside != x.InUnit(v, p.Lat, p.Lon) {
					t.Fatalf("%v in %s: %v", p, x.UnitName(v), !inside)
				}
			}
		}
	})
}

func TestInsideHasNoDistance(t *testing.T) {
	x := World()
	rapid.Check(t, func(t *rapid.T) {
		p := near(t, x)
		if u := x.Locate(p.Lat, p.Lon); u >= 0 {
			c := x.UnitCountry(u)
			if d, e := x.DistanceToUnit(u, p.Lat, p.Lon), x.DistanceToCountry(c, p.Lat, p.Lon); d != 0 || e != 0 {
				t.Fatalf("%v lies in %s but %g and %g km away", p, x.UnitName(u), d, e)
			}
		}
		u := Unit(rapid.IntRange(0, x.Units()-1).Draw(t, "unit"))
		d, e := x.DistanceToUnit(u, p.Lat, p.Lon), x.DistanceToCountry(x.UnitCountry(u), p.Lat, p.Lon)
		if inside := x.InUnit(u, p.Lat, p.Lon); inside != (d == 0) && d > 1e-9 || d < 0 || math.IsNaN(d) {
			t.Fatalf("%v, in %s %v: %g km", p, x.UnitName(u), inside, d)
		}
		if e > d*(1+1e-9)+1e-9 {
			t.Fatalf("%v: country %g km away, its unit %s %g km", p, e, x.UnitName(u), d)
		}
	})
}

// The distance found through boxes is that of the nearest of all points along the boundary.
func TestDistanceAgainstSampling(t *testing.T) {
	x := World()
	rapid.Check(t, func(t *rapid.T) {
		p := anywhere(t)
		u := Unit(rapid.IntRange(0, x.Units()-1).Draw(t, "unit"))
		if len(x.lines().unitPieces.of(int(u))) > 40 || x.InUnit(u, p.Lat, p.Lon) {
			return
		}
		best := math.Inf(1)
		for _, n := range x.lines().unitPieces.of(int(u)) {
			chain := x.lines().chain(n)
			for i := 0; i+1 < len(chain); i++ {
				a, b := chain[i].point(), chain[i+1].point()
				const steps = 8
				for s := 0.0; s <= steps; s++ {
					best = min(best, Haversine(p.Lat, p.Lon, a.Lat+(b.Lat-a.Lat)*s/steps, a.Lon+(b.Lon-a.Lon)*s/steps))
				}
			}
		}
		got := x.DistanceToUnit(u, p.Lat, p.Lon)
		if got > best*1.001+0.01 || got < best*0.98-2 {
			t.Fatalf("%v to %s: %g km, sampled %g", p, x.UnitName(u), got, best)
		}
	})
}

func TestCentroids(t *testing.T) {
	x := World()
	for u := range x.units {
		lat, lon := x.UnitCentroid(Unit(u))
		if d := x.DistanceToUnit(Unit(u), lat, lon); !(d < 2000) {
			t.Errorf("centroid of %s at %g, %g is %g km away", x.units[u].name, lat, lon, d)
		}
	}
	for _, c := range []struct {
		name          string
		lat, lon, km2 float64
	}{
		{"Nigeria", 9.6, 8.1, 912_000},
		{"Syria", 35.0, 38.5, 186_000},
		{"Lesotho", -29.6, 28.2, 30_350},
		{"Fiji", -17.4, 178.5, 18_300},
		{"France", 46.6, 2.5, 549_000},
	} {
		id := mustCountry(t, c.name)
		lat, lon := x.CountryCentroid(id)
		if d := Haversine(lat, lon, c.lat, c.lon); !(d < 60) {
			t.Errorf("centroid of %s at %g, %g, %g km from where it should be", c.name, lat, lon, d)
		}
		if a := x.CountryArea(id); math.Abs(a/c.km2-1) > 0.05 {
			t.Errorf("area of %s is %g km², want %g", c.name, a, c.km2)
		}
	}
}

func TestCapitals(t *testing.T) {
	x := World()
	n := 0
	for i := range x.Countries() {
		c := Country(i)
		name, lat, lon, ok := x.Capital(c)
		if !ok {
			continue
		}
		n++
		if d := x.Outside([]Country{c}, lat, lon); !(d < 10) {
			t.Errorf("%s is %g km outside %s", name, d, x.CountryName(c))
		}
	}
	if n < 190 {
		t.Errorf("only %d capitals", n)
	}
}

func TestBounds(t *testing.T) {
	x := World()
	for _, c := range []struct {
		name string
		want Bounds
	}{
		{"Nigeria", Bounds{4.3, 2.7, 13.9, 14.7}},
		{"Russia", Bounds{41.2, 19.6, 81.9, -169.0}},
		{"Fiji", Bounds{-21.7, 174.6, -12.5, -178.2}},
		{"Lesotho", Bounds{-30.7, 27.0, -28.6, 29.4}},
	} {
		b, ok := x.CountryBounds(mustCountry(t, c.name))
		if !ok || math.Abs(b.South-c.want.South) > 0.3 || math.Abs(b.West-c.want.West) > 0.3 ||
			math.Abs(b.North-c.want.North) > 0.3 || math.Abs(b.East-c.want.East) > 0.3 {
			t.Errorf("%s: %v, want about %v", c.name, b, c.want)
		}
	}
	if _, ok := x.CountryBounds(NoCountry); ok {
		t.Error("no country has bounds")
	}
}

func TestOutline(t *testing.T) {
	x := World()
	for _, name := range []string{"Nigeria", "South Africa", "Indonesia", "Lesotho", "Russia", "Monaco"} {
		c := mustCountry(t, name)
		for _, limit := range []int{100_000, 500, 60} {
			total := 0
			for _, ring := range x.Outline(c, limit) {
				if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
					t.Errorf("%s at %d: a ring of %d points is not closed", name, limit, len(ring))
				}
				total += len(ring)
			}
			if total == 0 || total > 3*limit {
				t.Errorf("%s at %d: %d points", name, limit, total)
			}
		}
	}
	// The drawn rings hold the same places as the index, holes included.
	rings := x.Outline(mustCountry(t, "South Africa"), 2000)
	for _, c := range []struct {
		lat, lon float64
		want     bool
	}{{-29.12, 26.21, true}, {-29.6, 28.2, false}, {-33.0, 22.0, true}, {-35.5, 20, false}} {
		inside := false
		for _, r := range rings {
			if inPolygon(r, c.lat, c.lon) {
				inside = !inside
			}
		}
		if inside != c.want {
			t.Errorf("%g, %g inside the drawing of South Africa: %v", c.lat, c.lon, inside)
		}
	}
	world := x.WorldOutline(20_000)
	total := 0
	for _, s := range world {
		for _, r := range s.Rings {
			total += len(r)
		}
	}
	if len(world) < 170 || total > 45_000 {
		t.Errorf("the world has %d countries in %d points", len(world), total)
	}
	if lines := x.OutlineUnits(mustCountry(t, "Nigeria"), 1000); len(lines) < 37 {
		t.Errorf("%d lines between the states of Nigeria", len(lines))
	}
}

func TestFastDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lat, lon := rapid.Float64Range(-60, 60).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon")
		lat2, lon2 := lat+rapid.Float64Range(-0.9, 0.9).Draw(t, "north"), lon+rapid.Float64Range(-0.9, 0.9).Draw(t, "east")
		if d, want := DistanceKm(lat, lon, lat2, lon2), Haversine(lat, lon, lat2, lon2); math.Abs(d-want) > 0.001*want+1e-6 {
			t.Fatalf("%g km, want %g", d, want)
		}
	})
}

func TestNoAllocation(t *testing.T) {
	x := World()
	iraq := mustCountry(t, "Iraq")
	stated := []Country{iraq}
	for name, f := range map[string]func(){
		"Locate":            func() { x.Locate(33.3, 44.4); x.Locate(-1.66, 29.22) },
		"DistanceToCountry": func() { x.DistanceToCountry(iraq, 43.3, 45.7) },
		"DistanceToUnit":    func() { x.DistanceToUnit(5, 43.3, 45.7) },
		"Outside":           func() { x.Outside(stated, 43.3, 45.7) },
		"Disputed":          func() { x.Disputed(33.05, 35.78) },
	} {
		if n := testing.AllocsPerRun(20, f); n != 0 {
			t.Errorf("%s allocates %g times", name, n)
		}
	}
}

// Damaged data gives an error, never a panic or an index that panics.
func TestDecodeDamaged(t *testing.T) {
	for _, n := range []int{0, 3, len(magic), len(magic) + 1, 1000, 100_000, 800_000, len(packed) / 2, len(packed) - 1} {
		x, boundaries, err := decode(packed[:n])
		if err == nil {
			_, err = decodeLines(boundaries, len(x.units))
			x.Locate(9, 7)
		}
		if err == nil {
			t.Errorf("%d bytes are accepted", n)
		}
	}
	if _, _, err := decode([]byte("no gzip")); err == nil {
		t.Error("text is accepted")
	}
	for _, at := range []int{12, 13, 40, 90_000, 700_000, 2_000_000} {
		b := slices.Clone(packed)
		for i := range 9 {
			b[at+i] = 0xff
		}
		if x, _, err := decode(b); err == nil {
			x.Locate(9, 7)
		}
	}
	x := &Index{lines: noLines}
	x.Locate(1, 1)
	x.FindCountry("Nigeria")
	x.FindUnits(0, "Borno")
	x.Outside([]Country{0}, 1, 1)
	x.WorldOutline(10)
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		x, _, err := decode(packed)
		if err != nil {
			b.Fatal(err)
		}
		x.lines()
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	x, _, _ := decode(packed)
	x.lines()
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-kept")
	runtime.KeepAlive(x)
}

// positions spread over land evenly: a lattice, and the places of the cities test.
func landPoints(x *Index) []Point {
	var out []Point
	for lat := -55.0; lat < 72; lat += 1.7 {
		for lon := -180.0; lon < 180; lon += 1.9 {
			if x.Locate(lat, lon) >= 0 {
				out = append(out, Point{lat, lon})
			}
		}
	}
	return out
}

func BenchmarkLocateLand(b *testing.B) {
	x := World()
	points := landPoints(x)
	i := 0
	for b.Loop() {
		p := points[i%len(points)]
		x.Locate(p.Lat, p.Lon)
		i++
	}
}

func BenchmarkLocateCities(b *testing.B) {
	x := World()
	i := 0
	for b.Loop() {
		p := cities[i%len(cities)]
		x.Locate(p.lat, p.lon)
		i++
	}
}

func BenchmarkDistanceToCountry(b *testing.B) {
	x := World()
	for _, name := range []string{"Iraq", "Russia", "Canada", "Indonesia"} {
		c := mustCountry(b, name)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				x.DistanceToCountry(c, 9, 7)
			}
		})
	}
}
