package cell

import (
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Span is a date as a claim states it: the interval of days that it covers, both inclusive, and how sure the source is.
// It follows the Extended Date/Time Format (ISO 8601-2:2019, levels 0 and 1, and intervals).
type Span struct {
	Text        string // as written
	First, Last record.Day
	Approximate bool // "~", "c.", "about"
	Uncertain   bool // "?"
	Part        DatePart
}

// Known reports whether a date is stated.
func (s Span) Known() bool { return s.First != record.NoDay }

// Overlaps reports whether two dates can be the same: approximate ones by a year on both sides.
func (s Span) Overlaps(o Span) bool {
	if !s.Known() || !o.Known() {
		return true
	}
	return s.low() <= o.high() && o.low() <= s.high()
}

// Before reports whether s lies before o for certain, whatever the precision of both.
func (s Span) Before(o Span) bool { return s.Known() && o.Known() && s.high() < o.low() }

func (s Span) slack() record.Day {
	if s.Approximate {
		return 366
	}
	return 0
}

func (s Span) low() record.Day  { return s.First - s.slack() }
func (s Span) high() record.Day { return s.Last + s.slack() }

// EDTF reads a date or an interval in the Extended Date/Time Format, and the looser forms that coders write:
// "2013~", "2015-12-29/2015-12-30", "2017-10?", "201X", "2014-21" (spring), "c.1980 (aged 36)", "c.1964-1965",
// "2013 (autumn)", "December 2015". ok is false where the text is no date; "n.d." and "" are no dates.
func EDTF(text string) (span Span, ok bool) {
	span = Span{Text: text, First: record.NoDay, Last: record.NoDay}
	s := strings.TrimSpace(text)
	if s == "" || len(s) > 60 {
		return span, false
	}
	low := strings.ToLower(s)
	for _, mark := range []string{"circa ", "ca. ", "ca.", "c. ", "c.", "about ", "around ", "approximately "} {
		if rest, found := strings.CutPrefix(low, mark); found {
			low, span.Approximate = strings.TrimSpace(rest), true
			break
		}
	}
	season := ""
	if at := strings.IndexByte(low, '('); at > 0 {
		season = strings.Trim(low[at:], "() ")
		low = strings.TrimSpace(low[:at])
	}
	if strings.HasSuffix(low, "%") {
		span.Approximate, span.Uncertain = true, true
	}
	from, to, interval := strings.Cut(low, "/")
	if !interval && span.Approximate && len(low) == 9 && low[4] == '-' { // 1964-1965
		from, to, interval = low[:4], low[5:], true
	}
	part := PartDay
	first, last, p, good := span.one(from)
	if !good && !(interval && (from == "" || from == "..")) {
		return span, false
	}
	part = max(part, p)
	if interval {
		_, end, p, good := span.one(to)
		switch {
		case good:
			last, part = end, max(part, p)
		case (to == "" || to == "..") && first != record.NoDay:
			last = first + 366*100
			span.Uncertain = true
		default:
			return span, false
		}
		if first == record.NoDay {
			first, span.Uncertain = last-366*100, true
		}
		if last < first {
			return span, false
		}
	}
	if months, found := seasons[season]; found && part == PartYear {
		year := first.Year()
		first, _ = record.MakeDay(year, months[0], 1)
		endYear := year
		if months[1] < months[0] {
			endYear++
		}
		last, _ = record.MakeDay(endYear, months[1], record.DaysIn(endYear, months[1]))
		part = PartMonth
	}
	span.First, span.Last, span.Part = first, last, part
	return span, true
}

// seasons of the northern half of the earth, by name and by the codes of EDTF.
var seasons = map[string][2]int{
	"spring": {3, 5}, "summer": {6, 8}, "autumn": {9, 11}, "fall": {9, 11}, "winter": {12, 2},
	"21": {3, 5}, "22": {6, 8}, "23": {9, 11}, "24": {12, 2},
	"early": {1, 4}, "mid": {5, 8}, "late": {9, 12},
}

// one reads one side of an interval and notes its qualification.
func (s *Span) one(t string) (first, last record.Day, part DatePart, ok bool) {
	t = strings.TrimSpace(t)
	for t != "" {
		switch t[len(t)-1] {
		case '~':
			s.Approximate = true
		case '?':
			s.Uncertain = true
		case '%':
			s.Approximate, s.Uncertain = true, true
		default:
			goto read
		}
		t = t[:len(t)-1]
	}
read:
	if len(t) == 4 && strings.IndexByte(t, 'x') > 0 { // 201x, 20xx
		low, high := strings.ReplaceAll(t, "x", "0"), strings.ReplaceAll(t, "x", "9")
		a, _, ok1 := ParseDate(low, []record.DateOrder{record.DateYear})
		b, _, ok2 := ParseDate(high, []record.DateOrder{record.DateYear})
		if !ok1 || !ok2 {
			return record.NoDay, record.NoDay, PartDay, false
		}
		last, _ = record.MakeDay(b.Year(), 12, 31)
		return a, last, PartYear, true
	}
	t = strings.TrimSuffix(t, "-xx")
	if len(t) == 7 && t[4] == '-' {
		if months, found := seasons[t[5:]]; found && t[5] == '2' {
			if year, _, good := ParseDate(t[:4], []record.DateOrder{record.DateYear}); good {
				first, _ = record.MakeDay(year.Year(), months[0], 1)
				end := year.Year()
				if months[1] < months[0] {
					end++
				}
				last, _ = record.MakeDay(end, months[1], record.DaysIn(end, months[1]))
				return first, last, PartMonth, true
			}
		}
	}
	first, part, ok = ParseDate(t, []record.DateOrder{record.DateISO, record.DateYearMonth, record.DateYear, record.DateDMonY})
	if !ok {
		if month, year, found := strings.Cut(t, " "); found && monthNamed(month) > 0 {
			if y, _, good := ParseDate(year, []record.DateOrder{record.DateYear}); good {
				first, ok = record.MakeDay(y.Year(), monthNamed(month), 1)
				part = PartMonth
			}
		}
		if !ok {
			return record.NoDay, record.NoDay, PartDay, false
		}
	}
	y, m, _ := first.Date()
	switch part {
	case PartMonth:
		last, _ = record.MakeDay(y, m, record.DaysIn(y, m))
	case PartYear:
		last, _ = record.MakeDay(y, 12, 31)
	default:
		last = first
	}
	return first, last, part, true
}
