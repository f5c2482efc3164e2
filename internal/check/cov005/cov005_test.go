package cov005

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/synth"
)

func TestOverlap(t *testing.T) {
	pairs := []string{"acled and ged have", "ged and gtd have", "gtd and scad have", "acled and scad have"}
	for i, said := range checktest.PlantAcross(t, Rule, Plant, 1500) {
		if !strings.Contains(said, pairs[i]) || !strings.Contains(said, "were to be expected") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: %q", pairs[i], said)
		}
	}
}

// With two datasets there is no third to say what to expect, and no test.
func TestTwo(t *testing.T) {
	world := synth.Apart(900, 4)
	found := checktest.Across(t, Rule, []string{world["acled"], world["gtd"]})
	for _, f := range found {
		if f.Stat != nil {
			t.Errorf("a test without a reference: %+v", f.Stat)
		}
	}
}

func TestLower(t *testing.T) {
	for _, c := range []struct {
		n          int
		mean, want float64
	}{{0, 0, 1}, {0, 2, 0.1353}, {1, 2, 0.4060}, {4, 40, 5.02e-13}} {
		if got := lower(c.n, c.mean); got < c.want*0.9 || got > c.want*1.1 {
			t.Errorf("at most %d of %v: %v, want %v", c.n, c.mean, got, c.want)
		}
	}
}
