package geo002

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// claims counts rows on ground that the stated country holds or claims, though the boundaries draw it with another.
type claims struct {
	list  []*claim
	index map[string]*claim
}

type claim struct {
	country, territory string
	rows               []int32
	count              int
}

func (c *claims) add(s *territory.Stated, row int, lat, lon float64) {
	name, _ := s.Index.Disputed(lat, lon)
	if name == "" {
		return
	}
	key := s.Country(row) + "\x00" + name
	if c.index == nil {
		c.index = map[string]*claim{}
	}
	x := c.index[key]
	if x == nil {
		x = &claim{country: s.Country(row), territory: name}
		c.index[key] = x
		c.list = append(c.list, x)
	}
	if x.count++; len(x.rows) < tabular.Examples {
		x.rows = append(x.rows, int32(row))
	}
}

func (c *claims) report(p *check.Pass, s *territory.Stated) {
	for _, x := range c.list {
		row := int(x.rows[0])
		e := p.Data.Events
		p.Report(check.Finding{
			Severity: check.Note, Confidence: 0.9, Row: -1, Column: p.Col(record.RoleCountry), Marked: p.Cols(record.RoleLat, record.RoleLon),
			Related: tabular.Refs(p.Data, x.rows, p.Col(record.RoleCountry), tabular.Examples),
			Message: fmt.Sprintf("%s of %s lie on disputed ground: %s", wording.Count(x.count, "row"), x.country, x.territory),
			Why:     fmt.Sprintf("the boundaries draw the first of them %s; %s is among the parties that hold or claim it", territory.Where(s.Index, e.Lat[row], e.Lon[row]), x.country),
			Help:    "no error; say which boundaries you use when you count by country",
			Found:   wording.Count(x.count, "row"), Weight: float64(x.count),
		})
	}
}

// unknown lists the countries that could not be checked.
func unknown(p *check.Pass, s *territory.Stated) {
	rows := s.Unknown()
	names := make([]string, 0, len(rows))
	for name := range rows {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(rows[b], rows[a]), cmp.Compare(a, b)) })
	for _, name := range names {
		p.Report(check.Finding{
			Severity: check.Note, Confidence: 0.9, Row: -1, Column: p.Col(record.RoleCountry),
			Message: fmt.Sprintf("%s is not known to the boundaries: %s could not be checked", wording.Quote(name, wording.Label), wording.Count(rows[name], "row")),
			Why:     "no country, territory or former state of the boundaries bears this name",
			Help:    "write the usual English name or the ISO 3166-1 code, or correct the spelling",
			Found:   name, Weight: float64(rows[name]),
		})
	}
}
