package roster

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// loosen widens an approximate date by a year on both sides for a year, a month for a month, a week for a day.
func loosen(s cell.Span) cell.Span {
	if !s.Approximate && !s.Uncertain {
		return s
	}
	by := record.Day(7)
	switch w := s.Last - s.First; {
	case w > 300:
		by = 366
	case w > 20:
		by = 31
	}
	s.First -= by
	s.Last += by
	return s
}

// clash reports whether two dates cannot both be right, given their precision.
func clash(a, b cell.Span) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	return !loosen(a).Overlaps(loosen(b))
}

// apart returns the days between two spans, 0 where they overlap.
func apart(a, b cell.Span) int {
	switch {
	case a.Last < b.First:
		return int(b.First - a.Last)
	case b.Last < a.First:
		return int(a.First - b.Last)
	}
	return 0
}

func compareSpans(a, b cell.Span) int {
	switch {
	case a.Known() && !b.Known():
		return -1
	case !a.Known() && b.Known():
		return 1
	case !a.Known():
		return 0
	}
	return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last))
}

var partOfMonth = regexp.MustCompile(`(?i)\b(beginning|start|early|mid|middle|end|late)(?:[ -]+of)?[ -]+(january|february|march|april|may|june|july|august|september|october|november|december)\b`)

func month(d record.Day) int {
	_, m, _ := d.Date()
	return m
}

// refine narrows a month by what the text says of it: "end of June" is its last ten days.
func refine(c *claim.Relation) cell.Span {
	s := c.Date
	if !s.Known() || s.Last-s.First < 27 || s.Last-s.First > 31 {
		return s
	}
	m := partOfMonth.FindStringSubmatch(c.Locator)
	if m == nil || cell.MonthNamed(strings.ToLower(m[2])) != month(s.First) {
		return s
	}
	switch strings.ToLower(m[1]) {
	case "beginning", "start", "early":
		s.Last = s.First + 9
	case "mid", "middle":
		s.First, s.Last = s.First+9, s.First+19
	case "late":
		s.First = s.Last - 9
	default:
		s.First = s.Last - 6
	}
	return s
}
