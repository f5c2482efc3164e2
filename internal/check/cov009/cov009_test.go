package cov009

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestSizes(t *testing.T) {
	for i, said := range checktest.PlantAcross(t, Rule, Plant, 1500) {
		name := []string{"acled", "ged", "gtd", "scad"}[i]
		if !strings.Contains(said, name+" has ") || !strings.Contains(said, "of the events with 1 dead") {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// Classes of large events are joined until the last holds enough.
func TestMerge(t *testing.T) {
	c := tested{classes: []class{{"1 dead", 90, 10}, {"2-4 dead", 60, 20}, {"5-9 dead", 35, 20}, {"10-24 dead", 12, 9}, {"25 or more dead", 3, 3}}}
	c.merge(30)
	if last := c.classes[len(c.classes)-1]; len(c.classes) != 3 || last.name != "5 or more dead" || last.events != 50 || last.hits != 32 {
		t.Errorf("%+v", c.classes)
	}
	c.merge(1000)
	if last := c.classes[0]; len(c.classes) != 1 || last.name != "1 or more dead" || last.events != 200 {
		t.Errorf("%+v", c.classes)
	}
}
