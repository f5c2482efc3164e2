package val006

import (
	"testing"

	"pgregory.net/rapid"
)

// TestGridCell checks the corners of the grid as its authors describe it: 720 cells to a row, from 180 W, 90 S.
func TestGridCell(t *testing.T) {
	for _, c := range []struct{ lat, lon, want float64 }{{-89.9, -179.9, 1}, {-89.9, 179.9, 720}, {-89.4, -179.9, 721}, {89.9, 179.9, 259200}} {
		if got := gridCell(c.lat, c.lon); got != c.want {
			t.Errorf("cell of %v, %v is %v, want %v", c.lat, c.lon, got, c.want)
		}
	}
}

func TestOnBorder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row, column := rapid.IntRange(1, 359).Draw(t, "row"), rapid.IntRange(1, 719).Draw(t, "column")
		lat, lon := -90+float64(row)/2, -180+float64(column)/2
		cells := 0
		for dy := -2; dy <= 1; dy++ {
			for dx := -2; dx <= 1; dx++ {
				if onBorder(float64((row+dy)*720+column+dx+1), lat, lon) {
					cells++
				}
			}
		}
		if cells != 4 {
			t.Fatalf("a corner lies in %d cells", cells)
		}
		if onBorder(gridCell(lat+0.25, lon+0.25)+1, lat+0.25, lon+0.25) {
			t.Fatal("the middle of a cell lies in its neighbour")
		}
	})
}
