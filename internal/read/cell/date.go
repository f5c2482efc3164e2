package cell

import (
	"math"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// DatePart says how much of a date a text states.
type DatePart uint8

const (
	PartDay   DatePart = iota // the day is stated
	PartMonth                 // only the month; the day returned is its first
	PartYear                  // only the year; the day returned is 1 January
)

// ParseDate reads a date in the first of the orders that fits it. White space around it is ignored, and a time of day
// behind it is accepted and dropped. Days that do not exist (31 June, month 13) are no dates: no other reading of the same
// text is guessed at unless it stands in orders. Two-digit years 00-29 are 2000-2029, 30-99 are 1930-1999; where another
// column states the year, correct the century with [Century].
func ParseDate(text string, orders []record.DateOrder) (record.Day, DatePart, bool) {
	text = strings.TrimSpace(text)
	if text == "" || len(text) > 60 {
		return record.NoDay, PartDay, false
	}
	for _, order := range orders {
		if day, part, ok := parseAs(text, order); ok {
			return day, part, true
		}
	}
	return record.NoDay, PartDay, false
}

// ParseDates reads a list of dates in one cell ("2015-01-02;2015-01-05") and returns its first and last day. Empty items
// and items for which skip returns true (skip may be nil) are passed over. ok is false where an item is no date or where
// there is none.
func ParseDates(text, separator string, orders []record.DateOrder, skip func(item string) bool) (first, last record.Day, ok bool) {
	first, last = record.NoDay, record.NoDay
	for more := true; more; {
		item := text
		if separator == "" {
			more = false
		} else {
			item, text, more = strings.Cut(text, separator)
		}
		item = strings.TrimSpace(item)
		if item == "" || skip != nil && skip(item) {
			continue
		}
		day, _, good := ParseDate(item, orders)
		if !good {
			return record.NoDay, record.NoDay, false
		}
		if first == record.NoDay || day < first {
			first = day
		}
		if last == record.NoDay || day > last {
			last = day
		}
	}
	return first, last, first != record.NoDay
}

// Century moves a day that was read from a two-digit year into the century of the year that another column states. It
// returns false, and day unchanged, where the last two digits disagree or the day does not exist in that year.
func Century(day record.Day, year int) (record.Day, bool) {
	if day == record.NoDay || year < 1 {
		return day, false
	}
	y, m, d := day.Date()
	if y == year {
		return day, true
	}
	if y < 1 || y%100 != year%100 {
		return day, false
	}
	moved, ok := record.MakeDay(year, m, d)
	if !ok {
		return day, false
	}
	return moved, true
}

func parseAs(text string, order record.DateOrder) (record.Day, DatePart, bool) {
	switch order {
	case record.DateISO:
		return yearFirst(text)
	case record.DateDMY:
		return dayOrMonthFirst(text, true)
	case record.DateMDY:
		return dayOrMonthFirst(text, false)
	case record.DateDMonY:
		return monthInWords(text)
	case record.DateSerial:
		n, ok := dayNumber(text)
		if !ok || n < -maxSerial || n > maxSerial {
			return record.NoDay, PartDay, false
		}
		return record.Day(n), PartDay, true
	case record.DateExcel:
		return spreadsheet(text)
	case record.DateUnix:
		return unixSeconds(text)
	case record.DateYear:
		n, ok := dayNumber(text)
		if !ok || n < 1000 || n > 2999 {
			return record.NoDay, PartYear, false
		}
		day, ok := record.MakeDay(int(n), 1, 1)
		return day, PartYear, ok
	case record.DateYearMonth:
		return yearMonth(text)
	case record.DateCompactISO:
		return compact(text)
	case record.DateEDTF:
		span, ok := EDTF(text)
		return span.First, span.Part, ok
	}
	return record.NoDay, PartDay, false
}

// maxSerial bounds day numbers counted from 1970 to the years 1697-2243: a number outside it is something else.
const maxSerial = 100_000

// yearFirst reads 2016-01-31, 2016/1/31 and 2016.01.31. A year in front leaves no doubt about the rest.
func yearFirst(text string) (record.Day, DatePart, bool) {
	year, n, rest := digits(text)
	if n != 4 || rest == "" || !dateSeparator(rest[0]) {
		return record.NoDay, PartDay, false
	}
	sep := rest[0]
	month, n, rest := digits(rest[1:])
	if n < 1 || n > 2 || rest == "" || rest[0] != sep {
		return record.NoDay, PartDay, false
	}
	day, n, rest := digits(rest[1:])
	if n < 1 || n > 2 || !timeOfDay(rest) {
		return record.NoDay, PartDay, false
	}
	d, ok := makeDay(year, month, day)
	return d, PartDay, ok
}

// dayOrMonthFirst reads 31/01/2016 or 01/31/2016, with points, hyphens and two-digit years as well.
func dayOrMonthFirst(text string, dayFirst bool) (record.Day, DatePart, bool) {
	day, n, rest := digits(text)
	if n < 1 || n > 2 || rest == "" || !dateSeparator(rest[0]) {
		return record.NoDay, PartDay, false
	}
	sep := rest[0]
	month, n, rest := digits(rest[1:])
	if n < 1 || n > 2 || rest == "" || rest[0] != sep {
		return record.NoDay, PartDay, false
	}
	year, n, rest := digits(rest[1:])
	if n != 2 && n != 4 || !timeOfDay(rest) {
		return record.NoDay, PartDay, false
	}
	if n == 2 {
		year = pivot(year)
	}
	if !dayFirst {
		day, month = month, day
	}
	d, ok := makeDay(year, month, day)
	return d, PartDay, ok
}

// yearMonth reads 2016-01, 2016/1 and "January 2016".
func yearMonth(text string) (record.Day, DatePart, bool) {
	if year, n, rest := digits(text); n == 4 && rest != "" && dateSeparator(rest[0]) {
		month, n, rest := digits(rest[1:])
		if n < 1 || n > 2 || rest != "" {
			return record.NoDay, PartMonth, false
		}
		d, ok := makeDay(year, month, 1)
		return d, PartMonth, ok
	}
	word, rest := letters(text)
	month := monthNamed(word)
	year, n, tail := digits(strings.TrimLeft(rest, " -/.,"))
	if month == 0 || n != 4 || tail != "" {
		return record.NoDay, PartMonth, false
	}
	d, ok := makeDay(year, month, 1)
	return d, PartMonth, ok
}

// compact reads 20160131.
func compact(text string) (record.Day, DatePart, bool) {
	n, count, rest := digits(text)
	if count != 8 || !timeOfDay(rest) {
		return record.NoDay, PartDay, false
	}
	d, ok := makeDay(n/10000, n/100%100, n%100)
	return d, PartDay, ok
}

// spreadsheet reads the day numbers of spreadsheets. Their calendar has a 29 February 1900, day 60, that never was.
func spreadsheet(text string) (record.Day, DatePart, bool) {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || !(v >= 1) || v >= 2_958_466 || !plainNumber(text) {
		return record.NoDay, PartDay, false
	}
	n := int64(math.Floor(v))
	switch {
	case n == 60:
		return record.NoDay, PartDay, false
	case n < 60:
		n++
	}
	return record.Day(n - 25569), PartDay, true
}

// unixSeconds needs eight digits or more, so that years and day numbers are not taken for seconds.
func unixSeconds(text string) (record.Day, DatePart, bool) {
	n, ok := dayNumber(text)
	if !ok || n < 10_000_000 && n > -10_000_000 || n > 253_402_300_799 || n < -62_135_596_800 {
		return record.NoDay, PartDay, false
	}
	day := n / 86400
	if n%86400 < 0 {
		day--
	}
	return record.Day(day), PartDay, true
}

// dayNumber reads a whole number that may be printed as a float ("16081.0").
func dayNumber(text string) (int64, bool) {
	whole, fraction, _ := strings.Cut(text, ".")
	if len(whole) > 15 || strings.Trim(fraction, "0") != "" || !plainNumber(whole) {
		return 0, false
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	return n, err == nil
}

func plainNumber(text string) bool {
	text = strings.TrimPrefix(text, "-")
	for i := range len(text) {
		if c := text[i]; (c < '0' || c > '9') && c != '.' {
			return false
		}
	}
	return text != ""
}

func makeDay(year, month, day int) (record.Day, bool) {
	if year < 1 {
		return record.NoDay, false
	}
	return record.MakeDay(year, month, day)
}

func pivot(year int) int {
	if year < 30 {
		return 2000 + year
	}
	return 1900 + year
}

func dateSeparator(c byte) bool { return c == '-' || c == '/' || c == '.' }

// digits reads the leading digits of s: their value, how many there are, and what follows. More than nine are none.
func digits(s string) (value, count int, rest string) {
	for count < len(s) && s[count] >= '0' && s[count] <= '9' {
		if count == 9 {
			return 0, 0, s
		}
		value = value*10 + int(s[count]-'0')
		count++
	}
	return value, count, s[count:]
}
