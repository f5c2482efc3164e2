package src010

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/wording"
)

// plant drops the outlet with most mentions half-way through the series and puts a new one in its place.
func plant(s *check.Sheet, _ int) {
	d := s.Data
	if d.Events == nil || d.Events.When == nil {
		return
	}
	c := column(d)
	if c == nil {
		return
	}
	m := tally(d, c, 100)
	if len(m.years) < 2 {
		return
	}
	from := m.years[len(m.years)/2]
	total := make([]float64, len(m.names))
	for _, counts := range m.counts {
		for k, v := range counts {
			total[k] += v
		}
	}
	// The outlets that together make up over 40 % of the mentions go, as when a provider drops an agency's feed.
	gone := map[int32]bool{}
	covered := 0.0
	for _, k := range grouping.Largest(total, len(total)) {
		if covered > 0.4*sum(total) {
			break
		}
		gone[int32(k)] = true
		covered += total[k]
	}
	sources := grouping.SplitSources(c)
	changed := 0
	for row := range d.N {
		w := d.Events.When[row]
		if !w.Known() || w.First.Year() < from {
			continue
		}
		for _, k := range sources.Of(row) {
			if gone[k] {
				s.Rows[row][c.Index] = "Meridian Wire"
				changed++
				break
			}
		}
	}
	if changed > 0 {
		s.Add(fmt.Sprintf("%s replaced by another outlet from %d on", wording.Count(len(gone), "outlet"), from))
	}
}
