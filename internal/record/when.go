package record

import (
	"fmt"
	"math"
)

// Day is a calendar day of the proleptic Gregorian calendar, counted from 1970-01-01 = 0.
type Day int32

// NoDay is the value of a date that is not stated or could not be read.
const NoDay Day = math.MinInt32

// MakeDay returns the day of a civil date. It reports false where the date does not exist (31 June, month 13).
func MakeDay(year, month, day int) (Day, bool) {
	if month < 1 || month > 12 || day < 1 || day > DaysIn(year, month) || year < -9999 || year > 9999 {
		return NoDay, false
	}
	return civilDay(year, month, day), true
}

// civilDay counts days by the era method of 400-year cycles.
func civilDay(y, m, d int) Day {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	mp := (m + 9) % 12
	doy := (153*mp+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

// Date returns the civil date of d.
func (d Day) Date() (year, month, day int) {
	z := int(d) + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Year returns the calendar year of d.
func (d Day) Year() int { y, _, _ := d.Date(); return y }

// Weekday returns the day of the week, 0 = Sunday.
func (d Day) Weekday() int { return ((int(d)+4)%7 + 7) % 7 }

// String prints d as yyyy-mm-dd, or "no date".
func (d Day) String() string {
	if d == NoDay {
		return "no date"
	}
	var room [len("2006-01-02")]byte
	return string(d.Append(room[:0]))
}

// Append appends what String prints.
func (d Day) Append(to []byte) []byte {
	if d == NoDay {
		return append(to, "no date"...)
	}
	y, m, dd := d.Date()
	if y < 0 || y > 9999 {
		return fmt.Appendf(to, "%04d-%02d-%02d", y, m, dd)
	}
	two := func(n int) { to = append(to, byte('0'+n/10), byte('0'+n%10)) }
	two(y / 100)
	two(y % 100)
	to = append(to, '-')
	two(m)
	to = append(to, '-')
	two(dd)
	return to
}

// DaysIn returns the number of days of a month, 0 for a month that does not exist.
func DaysIn(year, month int) int {
	switch month {
	case 1, 3, 5, 7, 8, 10, 12:
		return 31
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 0
}

// TimePrecision says how exactly a source dates an event. The scale is that of event-dataset codebooks brought together.
type TimePrecision uint8

const (
	TimeUnknown TimePrecision = iota // no precision stated
	TimeDay                          // the day is known
	TimeWeek                         // within days up to about a week
	TimeMonth                        // within a month
	TimeLonger                       // more than a month, or only the year
)

func (p TimePrecision) String() string {
	return [...]string{"unstated", "day", "week", "month", "longer"}[min(p, TimeLonger)]
}

// When is the interval of days in which a source places an event: First ≤ Last, both inclusive, both NoDay where the
// source gives no date. Duration is true where the interval is how long the event lasted rather than doubt about the day.
type When struct {
	First, Last Day
	Precision   TimePrecision
	Duration    bool
}

// Known reports whether the source gives any date.
func (w When) Known() bool { return w.First != NoDay && w.Last != NoDay }

// Days returns the length of the interval in days, 0 where unknown.
func (w When) Days() int {
	if !w.Known() {
		return 0
	}
	return int(w.Last-w.First) + 1
}
