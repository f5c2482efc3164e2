package cov003

import (
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/synth"
)

func TestRemoteness(t *testing.T) {
	for i, said := range checktest.PlantAcross(t, Rule, Plant, 1500) {
		name := []string{"acled", "ged", "gtd", "scad"}[i]
		if !strings.Contains(said, name+" has ") || !strings.Contains(said, "farthest quarter") {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// What is missing without regard to the distance is no bias.
func TestEvenly(t *testing.T) {
	for _, f := range checktest.Across(t, Rule, evenly(t)) {
		t.Errorf("%s", f.Message)
	}
}

// evenly leaves every second row of ACLED out.
func evenly(t *testing.T) []string {
	t.Helper()
	var out []string
	for name, text := range synth.Overlapping(1500, 3) {
		lines := strings.SplitAfter(text, "\n")
		if name == "acled" {
			kept := lines[:1:1]
			for i := 1; i < len(lines); i += 2 {
				kept = append(kept, lines[i])
			}
			lines = kept
		}
		out = append(out, strings.Join(lines, ""))
	}
	slices.Sort(out)
	return out
}
