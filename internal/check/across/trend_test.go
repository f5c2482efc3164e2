package across

import (
	"math"
	"math/rand/v2"
	"testing"
)

// One stratum is the Cochran-Armitage test: against a worked example, and with the variance of Mantel, which has n-1 where the usual
// form has n.
func TestTrend(t *testing.T) {
	// Hits and misses by score 0, 1, 2.
	table := [3][2]int{{19, 29}, {31, 20}, {67, 14}}
	var trend Trend
	n, hits := 0.0, 0.0
	var x, xx, hx float64
	for score, row := range table {
		for range row[0] {
			trend.Add(1, float64(score), true)
		}
		for range row[1] {
			trend.Add(1, float64(score), false)
		}
		s, h, m := float64(score), float64(row[0]), float64(row[0]+row[1])
		n, hits, x, xx, hx = n+m, hits+h, x+s*m, xx+s*s*m, hx+s*h
	}
	p := hits / n
	want := (hx - p*x) / math.Sqrt(p*(1-p)*(xx-x*x/n)) * math.Sqrt((n-1)/n)
	if z, prob := trend.Z(); math.Abs(z-want) > 1e-9 || prob > 1e-4 {
		t.Errorf("z %v (p %v), want %v", z, prob, want)
	}
}

// A third property that goes with both makes a trend in the whole and none within its strata.
func TestStrata(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var whole, within Trend
	for range 4000 {
		large := r.Float64() < 0.5
		score, chance := 0.0, 0.2
		if large {
			chance = 0.7
		}
		if large == (r.Float64() < 0.9) {
			score = 1
		}
		hit := r.Float64() < chance
		whole.Add(0, score, hit)
		key := uint64(1)
		if large {
			key = 2
		}
		within.Add(key, score, hit)
	}
	if z, _ := whole.Z(); z < 10 {
		t.Errorf("whole: z %v", z)
	}
	if z, _ := within.Z(); math.Abs(z) > 3 {
		t.Errorf("within: z %v", z)
	}
	var none Trend
	if z, p := none.Z(); z != 0 || p != 1 {
		t.Errorf("of nothing: %v, %v", z, p)
	}
}

func TestQuarters(t *testing.T) {
	list := []Watched{{Km: 5}, {Km: 5}, {Km: 10}, {Km: 20}, {Km: 30}, {Km: 40}, {Km: 50}, {Km: math.NaN()}, {Km: 60}}
	for i, want := range []int{0, 0, 1, 1, 2, 2, 3, -1, 3} {
		if got := Quarters(list)[i]; got != want {
			t.Errorf("%v km: quarter %d, want %d", list[i].Km, got, want)
		}
	}
	for i, n := range []float64{1, 4, 9, 24, 25} {
		if SizeClass(n) != i {
			t.Errorf("%v dead: class %d", n, SizeClass(n))
		}
	}
}
