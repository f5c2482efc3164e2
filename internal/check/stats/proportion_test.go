package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func nearly(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }

func TestTwo(t *testing.T) {
	// Worked by hand: 40 of 100 against 60 of 100, pooled 0.5, standard error 0.0707107.
	z, p := Two(40, 100, 60, 100)
	if !nearly(z, 2.828427, 1e-6) || !nearly(p, 0.004677735, 1e-8) {
		t.Errorf("z %v, p %v", z, p)
	}
	if z, p := Two(0, 10, 0, 10); z != 0 || p != 1 {
		t.Errorf("equal shares: z %v, p %v", z, p)
	}
}

func TestOver(t *testing.T) {
	for _, c := range []struct {
		hits, n int
		chance  float64
		want    float64
	}{
		{0, 5, 0.1, 1},
		{1, 5, 0.1, 1 - math.Pow(0.9, 5)},
		{5, 5, 0.1, 1e-5},
		{2, 3, 0.5, 0.5},
		{6, 5, 0.5, 0},
		{1, 5, 0, 0},
	} {
		if got := Over(c.hits, c.n, c.chance); !nearly(got, c.want, 1e-12) {
			t.Errorf("%d of %d at %v: %v, want %v", c.hits, c.n, c.chance, got, c.want)
		}
	}
}

func TestHolm(t *testing.T) {
	got := Holm([]float64{0.04, 0.01, 0.03}, 3)
	want := []float64{0.06, 0.03, 0.06}
	for i := range want {
		if !nearly(got[i], want[i], 1e-12) {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

func TestHolmKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 50).Draw(t, "p")
		adjusted := Holm(p, len(p))
		for i := range p {
			if adjusted[i] < p[i] || adjusted[i] > 1 {
				t.Fatalf("%v adjusted to %v", p[i], adjusted[i])
			}
			for j := range p {
				if p[i] < p[j] && adjusted[i] > adjusted[j] {
					t.Fatalf("order changed: %v", adjusted)
				}
			}
		}
	})
}
