package att003

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

// plant shifts the years in a label that carries some, so that the regime ends before or begins after the event; where
// labels carry none it names a group of the registry that did not exist at the time. Small slips of one year come as often
// as large ones.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.When == nil {
		return
	}
	role := record.RoleActor1
	if s.Data.Format.ID == "ged" {
		role = record.RoleActor2 // side a is mostly a government
	}
	if s.Index(role) < 0 {
		return
	}
	dated := func(row int) bool {
		return e.When[row].Known() && record.ParseActor(s.Get(row, record.RoleActor1)).Dated
	}
	for _, row := range s.Pick(n, dated) {
		label := s.Get(row, record.RoleActor1)
		year := e.When[row].First.Year()
		from := e.When[row].Last.Year() + 1 + s.Rand.IntN(4)
		years := fmt.Sprintf("(%d-)", from)
		if s.Rand.IntN(2) == 0 {
			to := year - 1 - s.Rand.IntN(4)
			years = fmt.Sprintf("(%d-%d)", to-6, to)
		}
		open, end := brackets(label)
		s.Set(row, record.RoleActor1, label[:open]+years+label[end:])
		s.Add("label of other years "+years+" on an event of "+e.When[row].First.String(), row)
		n--
	}
	if s.Data.Format.ID == "acled" {
		return
	}
	for _, row := range s.Pick(n, func(row int) bool { return e.When[row].Known() }) {
		var fits []string
		for _, g := range groups.Default().Groups {
			if g.Span.Before(e.When[row].Last) || g.Span.After(e.When[row].First) {
				fits = append(fits, g.Names[0].Text)
			}
		}
		if len(fits) == 0 {
			continue
		}
		label := fits[s.Rand.IntN(len(fits))]
		s.Set(row, role, label)
		s.Add(label+" on an event of "+e.When[row].First.String(), row)
	}
}

// brackets returns where the years stand in a label that carries some.
func brackets(label string) (from, to int) {
	for from = range label {
		if label[from] != '(' {
			continue
		}
		if n := strings.IndexByte(label[from:], ')'); n > 0 && record.ParseActor(label[from:from+n+1]).Dated {
			return from, from + n + 1
		}
	}
	return len(label), len(label)
}
