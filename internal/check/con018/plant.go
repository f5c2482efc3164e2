package con018

import (
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// others are groups that no dataset of the invented world names: one name over and over would be another way of coding.
var others = []string{"Salt Coast", "Lime Quarry", "Ferry Road", "Old Bridge", "Mill Stream", "Stone Pine", "Red Kiln", "Far Meadow", "Grey Heron", "Winter Camp"}

// Plant gives an attack in GTD to a group that none of the others names.
var Plant = across.Plant{Do: func(s *across.Sheets, n int) {
	events := s.Pick(n, func(e *across.Event) bool {
		f := e.Fact(fact.Actors)
		if f == nil || f.Verdict >= fact.Contested {
			return false
		}
		// Another dataset must name a group.
		named := 0
		for _, side := range e.Sides(fact.Actors) {
			for _, c := range side.Claims {
				for _, a := range c.Value.Actors {
					if side.Data.Format.ID != "gtd" && across.Group(side.Data, a) {
						named++
					}
				}
			}
		}
		r, ok := s.Of(e, "gtd")
		return ok && named > 0 && e.Data(r).Role(record.RoleActor1).Has(int(r.Row))
	})
	for i, e := range events {
		other := others[i%len(others)] + " Irregulars"
		r, _ := s.Of(e, "gtd")
		was := s.Get(r, record.RoleActor1)
		s.Set(r, record.RoleActor1, other)
		s.Add(was+" made "+other, r)
	}
}}
