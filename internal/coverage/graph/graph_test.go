package graph

import (
	"math"
	"math/bits"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
)

func TestNumberOfGraphs(t *testing.T) {
	for lists, want := range map[int]int{2: 2, 3: 8, 4: 61, 5: 822, 6: 18_154} {
		if got := len(decomposable(lists)); got != want {
			t.Errorf("%d decomposable graphs over %d lists, want %d", got, lists, want)
		}
	}
}

// Posteriors of the R package dga (prior 1/N, 1 to 30 n unseen). Its grid has 20,000 points, 6.6 cases apart on Kosovo: with a great delta the
// posterior rises within fewer cases than that above n, and the tolerance is wider.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name                    string
		table                   *capture.Table
		delta                   float64
		median, low, high, mean float64
		near                    float64 // relative
	}{
		{"Kosovo", captest.Kosovo.Read(t), 0, 12_592, 9_826, 16_546, 12_749, 0.001},
		{"Kosovo .5", captest.Kosovo.Read(t), 0.5, 11_318, 4_467, 14_480, 11_000, 0.01},
		{"Kosovo 1", captest.Kosovo.Read(t), 1, 4_612, 4_408, 6_817, 4_825, 0.01},
		{"UK 5", captest.UK5.Read(t), 0, 22_992, 10_389, 33_509, 21_282, 0.001},
		{"New Orleans", captest.NewOrleans5.Read(t), 0, 869, 511, 1_762, 936, 0.002},
		{"Western", captest.Western.Read(t), 0, 2_133, 1_343, 3_871, 2_254, 0.001},
		{"artificial 3", captest.Artificial3.Read(t), 0, 319, 98, 1_970, 450, 0.002},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Average(c.table, Options{Delta: c.delta})
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%.1f [%.1f, %.1f] mean %.1f, at cap %.4f, %d of %d graphs", p.Median, p.Low, p.High, p.Mean, p.AtCap, len(p.Models), p.Graphs)
			for _, x := range [][2]float64{{p.Median, c.median}, {p.Low, c.low}, {p.High, c.high}, {p.Mean, c.mean}} {
				if math.Abs(x[0]-x[1]) > math.Max(1, c.near*x[1]) {
					t.Errorf("%.1f, want %.0f within %v", x[0], x[1], c.near)
				}
			}
		})
	}
}

// Six lists have 18,154 graphs.
func TestSixLists(t *testing.T) {
	table := captest.Published(t, "ukdat").Strata[0].Table
	p, err := Average(table, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f [%.1f, %.1f] mean %.1f, %d of %d graphs", p.Median, p.Low, p.High, p.Mean, len(p.Models), p.Graphs)
	for _, x := range [][2]float64{{p.Median, 12_315}, {p.Low, 10_232}, {p.High, 26_194}, {p.Mean, 14_101}} {
		if math.Abs(x[0]-x[1]) > 0.003*x[1] {
			t.Errorf("%.1f, want %.0f", x[0], x[1])
		}
	}
}

// The sums agree with those over every graph and every number of unseen cases.
func TestAgainstEveryInteger(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *capture.Table
		delta float64
		cap   float64
	}{
		{"Kosovo", captest.Kosovo.Read(t), 0.5, 5},
		{"Kosovo 1", captest.Kosovo.Read(t), 1, 5},
		{"hepatitis", captest.Hepatitis.Read(t), 0.125, 30},
		{"artificial", captest.Artificial3.Read(t), 0.125, 400},
		{"Western", captest.Western.Read(t), 0.5, 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			o := Options{Delta: c.delta, Cap: c.cap}
			got, err := Average(c.table, o)
			if err != nil {
				t.Fatal(err)
			}
			e := newEvaluator(c.table, o)
			models := decomposable(len(c.table.Lists))
			density := make([]float64, int(e.cap)+1)
			total, mean := 0.0, 0.0
			best := e.at(&models[0], 1)
			for i := range models {
				best = math.Max(best, e.at(&models[i], got.Median-e.seen))
			}
			for i := range models {
				for k := 1; k < len(density); k++ {
					d := math.Exp(e.at(&models[i], float64(k)) - best)
					density[k] += d
					total += d
					mean += d * (e.seen + float64(k))
				}
			}
			if math.Abs(got.Mean/(mean/total)-1) > 1e-4 {
				t.Errorf("mean %.2f, want %.2f", got.Mean, mean/total)
			}
			sum := 0.0
			for k, want := 1, []float64{0.025, 0.5, 0.975}; k < len(density) && len(want) > 0; k++ {
				if sum += density[k] / total; sum >= want[0] {
					if q := got.Quantile(want[0]); math.Abs(q-e.seen-float64(k)) > 1+0.001*float64(k) {
						t.Errorf("quantile %v is %.1f, want %.0f", want[0], q, e.seen+float64(k))
					}
					want = want[1:]
				}
			}
		})
	}
}

func TestWeights(t *testing.T) {
	p, err := Average(captest.Kosovo.Read(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, m := range p.Models {
		sum += m.Weight
		if i > 0 && m.Weight > p.Models[i-1].Weight {
			t.Error("weights do not fall")
		}
		if m.Mean < float64(p.Seen) {
			t.Errorf("a graph has mean %v, below the %d seen", m.Mean, p.Seen)
		}
	}
	if math.Abs(sum-1) > 1e-4 {
		t.Errorf("weights add up to %v", sum)
	}
}

func TestExtremeTables(t *testing.T) {
	for name, dense := range map[string][]int64{
		"one case":           {0, 1, 0, 0},
		"everything on both": {0, 0, 0, 1000},
		"nothing on both":    {0, 50, 50, 0, 3, 0, 0, 0},
		"emptied lists":      {0, 50, 0, 0, 0, 0, 0, 0},
		"thousand millions":  {0, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9},
	} {
		table, err := capture.New(strings.Split("ABC"[:bits.Len(uint(len(dense)))-1], ""), dense)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Average(table, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if n := float64(table.N()); !(n <= p.Low && p.Low <= p.Median && p.Median <= p.High && p.High <= float64(p.Cap)) {
			t.Errorf("%s: %v [%v, %v] of at most %d", name, p.Median, p.Low, p.High, p.Cap)
		}
	}
	// Three independent lists with half of the cases each: seven eighths are seen.
	table, err := capture.New([]string{"A", "B", "C"}, []int64{0, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9})
	if err != nil {
		t.Fatal(err)
	}
	p, err := Average(table, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(p.Median-8e9) > 1e6 || p.High-p.Low > 1e6 || len(p.Models[0].Edges) != 0 {
		t.Errorf("thousand millions: %.0f [%.0f, %.0f], best graph %v", p.Median, p.Low, p.High, p.Models[0])
	}
}

func TestRefusals(t *testing.T) {
	full := captest.Western.Read(t)
	empty, _ := capture.New([]string{"A", "B"}, make([]int64, 4))
	one, _ := capture.New([]string{"A"}, []int64{0, 5})
	dense := make([]int64, 128)
	dense[1] = 1
	seven, _ := capture.New(strings.Split("ABCDEFG", ""), dense)
	for name, c := range map[string]struct {
		table *capture.Table
		o     Options
	}{
		"no case": {empty, Options{}}, "one list": {one, Options{}}, "seven lists": {seven, Options{}},
		"delta": {full, Options{Delta: -1}}, "cap": {full, Options{Cap: math.NaN()}},
	} {
		if _, err := Average(c.table, c.o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkAverage(b *testing.B) {
	for _, c := range []struct {
		name  string
		table captest.Table
	}{{"4lists", captest.Kosovo}, {"5lists", captest.UK5}} {
		b.Run(c.name, func(b *testing.B) {
			t := c.table.Read(b)
			for b.Loop() {
				if _, err := Average(t, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
