package stats

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/record"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// The values are those of printed tables.
func TestTails(t *testing.T) {
	near(t, "Upper(1.644854)", Upper(1.644854), 0.05, 1e-6)
	near(t, "Both(1.959964)", Both(1.959964), 0.05, 1e-6)
	near(t, "BothT(2.228139, 10)", BothT(2.228139, 10), 0.05, 1e-6)
	if p := Upper(100); p <= 0 || p > 1e-299 {
		t.Errorf("a certain event has p %v", p)
	}
}

func TestNegativeBinomial(t *testing.T) {
	// 10 a month with variance 30 is of size 5: P(0) = (5/15)^5.
	near(t, "size", Size(10, 30), 5, 1e-12)
	near(t, "zero", LogZero(10, 5), 5*math.Log(5.0/15), 1e-12)
	near(t, "Poisson", LogZero(10, Size(10, 8)), -10, 1e-12)
}

func TestMoments(t *testing.T) {
	mean, variance := Moments([]int32{2, 4, 4, 4, 5, 5, 7, 9})
	near(t, "mean", mean, 5, 1e-12)
	near(t, "variance", variance, 32.0/7, 1e-12)
	if mean, variance = Moments([]float64{}); mean != 0 || variance != 0 {
		t.Error("nothing has moments")
	}
}

func TestHolmOfMoreTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 20).Draw(t, "p")
		// Further tests that came out at 1 change what is adjusted as if they had been given.
		padded := Holm(append(slices.Clone(p), 1, 1, 1), len(p)+3)
		for i, v := range Holm(p, len(p)+3) {
			if math.Abs(v-padded[i]) > 1e-12 {
				t.Fatalf("with three more tests: got %v, want %v", v, padded[i])
			}
		}
	})
}

func TestIndependent(t *testing.T) {
	near(t, "uncorrelated", Independent(24, 0), 24, 0)
	near(t, "half", Independent(24, 0.5), 8, 1e-12)
	near(t, "negative", Independent(24, -0.5), 24, 0)
	if n := Independent(3, 0.99); n < 1 {
		t.Errorf("%v values", n)
	}
}

func dataset(w ...record.When) *record.Dataset {
	return &record.Dataset{N: len(w), Events: &record.Events{When: w}}
}

func on(first, last string) record.When {
	day := func(s string) record.Day {
		n := func(s string) (v int) {
			for _, c := range s {
				v = 10*v + int(c-'0')
			}
			return v
		}
		d, ok := record.MakeDay(n(s[:4]), n(s[5:7]), n(s[8:]))
		if !ok {
			panic(s)
		}
		return d
	}
	return record.When{First: day(first), Last: day(last), Precision: record.TimeDay}
}

func TestCalendar(t *testing.T) {
	none := record.When{First: record.NoDay, Last: record.NoDay}
	d := dataset(on("1999-11-20", "1999-11-20"), none, on("2000-02-29", "2000-02-29"), on("1999-12-30", "2000-01-02"), on("0900-01-01", "0900-01-01"))
	c := NewCalendar(d)
	if c.Months() != 4 || c.Days() != 30+31+31+29 || c.Name(0) != "1999-11" || c.Name(3) != "2000-02" {
		t.Errorf("%d months, %d days, from %s to %s", c.Months(), c.Days(), c.Name(0), c.Name(3))
	}
	for row, want := range []int{0, -1, 3, -1, -1} {
		if got := c.MonthOf(&d.Events.When[row]); got != want {
			t.Errorf("row %d is in month %d, want %d", row, got, want)
		}
	}
	if a, b, ok := c.Touches(&d.Events.When[3]); a != 1 || b != 2 || !ok {
		t.Errorf("a range touches months %d to %d", a, b)
	}
	if c.Number(2000, 2) != 3 || c.Start(3).String() != "2000-02-01" {
		t.Error("months are numbered wrongly")
	}
	daily := c.ByDay(d)
	if daily[19] != 1 || daily[len(daily)-1] != 1 || daily[59] != 0 {
		t.Errorf("by day: %v", daily)
	}
	d.Events.Counted = []bool{true, true, false, true, true}
	if c.ByDay(d)[len(daily)-1] != 0 {
		t.Error("a further row of an event was counted")
	}
	if NewCalendar(dataset(none)) != nil {
		t.Error("no dates make a calendar")
	}
}

// A log-normal distribution with some numbers made twice as frequent: the fit to the others gives back what they would be.
func TestSmooth(t *testing.T) {
	counts := make([]int32, 201)
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		if v := int(math.Exp(1.5 + 1.1*r.NormFloat64())); v >= 1 && v <= 200 {
			counts[v]++
		}
	}
	var tens []int
	truth := 0.0
	for v := 10; v <= 200; v += 10 {
		tens = append(tens, v)
		truth += float64(counts[v])
		counts[v] *= 2
	}
	s, ok := FitSmooth(counts, 6, func(v int) bool { return v%10 != 0 })
	if !ok {
		t.Fatal("no fit")
	}
	expected, variance := s.Sum(tens)
	if math.Abs(expected-truth) > 4*math.Sqrt(variance) || math.Abs(expected-truth) > 0.05*truth {
		t.Errorf("expected %.0f (± %.0f), truth %.0f", expected, math.Sqrt(variance), truth)
	}
	if s.Dispersion > 1.5 {
		t.Errorf("dispersion %v of a fit that is right", s.Dispersion)
	}
	if _, ok := FitSmooth(make([]int32, 201), 6, func(int) bool { return true }); ok {
		t.Error("nothing was fitted")
	}
}

func TestShiftAt(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	y := make([]float64, 60)
	for i := range y {
		y[i] = r.NormFloat64()
		if i >= 30 {
			y[i] += 5
		}
	}
	s, ok := ShiftAt(y, 30)
	if !ok || s.P > 1e-8 || s.Blurred > 0 || s.After-s.Before < 4 {
		t.Errorf("a step: %+v", s)
	}
	if _, ok := ShiftAt(y, 5); ok {
		t.Error("five values were enough")
	}
	// Series that wander: with the correction for autocorrelation about 3 in 100 have p under 0.01, with a plain t test 19.
	hits := 0
	for range 1000 {
		for i := range y {
			y[i] = r.NormFloat64()
			if i > 0 {
				y[i] += 0.6 * y[i-1]
			}
		}
		if s, _ := ShiftAt(y, 30); s.P < 0.01 {
			hits++
		}
	}
	if hits > 60 {
		t.Errorf("%d of 1,000 series without a step have p < 0.01", hits)
	}
	if s, _ := ShiftAt(make([]float64, 60), 30); s.P != 1 {
		t.Errorf("a constant series: %+v", s)
	}
}
