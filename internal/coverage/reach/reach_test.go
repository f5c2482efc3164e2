package reach

import (
	"errors"
	"math"
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
)

// expected makes the table that classes of cases, each with its own probabilities of capture, have on average.
func expected(t *testing.T, n float64, classes ...[5]float64) *capture.Table {
	t.Helper()
	dense := make([]int64, 16)
	for p := 1; p < 16; p++ {
		sum := 0.0
		for _, c := range classes {
			w := n * c[0]
			for j, q := range c[1:] {
				if p>>j&1 == 1 {
					w *= q
				} else {
					w *= 1 - q
				}
			}
			sum += w
		}
		dense[p] = int64(math.Round(sum))
	}
	out, err := capture.New([]string{"A", "B", "C", "D"}, dense)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSign(t *testing.T) {
	for _, c := range []struct {
		name    string
		table   *capture.Table
		present bool
	}{
		{"all alike", expected(t, 2000, [5]float64{1, 0.3, 0.25, 0.2, 0.1}), false},
		{"six in ten hard to reach", expected(t, 2000, [5]float64{0.4, 0.6, 0.5, 0.4, 0.2}, [5]float64{0.6, 0.1, 0.083, 0.067, 0.033}), true},
		{"either list or another", expected(t, 2000, [5]float64{0.5, 0.6, 0.5, 0.05, 0.05}, [5]float64{0.5, 0.05, 0.05, 0.5, 0.3}), false},
		{"Kosovo", captest.Kosovo.Read(t), true}, // Darroch's form has 12,797 there, independence 7,395
	} {
		got, err := Test(c.table, nil)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got.Present != c.present {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	// Without other terms the model is Darroch's, whose estimate is known (R package Rcapture, closedp, Mth Darroch).
	for _, c := range []struct {
		table *capture.Table
		want  float64
	}{{captest.Kosovo.Read(t), 12_797.34}, {captest.UK5.Read(t), 14_649.66}, {captest.NewOrleans5.Read(t), 3_706.40}} {
		if got, err := Test(c.table, nil); err != nil || math.Abs(got.N-c.want) > 0.02 {
			t.Errorf("N %.2f, want %.2f (%v)", got.N, c.want, err)
		}
	}
}

func TestTermsOfTheModel(t *testing.T) {
	table := captest.UK5.Read(t)
	all := make([]uint32, 0, 10)
	for j := range 5 {
		for i := range j {
			all = append(all, 1<<i|1<<j)
		}
	}
	if _, err := Test(table, all); !errors.Is(err, ErrSparse) { // the common term is a sum of these
		t.Errorf("all pairs: %v, want %v", err, ErrSparse)
	}
	if _, err := Test(table, []uint32{0b10001}); err != nil { // no case is on LA and GP
		t.Errorf("an empty overlap: %v", err)
	}
	if _, err := Test(table.Drop(0).Drop(0).Drop(0), nil); !errors.Is(err, ErrSparse) {
		t.Errorf("two lists: %v", err)
	}
}
