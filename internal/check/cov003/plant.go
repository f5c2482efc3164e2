package cov003

import (
	"fmt"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

// Plant leaves rows out of one dataset, the more the farther from the capital: none near it, two of three at 300 km.
var Plant = across.Plant{Ways: len(synth.Layouts), Do: func(s *across.Sheets, _ int) {
	t := s.Sheet(synth.Layouts[s.Way])
	d := t.Data
	gone := 0
	var rows [][]string
	for row := range d.N {
		at := d.Events.Where(row)
		country, _ := d.Role(record.RoleCountry).Text(row)
		if c, ok := place.World().FindCountry(country); ok && at.Known() {
			_, lat, lon, _ := place.World().Capital(c)
			if s.Rand.Float64() < min(0.8, place.DistanceKm(at.Lat, at.Lon, lat, lon)/400) {
				gone++
				continue
			}
		}
		rows = append(rows, t.Rows[row])
	}
	t.Rows = rows
	s.Add(fmt.Sprintf("%d rows far from the capital left out of %s", gone, d.Name))
}}
