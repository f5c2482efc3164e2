package dup004

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// reasons for which a row is a summary.
const (
	unclear = 1 << iota
	long
	manyPlaces
)

func run(p *check.Pass) {
	d := p.Data
	s := newSearch(d, p.Int("days"))
	least := float64(p.Int("deaths"))
	var n [3]int
	rows, lumped := 0, 0
	deaths, all := 0.0, 0.0
	var first []check.Ref
	for row := range d.N {
		if s.further(row) {
			continue
		}
		rows++
		toll := s.toll(row)
		all += toll
		why := s.reasons(row)
		if why == 0 {
			continue
		}
		lumped++
		deaths += toll
		for i := range n {
			if why&(1<<i) != 0 {
				n[i]++
			}
		}
		if len(first) < 5 {
			first = append(first, check.Ref{Data: d, Row: row, Column: -1})
		}
		if toll >= least && toll > 0 {
			s.report(p, row, why, toll)
		}
	}
	if lumped == 0 {
		return
	}
	var parts []string
	for i, words := range []string{"coded as not clear enough to be one event", fmt.Sprintf("with the last day more than %d days after the first", p.Int("days")), "in several places or nationwide"} {
		if n[i] > 0 {
			parts = append(parts, wording.Thousands(n[i])+" "+words)
		}
	}
	message := fmt.Sprintf("%s of %s stand for several events (%s)", wording.Thousands(lumped), wording.Count(rows, "event"), wording.Percent(float64(lumped)/float64(rows)))
	if all > 0 {
		message = fmt.Sprintf("%s of %s stand for several events (%s), with %s of all deaths", wording.Thousands(lumped), wording.Count(rows, "event"), wording.Percent(float64(lumped)/float64(rows)), wording.Percent(deaths/all))
	}
	p.Report(check.Finding{
		Row: -1, Column: -1, Related: first, Message: message, Why: strings.Join(parts, "; "),
		Help:   "leave these rows out of daily series, maps and matching, or spread them over their period",
		Weight: 1e6 * float64(lumped) / float64(rows),
	})
}

type search struct {
	d       *record.Dataset
	days    int
	clarity *record.Column
	locnum  *record.Column
}

func newSearch(d *record.Dataset, days int) *search {
	s := &search{d: d, days: days}
	switch d.Format.ID {
	case "ged":
		s.clarity = d.Column("event_clarity")
	case "scad":
		s.locnum = d.Column("locnum")
	}
	return s
}

// further reports whether a row is a further row of an event that was counted already.
func (s *search) further(row int) bool {
	return s.d.Events.Counted != nil && !s.d.Events.Counted[row]
}

func (s *search) toll(row int) float64 {
	if s.d.Events.Deaths == nil || !s.d.Events.Deaths[row].Known() {
		return 0
	}
	return float64(s.d.Events.Deaths[row].Best)
}

func (s *search) reasons(row int) int {
	why := 0
	if s.clarity != nil {
		if v, ok := s.clarity.Number(row); ok && v == 2 {
			why |= unclear
		}
	}
	// A whole month is a date known to the month.
	if s.d.Events.When[row].Days() > s.days+1 && s.interval(row) {
		why |= long
	}
	if s.locnum != nil {
		if v, ok := s.locnum.Number(row); ok && (v == 4 || v == 5 || v == 7) {
			why |= manyPlaces
		}
	}
	return why
}

// interval reports whether the row itself states a first and a last day. Where it states one date, the interval is only
// the doubt about that date (ACLED's month, GTD's day 0).
func (s *search) interval(row int) bool {
	end := s.d.Role(record.RoleDateEnd)
	return end != nil && end.Has(row)
}

func (s *search) report(p *check.Pass, row, why int, toll float64) {
	w := s.d.Events.When[row]
	var words []string
	column := p.Col(record.RoleDate)
	var marked []int
	if why&long != 0 {
		words = append(words, fmt.Sprintf("its dates span %s (%s to %s)", wording.Count(w.Days(), "day"), w.First, w.Last))
		marked = p.Cols(record.RoleDate, record.RoleDateEnd)
	}
	if why&unclear != 0 {
		words = append(words, "event_clarity is 2: not reported clearly enough to stand as one event")
		column = s.clarity.Index
		marked = append(marked, s.clarity.Index)
	}
	if why&manyPlaces != 0 {
		v, _ := s.locnum.Number(row)
		words = append(words, map[float64]string{4: "it took place in several towns", 5: "it took place in several rural places", 7: "it took place nationwide"}[v])
		column = s.locnum.Index
		marked = append(marked, s.locnum.Index)
	}
	p.Report(check.Finding{
		Row: row, Column: column, Marked: marked,
		Message: fmt.Sprintf("%s stand on one row that sums up several events", wording.Deaths(toll)),
		Why:     strings.Join(words, "; "),
		Help:    "do not take the row for one day and one point; split it if the source tells the parts",
		Weight:  toll,
	})
}
