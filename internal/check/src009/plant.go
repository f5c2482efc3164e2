package src009

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/record"
)

// Plant builds six in ten of the rows that one dataset shares with another on it: the note is taken over, or the cited article.
var Plant = across.Plant{Ways: 4, Do: func(s *across.Sheets, _ int) {
	way := [...]struct{ from, to string }{{"acled", "gtd"}, {"gtd", "scad"}, {"acled", "scad"}, {"ged", "gtd"}}[s.Way]
	n := 0
	for _, e := range s.Events() {
		a, ok := s.Of(e, way.from)
		b, both := s.Of(e, way.to)
		if !ok || !both || s.Rand.Float64() > 0.6 {
			continue
		}
		n++
		if way.from != "ged" {
			s.Set(b, record.RoleNote, s.Get(a, record.RoleNote))
			continue
		}
		first, _, _ := strings.Cut(s.Get(a, record.RoleArticle), ";")
		part := strings.SplitN(strings.Trim(first, `"`), ",", 3)
		if len(part) == 3 {
			s.SetColumn(b, "scite1", fmt.Sprintf(`%s, "%s," May 3, 2015.`, part[0], part[2]))
		}
	}
	s.Add(fmt.Sprintf("%d rows of %s taken over from %s", n, way.to, way.from))
}}
