package cov009

import (
	"fmt"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/synth"
)

// Plant leaves two of three rows with few dead out of one dataset.
var Plant = across.Plant{Ways: len(synth.Layouts), Do: func(s *across.Sheets, _ int) {
	t := s.Sheet(synth.Layouts[s.Way])
	gone := 0
	var rows [][]string
	for row := range t.Data.N {
		if n := t.Data.Events.Deaths[row].Best; n >= 1 && n < 5 && s.Rand.Float64() < 0.66 {
			gone++
			continue
		}
		rows = append(rows, t.Rows[row])
	}
	t.Rows = rows
	s.Add(fmt.Sprintf("%d rows with few dead left out of %s", gone, t.Data.Name))
}}
