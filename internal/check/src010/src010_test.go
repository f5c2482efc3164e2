package src010

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

// series writes rows for some years whose sources are drawn with the given weights.
func series(rows int, weights ...[]float64) string {
	rnd := rand.New(rand.NewPCG(1, 2))
	var events []sample.Event
	for y, w := range weights {
		for i := range rows {
			pick, at := 0, rnd.Float64()
			for pick < len(w)-1 && at >= w[pick] {
				at -= w[pick]
				pick++
			}
			events = append(events, sample.Event{Date: fmt.Sprintf("%d-%02d-04", 2010+y, 1+i%12), Sources: fmt.Sprintf("Outlet %c", 'A'+pick)})
		}
	}
	return sample.ACLED(events...)
}

func TestShift(t *testing.T) {
	even := []float64{.25, .25, .25, .25}
	gone := []float64{0, .1, .1, .8}
	csv := series(200, even, even, even, gone, gone)
	found := checktest.Run(t, Rule, csv)
	if len(found) != 1 || !strings.HasPrefix(found[0].Message, "the mix of sources changes between 2012 and 2013") {
		t.Fatalf("got %s", checktest.Brief(found))
	}
	s := found[0].Stat
	if s == nil || s.Adjusted < s.P || s.Adjusted >= 0.01 || s.Tests != 4 || s.Method != "Holm" || s.Effect < 0.1 {
		t.Errorf("statistic %+v", s)
	}
	if !strings.Contains(found[0].Why, "Outlet D from") || !strings.Contains(found[0].Why, "Outlet A from") {
		t.Errorf("why: %s", found[0].Why)
	}
}

func TestNoShift(t *testing.T) {
	even := []float64{.25, .25, .25, .25}
	slightly := []float64{.32, .25, .23, .2} // significant with many rows, but small
	for name, csv := range map[string]string{
		"the same mix":     series(300, even, even, even, even),
		"a small change":   series(3000, even, slightly),
		"too few rows":     series(99, even, []float64{0, 0, 0, 1}),
		"one year":         series(300, even),
		"a single outlet":  series(150, []float64{1}, []float64{1}),
		"change each year": series(200, []float64{.7, .3}, []float64{.3, .7}, []float64{.7, .3}, []float64{.3, .7}),
	} {
		found, _ := checktest.Try(t, Rule, csv)
		if len(found) != 0 {
			t.Errorf("%s: got %s", name, checktest.Brief(found))
		}
	}
}

func TestListsAreSplit(t *testing.T) {
	var events []sample.Event
	for i := range 240 {
		s := "Outlet A; Outlet B"
		if i%2 == 0 {
			s = "outlet b;Outlet A"
		}
		events = append(events, sample.Event{Date: fmt.Sprintf("%d-02-04", 2010+i/120), Sources: s})
	}
	if found := checktest.Run(t, Rule, sample.ACLED(events...)); len(found) != 0 {
		t.Errorf("got %s", checktest.Brief(found))
	}
}

func TestCompare(t *testing.T) {
	// 2 x 2 table 30/70, 50/50: chi-squared 8.333, p 0.00389 (any textbook calculator).
	r := compare([]float64{30, 70}, []float64{50, 50})
	if math.Abs(r.statistic-8.3333) > 1e-3 || math.Abs(r.p-0.003892) > 1e-5 || r.df != 1 {
		t.Errorf("got %+v", r)
	}
	// Nothing in common: one bit, less the expectation under chance.
	if r := compare([]float64{1000, 0}, []float64{0, 1000}); math.Abs(r.divergence-1) > 0.001 {
		t.Errorf("divergence %v of mixes without overlap", r.divergence)
	}
	// Rare sources are pooled.
	if r := compare([]float64{100, 1, 1, 1, 1, 1}, []float64{100, 2, 2, 2, 2, 2}); r.df != 1 {
		t.Errorf("%d degrees of freedom", r.df)
	}
	if r := compare([]float64{0, 0}, []float64{3, 4}); r.p != 1 {
		t.Errorf("an empty year: %+v", r)
	}
}

// Under chance alone the corrected divergence is small on average.
func TestDivergenceIsNotInflatedByChance(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	raw := 0.0
	const rounds = 300
	for range rounds {
		a, b := make([]float64, 20), make([]float64, 20)
		for range 400 {
			a[rnd.IntN(20)]++
			b[rnd.IntN(20)]++
		}
		raw += compare(a, b).divergence
	}
	if mean := raw / rounds; mean > 0.004 {
		t.Errorf("mean divergence %.4f bits of equal mixes", mean)
	}
}

func TestHolm(t *testing.T) {
	got := holm([]float64{0.04, 0.01, 0.03})
	for i, want := range []float64{0.06, 0.03, 0.06} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("adjusted %v", got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOf(rapid.Float64Range(0, 1)).Draw(t, "p")
		for i, a := range holm(p) {
			if a < p[i] || a > 1 {
				t.Fatalf("p %v adjusted to %v", p[i], a)
			}
		}
	})
}
