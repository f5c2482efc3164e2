package src008

import (
	"fmt"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/record"
)

// Plant lets all datasets of an event cite one paper and no other. SCAD, which always rests on two agencies, has no part in it.
var Plant = across.Plant{Do: func(s *across.Sheets, n int) {
	const paper = "Invented Wire"
	events := s.Pick(n, func(e *across.Event) bool {
		_, scad := s.Of(e, "scad")
		return len(e.Datasets()) == 3 && !scad && len(e.Same) == 3
	})
	for i, e := range events {
		for _, r := range e.Same {
			date := e.Data(r).Events.When[r.Row].Last + 1
			headline := fmt.Sprintf("%s report number %d from %s", paper, i, e.Place())
			s.Set(r, record.RoleSource, paper)
			s.SetColumn(r, "number_of_sources", "1")
			s.SetColumn(r, "source_article", fmt.Sprintf(`"%s,%s,%s"`, paper, date, headline))
			s.SetColumn(r, "source_office", paper)
			s.SetColumn(r, "source_date", date.String())
			s.SetColumn(r, "source_headline", headline)
			s.SetColumn(r, "scite1", fmt.Sprintf(`%s, "%s," 2 May 2015.`, paper, headline))
			s.SetColumn(r, "scite2", "")
			s.SetColumn(r, "scite3", "")
		}
		s.Add("one paper behind all records", e.Same...)
	}
}}
