package con016

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// Plant dates an event of ACLED's one to three days later than it was, as by the day of a report.
var Plant = across.Plant{Do: func(s *across.Sheets, n int) {
	events := s.Pick(n, func(e *across.Event) bool {
		f := e.Fact(fact.Date)
		_, ok := s.Of(e, "acled")
		return ok && f != nil && f.Verdict < fact.Contested && !slices.ContainsFunc(f.Claims, func(c fact.Claim) bool {
			w := c.Value.When
			return w.First != w.Last || w.Precision > record.TimeDay
		})
	})
	for i, e := range events {
		r, _ := s.Of(e, "acled")
		was := s.Get(r, record.RoleDate)
		day := e.Fact(fact.Date).Value.When.First + record.Day(1+i%3)
		s.Set(r, record.RoleDate, day.String())
		s.Set(r, record.RoleYear, fmt.Sprint(day.Year()))
		s.Add(was+" made "+day.String(), r)
	}
}}
