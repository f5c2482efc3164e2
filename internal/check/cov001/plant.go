package cov001

import (
	"fmt"

	"github.com/assaydata/assay/internal/check/across"
)

// Plant leaves so many rows out of every dataset, each by itself, that many events are in none.
var Plant = across.Plant{Ways: 3, Do: func(s *across.Sheets, _ int) {
	left := []float64{0.6, 0.5, 0.4}[s.Way]
	for _, t := range s.Sheets {
		var rows [][]string
		for row := range t.Rows {
			if s.Rand.Float64() < left {
				rows = append(rows, t.Rows[row])
			}
		}
		t.Rows = rows
	}
	s.Add(fmt.Sprintf("%.0f %% of the rows of every dataset left out", 100*(1-left)))
}}
