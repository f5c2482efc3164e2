package cov005

import (
	"fmt"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/link"
)

// Plant takes out of one dataset what another has too.
var Plant = across.Plant{Ways: 4, Do: func(s *across.Sheets, _ int) {
	pair := [...][2]string{{"acled", "ged"}, {"ged", "gtd"}, {"gtd", "scad"}, {"acled", "scad"}}[s.Way]
	gone := map[link.Ref]bool{}
	for _, e := range s.Events() {
		a, ok := s.Of(e, pair[0])
		b, both := s.Of(e, pair[1])
		if !ok || !both {
			continue
		}
		for _, r := range e.Same {
			if r.Data == a.Data && len(gone)%2 == 0 || r.Data == b.Data && len(gone)%2 == 1 {
				gone[r] = true
				break
			}
		}
	}
	for i, t := range s.Sheets {
		var rows [][]string
		for row, cells := range t.Rows {
			if !gone[link.Ref{Data: int32(i), Row: int32(row)}] {
				rows = append(rows, cells)
			}
		}
		t.Rows = rows
	}
	s.Add(fmt.Sprintf("%d events that %s and %s share taken out of one of them", len(gone), pair[0], pair[1]))
}}
