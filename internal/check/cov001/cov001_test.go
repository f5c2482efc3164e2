package cov001

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestMissing(t *testing.T) {
	for _, said := range checktest.PlantAcross(t, Rule, Plant, 1500) {
		for _, want := range []string{"are in at least one of 4 datasets", "are in none", "no estimate to quote: closed population, linkage", "range over"} {
			if !strings.Contains(said, want) {
				t.Errorf("%q is not in %q", want, said)
			}
		}
	}
}
