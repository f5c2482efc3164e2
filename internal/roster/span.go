package roster

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
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

// mention returns the days that words like "end of June" stand for in a year.
func mention(m []string, year int) (cell.Span, bool) {
	n := cell.MonthNamed(strings.ToLower(m[2]))
	first, ok := record.MakeDay(year, n, 1)
	if !ok {
		return cell.Span{}, false
	}
	last := first + record.Day(record.DaysIn(year, n)) - 1
	s := cell.Span{Text: m[0], First: first, Last: last}
	switch strings.ToLower(m[1]) {
	case "beginning", "start", "early":
		s.Last = first + 9
	case "mid", "middle":
		s.First, s.Last = first+9, first+19
	case "late":
		s.First = last - 9
	default:
		s.First = last - 6
	}
	return s, true
}

var season = regexp.MustCompile(`(?i)\b(spring|summer|autumn|fall|winter)(?: of)? ((?:19|20)\d\d)\b`)

// refine narrows a month or a year by what the text says of it: "end of June" is its last week, "in autumn 2013" three
// months.
func refine(c *claim.Relation) cell.Span {
	s := c.Date
	if !s.Known() {
		return s
	}
	switch width := s.Last - s.First; {
	case width >= 27 && width <= 31:
		m := partOfMonth.FindStringSubmatch(c.Locator)
		if m == nil || cell.MonthNamed(strings.ToLower(m[2])) != month(s.First) {
			return s
		}
		if part, ok := mention(m, s.First.Year()); ok {
			s.First, s.Last = part.First, part.Last
		}
	case width >= 364 && width <= 366:
		m := season.FindStringSubmatch(c.Locator)
		if m == nil {
			return s
		}
		if part, ok := cell.EDTF(m[2] + " (" + strings.ToLower(m[1]) + ")"); ok && part.First.Year() == s.First.Year() {
			s.First, s.Last = part.First, part.Last
		}
	}
	return s
}

// Gap prints how far dates lie apart that exclude each other: neighbouring months or years may be a day apart only.
func Gap(days int) string {
	if days <= 1 {
		return "the dates exclude each other as they are given, if only by neighbouring months or years"
	}
	return "the dates cannot all be right: read as closely as their precision allows, they still lie up to " + wording.Count(days, "day") + " apart"
}
