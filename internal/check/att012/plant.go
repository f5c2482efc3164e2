package att012

import (
	"strings"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// Plant takes the name of the group out of one dataset: ACLED's attacker becomes an unidentified group, or GTD's an unknown one.
var Plant = across.Plant{Do: func(s *across.Sheets, n int) {
	events := s.Pick(n, func(e *across.Event) bool {
		named := map[string]int{}
		for _, x := range stands(e) {
			if x.open {
				return false
			}
			if len(x.names) > 0 && x.names[0] != states {
				named[x.data.Format.ID]++
			}
		}
		// One dataset remains that names the group: more would be support enough.
		r, acled := s.Of(e, "acled")
		attack := acled && named["acled"] > 0 && strings.HasPrefix(s.Get(r, record.RoleActor2), "Civilians")
		return len(named) == 2 && (named["gtd"] > 0 || attack) && e.Fact(fact.Actors).Verdict < fact.Contested
	})
	for _, e := range events {
		if r, ok := s.Of(e, "gtd"); ok {
			s.Set(r, record.RoleActor1, "Unknown")
			s.Add("GTD names nobody", r)
			continue
		}
		r, _ := s.Of(e, "acled")
		s.Set(r, record.RoleActor1, "Unidentified Armed Group ("+s.Get(r, record.RoleCountry)+")")
		s.Add("ACLED names nobody", r)
	}
}}
