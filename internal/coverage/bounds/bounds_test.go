package bounds

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
)

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %.3f, want %.3f within %g", what, got, want, tolerance)
	}
}

var names = []string{"M0", "Mt", "Mh Chao", "Mth Chao", "Mth Poisson2", "Mth Darroch", "Mth Gamma3.5"}

// Estimates by the R package Rcapture 1.4 (closedp).
func TestGoldenClosed(t *testing.T) {
	for name, test := range map[string]struct {
		table *capture.Table
		want  []float64
	}{
		"Kosovo":        {captest.Kosovo.Read(t), []float64{7608.37, 7394.59, 8787.24, 8591.18, 9327.76, 12797.34, 18387.15}},
		"UK 5":          {captest.UK5.Read(t), []float64{14832.22, 13444.13, 14962.75, 13570.03, 14572.45, 14649.66, 14715.38}},
		"New Orleans 5": {captest.NewOrleans5.Read(t), []float64{1090.93, 1034.15, 1364.23, 1294.10, 1514.82, 3706.40, 9086.54}},
		"Western":       {captest.Western.Read(t), []float64{2115.10, 2007.14, 2312.18, 2200.51, 2691.42, 4608.09, 7664.63}},
	} {
		for i, m := range Models(test.table) {
			if m.Name != names[i] {
				t.Errorf("model %d is %s", i, m.Name)
			}
			near(t, name+" "+m.Name, m.N, test.want[i], .005)
		}
	}
}

func TestGoldenClosedPublished(t *testing.T) {
	want := []float64{65949.14, 52923.89, 66607.39, 53714.11, 59543.66, 68817.58, 79427.04}
	for i, m := range Models(captest.Published(t, "ned_5").Strata[0].Table) {
		near(t, "Netherlands 5 "+m.Name, m.N, want[i], .005)
	}
}

func TestGoldenLowerBound(t *testing.T) {
	k := captest.Kosovo.Read(t)
	c := LowerBound(Seen(k), 4)
	near(t, "Kosovo binomial", c.Binomial.N, 8797, .5)
	near(t, "Kosovo f1²/2f2", c.Poisson.N, 10270, .6)
	n := captest.Nigeria2011.Read(t)
	c = LowerBound(Seen(n), 4)
	near(t, "Nigeria binomial", c.Binomial.N, 1517.02, .005)
	near(t, "Nigeria f1²/2f2", c.Poisson.N, 1841.76, .005)
}

// Kosovo: pairs range from 5,447 to 9,622. Nigeria 2011: single values.
func TestGoldenPairs(t *testing.T) {
	low, high := math.Inf(1), 0.0
	for _, p := range Pairs(captest.Kosovo.Read(t)) {
		low, high = min(low, p.Chapman.N), max(high, p.Chapman.N)
	}
	near(t, "lowest", low, 5447, .5)
	near(t, "highest", high, 9622, .5)
	want := []struct{ petersen, chapman float64 }{{793.05, 789.30}, {723.34, 718.72}, {770.57, 763.47}, {900.28, 883.85}, {1023, 995}, {689.04, 672.08}}
	for i, p := range Pairs(captest.Nigeria2011.Read(t)) {
		near(t, "Petersen", p.Petersen, want[i].petersen, .005)
		near(t, "Chapman", p.Chapman.N, want[i].chapman, .005)
	}
}

// Chao et al. 2001: coverage 51.3 %, D = 208.667, and the estimates 407, 971 and 508.
func TestGoldenCoverage(t *testing.T) {
	s := Coverage(captest.Hepatitis.Read(t))
	near(t, "coverage", s.Coverage, .513, .0005)
	near(t, "covered", s.Covered, 208.667, .0005)
	near(t, "independent", s.Independent, 407, .5)
	near(t, "dependent", s.Dependent, 971, .5)
	near(t, "one step", s.OneStep, 508, .5)
	if s := Coverage(captest.Kosovo.Read(t)); s.Why != "" || !math.IsNaN(s.Dependent) || !(s.Independent > 4400) {
		t.Errorf("Kosovo: %+v", s)
	}
}

// Whatever the counts, an estimate is at least what was seen and inside its interval, or there is a reason for none.
func TestAnyTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := rapid.IntRange(1, 5).Draw(t, "lists")
		dense := make([]int64, 1<<lists)
		most := rapid.SampledFrom([]int64{0, 1, 3, 50, 1e9}).Draw(t, "most")
		for i := 1; i < len(dense); i++ {
			dense[i] = rapid.Int64Range(0, most).Draw(t, "count") * rapid.Int64Range(0, 1).Draw(t, "present")
		}
		table, err := capture.New([]string{"A", "B", "C", "D", "E"}[:lists], dense)
		if err != nil {
			t.Fatal(err)
		}
		check := func(name string, e Estimate, seen int64) {
			if math.IsNaN(e.N) != (e.Why != "") || math.IsNaN(e.Low) != (e.Why != "") {
				t.Fatalf("%s: %+v", name, e)
			}
			if n := float64(seen) * (1 - 1e-9); e.Why == "" && !(e.N >= n && e.Low <= e.N*(1+1e-9) && e.N <= e.High*(1+1e-9) && !math.IsInf(e.High, 0)) {
				t.Fatalf("%s: %d seen, %+v", name, seen, e)
			}
		}
		for _, p := range Pairs(table) {
			check("pair", p.Chapman, p.SizeA+p.SizeB-p.Both)
		}
		for _, m := range Models(table) {
			check(m.Name, m.Estimate, table.N())
		}
		c := LowerBound(Seen(table), lists)
		check("binomial", c.Binomial, table.N())
		check("Poisson", c.Poisson, table.N())
		Coverage(table)
	})
}
