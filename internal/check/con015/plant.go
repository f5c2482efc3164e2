package con015

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Plant gives the number of dead of one dataset another value than the others have: a misread digit, a first report that was
// never brought up to date.
var Plant = across.Plant{Do: func(s *across.Sheets, n int) {
	events := s.Pick(n, func(e *across.Event) bool {
		f := e.Fact(fact.Deaths)
		if f == nil || f.Verdict >= fact.Contested || e.Fact(fact.Deaths).Value.Count.Best < 1 {
			return false
		}
		_, ok := target(s, e)
		return ok
	})
	for i, e := range events {
		r, _ := target(s, e)
		_, best, high := e.Fact(fact.Deaths).Value.Bounds()
		was := s.Get(r, record.RoleBest)
		to := strconv.Itoa(int(2*max(best, high)) + 3 + i%4)
		s.Set(r, record.RoleBest, to)
		s.Add(fmt.Sprintf("%s dead made %s", was, to), r)
	}
}}

// target is a record with one plain number of dead.
func target(s *across.Sheets, e *across.Event) (link.Ref, bool) {
	for _, format := range [...]string{"acled", "gtd", "scad"} {
		if r, ok := s.Of(e, format); ok {
			return r, true
		}
	}
	return link.Ref{}, false
}
