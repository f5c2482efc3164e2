package event

import (
	"context"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/link"
)

// tolls draws a number of dead as datasets state it.
var tolls = rapid.Custom(func(t *rapid.T) count {
	n := float32(rapid.IntRange(0, 12).Draw(t, "dead"))
	switch rapid.IntRange(0, 4).Draw(t, "how") {
	case 0:
		return count{nan32, nan32, nan32}
	case 1:
		return count{n, nan32, n + 4}
	case 2:
		return count{max(0, n-2), n, n + 3}
	}
	return count{n, n, n}
})

// Deaths compare as they do the other way round, whatever is split, summed up and noted.
func TestDeathsAreSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		two := rapid.SliceOfN(tolls, 2, 2)
		r := &Records{
			deaths: two.Draw(t, "deaths"), noted: two.Draw(t, "noted"), sums: two.Draw(t, "sums"), daySums: two.Draw(t, "day sums"), unit: []int32{0, 1},
		}
		for i := range 2 {
			if rapid.Bool().Draw(t, "alone") {
				r.sums[i] = r.deaths[i]
			}
		}
		if a, b := r.compareDeaths(0, 1), r.compareDeaths(1, 0); a != b {
			t.Fatalf("level %d, turned round %d", a, b)
		}
	})
}

// Where only the sum of its rows agrees, a row is a part; where the note states the sum, the closest of the sums counts, from either side.
func TestSumsOfUnits(t *testing.T) {
	exact := func(n float32) count { return count{n, n, n} }
	none := count{nan32, nan32, nan32}
	for _, c := range []struct {
		deaths, sums [2]count
		note         count // of the first
		want         string
	}{
		{[2]count{exact(2), exact(6)}, [2]count{exact(6), exact(6)}, none, "as the sum of several records"},
		{[2]count{exact(1), exact(5)}, [2]count{exact(4), exact(1)}, none, "as the sum of several records"},
		{[2]count{exact(2), exact(20)}, [2]count{exact(3), exact(20)}, none, "beyond a factor of 2"},
		{[2]count{exact(6), exact(6)}, [2]count{exact(6), exact(12)}, none, "equal, 4 or more"},
		{[2]count{exact(2), exact(6)}, [2]count{exact(6), exact(6)}, exact(6), "equal, 4 or more"},
		{[2]count{exact(2), exact(6)}, [2]count{exact(5), exact(6)}, exact(6), "ranges meet or nearly"},
		{[2]count{exact(2), exact(6)}, [2]count{exact(9), exact(9)}, exact(6), "equal, 4 or more"},
		{[2]count{exact(2), exact(6)}, [2]count{exact(3), exact(6)}, exact(6), "as the note of the other says"},
	} {
		r := &Records{deaths: c.deaths[:], sums: c.sums[:], daySums: []count{none, none}, noted: []count{c.note, none}, unit: []int32{0, 1}}
		for _, at := range [][2]int32{{0, 1}, {1, 0}} {
			if got := Comparisons[cDeaths].Levels[r.compareDeaths(at[0], at[1])]; got != c.want {
				t.Errorf("%v (note %v) with sums %v: %s, want %s", c.deaths, c.note, c.sums, got, c.want)
			}
		}
	}
}

func TestDeathLevel(t *testing.T) {
	none := count{nan32, nan32, nan32}
	exact := func(n float32) count { return count{n, n, n} }
	for _, c := range []struct {
		a, b, noteA, noteB count
		want               string
	}{
		{exact(0), exact(0), none, none, "both none"},
		{exact(2), exact(2), none, none, "equal, 1 to 3"},
		{exact(40), exact(40), none, none, "equal, 4 or more"},
		{count{3, 5, 9}, exact(8), none, none, "ranges meet or nearly"},
		{exact(5), exact(6), none, none, "ranges meet or nearly"},
		{count{0, 0, 25}, exact(25), none, none, "a bound of the other"},
		{count{3, 5, 9}, exact(3), none, none, "a bound of the other"},
		{exact(5), exact(8), none, none, "within a factor of 2"},
		{exact(5), exact(30), none, none, "beyond a factor of 2"},
		{exact(0), exact(3), none, none, "none against a few"},
		{exact(0), exact(9), none, none, "none against 5 or more"},
		{exact(3), exact(30), exact(30), none, "as the note of the other says"},
		{none, exact(3), exact(3), none, "equal, 1 to 3"},
		{none, exact(3), none, none, "not stated"},
		{none, none, exact(3), exact(3), "not stated"},
		{count{0, 0, 4}, exact(0), none, none, "ranges of at most 3 meet"},
		{count{0, 1, 9}, exact(2), none, none, "ranges of at most 3 meet"},
	} {
		for range 2 {
			if got := Comparisons[cDeaths].Levels[compareDeaths(c.a, c.b, c.noteA, c.noteB)]; got != c.want {
				t.Errorf("%v (note %v) and %v (note %v): %s, want %s", c.a, c.noteA, c.b, c.noteB, got, c.want)
			}
			c.a, c.b, c.noteA, c.noteB = c.b, c.a, c.noteB, c.noteA
		}
	}
}

func TestCompareInjured(t *testing.T) {
	for _, c := range []struct {
		a, b float32
		want string
	}{{0, 0, "both none"}, {4, 4, "equal"}, {4, 6, "within a factor of 1.5"}, {4, 9, "further apart"}, {0, 1, "further apart"}, {nan32, 4, "not stated"}} {
		if got := Comparisons[cInjured].Levels[compareInjured(count{best: c.a}, count{best: c.b})]; got != c.want {
			t.Errorf("%v and %v: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// The chains of levels name levels that exist and form trees: no two ways lead from one level to another.
func TestOrders(t *testing.T) {
	for _, c := range NewModel().Comparisons {
		joined := link.NewUnion(len(c.Levels))
		for _, chain := range c.Order {
			for i, l := range chain {
				switch {
				case int(l) >= len(c.Levels):
					t.Fatalf("%s: no level %d", c.Name, l)
				case i == 0:
				case joined.Find(int32(l)) == joined.Find(int32(chain[i-1])):
					t.Errorf("%s: two ways lead to %q", c.Name, c.Levels[l])
				default:
					joined.Join(int32(l), int32(chain[i-1]))
				}
			}
		}
	}
}

// The weights that ship keep the order of the levels.
func TestReferenceKeepsOrders(t *testing.T) {
	m, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*link.Scale{"alone": &m.Alone, "same": &m.Same, "related": &m.Related} {
		for c, w := range s.Weights {
			for _, chain := range m.Comparisons[c].Order {
				for i, l := range chain[1:] {
					if w[l] > w[chain[i]]+1e-3 {
						t.Errorf("%s: %s: %q weighs %v, %q %v", name, m.Comparisons[c].Name, m.Comparisons[c].Levels[l], w[l], m.Comparisons[c].Levels[chain[i]], w[chain[i]])
					}
				}
			}
		}
	}
}

// spot is a view of records at points, all on one day.
func spots(at ...[2]float32) *Records {
	r := &Records{}
	for i, p := range at {
		r.Refs = append(r.Refs, link.Ref{Row: int32(i)})
		r.first, r.last = append(r.first, 100), append(r.last, 100)
		r.lat, r.lon = append(r.lat, p[0]), append(r.lon, p[1])
		r.cosLat = append(r.cosLat, float32(math.Cos(float64(p[0])*math.Pi/180)))
	}
	return r
}

// The sweep finds all that lies in reach, also across the date line, the equator and near a pole.
func TestSweepReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.SampledFrom([][2]float64{{0, 0}, {9, 7}, {-17, 179.99}, {65, -179.9}, {83, 20}, {-0.001, -0.001}, {51.5, 0}}).Draw(t, "base")
		var at [][2]float32
		for range rapid.IntRange(2, 12).Draw(t, "n") {
			lat := base[0] + rapid.Float64Range(-0.8, 0.8).Draw(t, "north")
			lon := base[1] + rapid.Float64Range(-0.8, 0.8).Draw(t, "east")/math.Cos(base[0]*math.Pi/180)
			at = append(at, [2]float32{float32(lat), float32(math.Mod(lon+540, 360) - 180)})
		}
		r := spots(at...)
		for i := range r.first {
			r.first[i] += int32(rapid.IntRange(0, 5).Draw(t, "day"))
			r.last[i] = r.first[i] + int32(rapid.SampledFrom([]int{0, 0, 0, 2, 30}).Draw(t, "length"))
		}
		for i := 1; i < len(r.first); i++ { // records are ordered by day
			for j := i; j > 0 && r.first[j] < r.first[j-1]; j-- {
				r.first[j], r.first[j-1], r.last[j], r.last[j-1] = r.first[j-1], r.first[j], r.last[j-1], r.last[j]
			}
		}
		got := map[[2]int32]bool{}
		pairs, capped := r.sweep(context.Background())
		for _, p := range pairs {
			got[[2]int32{p.A, p.B}] = true
		}
		for i := range int32(len(at)) {
			for j := i + 1; j < int32(len(at)); j++ {
				km := r.km(i, j)
				if math.Abs(km-sweepKm) < 1 {
					continue
				}
				want := km < sweepKm && r.first[j] <= r.last[i]+sweepDays
				if got[[2]int32{i, j}] != want {
					t.Fatalf("%v and %v, %.1f km: found %v, want %v (%d capped)", at[i], at[j], km, got[[2]int32{i, j}], want, capped)
				}
			}
		}
	})
}

func TestCompareExtent(t *testing.T) {
	for _, c := range []struct {
		a, b uint8
		want string
	}{
		{0, 0, "both single"},
		{extentMulti, 0, "one may sum up several"},
		{extentMulti | extentPlaces, 0, "one sums up several"},
		{extentMulti | extentSummary, 0, "one sums up several"},
		{extentMulti | extentPlaces, extentMulti, "both sum up several"},
		{extentMulti, extentMulti, "both sum up several"},
		{extentLinked, 0, "one is linked to others"},
		{extentLinked, extentLinked, "both are linked to others"},
		{extentLinked, extentMulti, "a linked one, one that sums up"},
	} {
		if got := Comparisons[cExtent].Levels[compareExtent(c.a, c.b)]; got != c.want {
			t.Errorf("%d and %d: %s, want %s", c.a, c.b, got, c.want)
		}
		if compareExtent(c.a, c.b) != compareExtent(c.b, c.a) {
			t.Errorf("%d and %d: other level the other way round", c.a, c.b)
		}
	}
}

// The levels of a pair fit into the bits that a packed pair has for them.
func TestPacked(t *testing.T) {
	if packedAt[nComparisons] > 64 {
		t.Fatalf("%d comparisons need %d bits", nComparisons, packedAt[nComparisons])
	}
	var levels, again [nComparisons]uint8
	for c := range levels {
		levels[c] = uint8(len(Comparisons[c].Levels) - 1)
	}
	if pack(&levels).unpack(again[:]); again != levels {
		t.Errorf("%v came back as %v", levels, again)
	}
}

// Without a point, records of two countries are far apart; of one country, or of none that is known, nothing is said.
func TestCountriesWithoutPoint(t *testing.T) {
	row := func(id, country, lat, lon string) string {
		return id + ",2011-03-05,2011,1,Battles,,Ostra Column,2,,,20," + country + ",,Tarsk," + lat + "," + lon + ",1,,,3\n"
	}
	l := linkAll(t, datasetsOf(t,
		"one", acledColumns+"\n"+row("A1", "Uruguay", "-30.4", "")+row("A2", "Uruguay", "-30.4", "-56.4"),
		"two", acledColumns+"\n"+row("B1", "Portugal", "39.1", "-8.1")+row("B2", "Uruguay", "-30.4", "-56.4")+row("B3", "Nowhere", "-30.4", "-56.4")), Options{})
	for _, c := range []struct {
		a, b int32
		want string
	}{{0, 0, "no point, other countries"}, {0, 1, "no point"}, {0, 2, "no point"}, {1, 0, "over 150 km"}, {1, 1, "under 1 km"}} {
		levels := l.PairOf(link.Ref{Data: 0, Row: c.a}, link.Ref{Data: 1, Row: c.b}).Levels
		if got := Comparisons[cDistance].Levels[levels[cDistance]]; got != c.want {
			t.Errorf("row %d and row %d: %s, want %s", c.a+1, c.b+1, got, c.want)
		}
	}
}
