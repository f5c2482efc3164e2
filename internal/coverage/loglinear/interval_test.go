package loglinear

import (
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
)

func TestIntervalOfTheCount(t *testing.T) {
	table := captest.Kosovo.Read(t)
	f := NewFitter(4)
	f.Load(table)
	fit := f.Fit(nil)
	low, high := fit.Interval()
	if !(float64(table.N()) < low && low < fit.Low && fit.High < high) {
		t.Errorf("[%.1f, %.1f] does not hold [%.1f, %.1f]", low, high, fit.Low, fit.High)
	}
	// sqrt(Var) of the unseen count is sqrt(u² SE² + u); on the scale of the logarithm the same.
	if got, want := (high-4400)/(fit.N-4400), (fit.N-4400)/(low-4400); got/want > 1.000001 || want/got > 1.000001 {
		t.Errorf("the interval is not symmetric on the logarithm of the unseen: %v and %v", got, want)
	}
}
