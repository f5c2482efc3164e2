package groups

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Date is a date as precisely as its source gives it: the first and last day that it may mean. The zero value is "not
// stated".
type Date struct {
	First, Last record.Day
	Text        string // as written: 2007, 2007-10 or 2007-10-07
}

// Known reports whether the date is stated.
func (d Date) Known() bool { return d.Text != "" }

// ParseDate reads yyyy, yyyy-mm or yyyy-mm-dd.
func ParseDate(text string) (Date, error) {
	parts := strings.Split(text, "-")
	n := [3]int{0, 1, 1}
	bad := len(parts) > 3 || len(parts[0]) != 4
	for i, p := range parts {
		if bad || i > 0 && len(p) != 2 {
			bad = true
			break
		}
		v, err := strconv.Atoi(p)
		bad, n[i] = err != nil, v
	}
	first, ok := record.MakeDay(n[0], n[1], n[2])
	if bad || !ok {
		return Date{}, fmt.Errorf("%q is not a date (hint: write 2007, 2007-10 or 2007-10-07)", text)
	}
	last := first
	switch len(parts) {
	case 1:
		last, _ = record.MakeDay(n[0], 12, 31)
	case 2:
		last, _ = record.MakeDay(n[0], n[1], record.DaysIn(n[0], n[1]))
	}
	return Date{First: first, Last: last, Text: text}, nil
}

// Span is a stretch of time between two dates, both inclusive; a side that is not stated is open.
type Span struct{ From, To Date }

// Dated reports whether either side is stated.
func (s Span) Dated() bool { return s.From.Known() || s.To.Known() }

// Before reports whether a period that ends on the given day is certainly over before the span begins.
func (s Span) Before(last record.Day) bool { return s.From.Known() && last < s.From.First }

// After reports whether a period that begins on the given day begins certainly after the span has ended.
func (s Span) After(first record.Day) bool { return s.To.Known() && first > s.To.Last }

// ValidOn reports whether the day may lie in the span: false only when it certainly does not.
func (s Span) ValidOn(day record.Day) bool { return !s.Before(day) && !s.After(day) }

// String prints the span for people: "2007-10 to 2016-03", "from 2007-10", "until 2016-03", "undated".
func (s Span) String() string {
	switch {
	case s.From.Known() && s.To.Known():
		return s.From.Text + " to " + s.To.Text
	case s.From.Known():
		return "from " + s.From.Text
	case s.To.Known():
		return "until " + s.To.Text
	}
	return "undated"
}
