package entry

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

var dateOrders = []record.DateOrder{record.DateISO, record.DateCompactISO, record.DateDMY, record.DateDMonY, record.DateYear, record.DateYearMonth}

// appendDates reads the dates of a cell, separated by semicolons: days in the usual ways of writing, months, years, "1968-1970",
// "between 1968 and 1970", "circa 1970", and the Extended Date/Time Format. What is no date is left out here; rule VAL001 tells it.
func appendDates(to []Date, text string, c Cell) []Date {
	for text != "" {
		var item string
		item, text, _ = strings.Cut(text, ";")
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		if d, ok := parseDate(item); ok {
			d.Cell = c
			to = append(to, d)
		}
	}
	return to
}

// parseDate reads one date.
func parseDate(s string) (Date, bool) {
	d := Date{Digits: eightDigits(s)}
	if span, ok := cell.EDTF(s); ok {
		d.Span = span
		return d, true
	}
	d.Span = cell.Span{Text: s, First: record.NoDay, Last: record.NoDay}
	if day, part, ok := cell.ParseDate(s, dateOrders); ok {
		d.First, d.Last, d.Part = wholeOf(day, part)
		return d, true
	}
	if from, to, ok := years(s); ok {
		first, ok1 := record.MakeDay(from, 1, 1)
		last, ok2 := record.MakeDay(to, 12, 31)
		if ok1 && ok2 {
			d.First, d.Last, d.Part = first, last, cell.PartYear
			low := strings.ToLower(s)
			d.Approximate = strings.HasPrefix(low, "c") || strings.HasPrefix(low, "approx") || strings.HasPrefix(low, "about")
			return d, true
		}
	}
	return d, d.Digits != 0 // a day that the calendar does not have
}

func wholeOf(day record.Day, part cell.DatePart) (first, last record.Day, p cell.DatePart) {
	y, m, _ := day.Date()
	switch part {
	case cell.PartMonth:
		first, _ = record.MakeDay(y, m, 1)
		last, _ = record.MakeDay(y, m, record.DaysIn(y, m))
	case cell.PartYear:
		first, _ = record.MakeDay(y, 1, 1)
		last, _ = record.MakeDay(y, 12, 31)
	default:
		first, last = day, day
	}
	return first, last, part
}

// years finds one or two years in a text that holds no other numbers: "between 1968 and 1970", "1968-1970", "approximately 1958".
func years(s string) (from, to int, ok bool) {
	n := 0
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		k := i
		for k < len(s) && s[k] >= '0' && s[k] <= '9' {
			k++
		}
		y, err := strconv.Atoi(s[i:k])
		if k-i != 4 || err != nil || y < 1000 || n == 2 {
			return 0, 0, false
		}
		if n == 0 {
			from = y
		}
		to = y
		n++
		i = k
	}
	return from, to, n > 0 && from <= to
}

// eightDigits returns the digits of a day that is written with eight of them and little else, year first, 0 for any other text. Days
// written the other way round are left to the calendar.
func eightDigits(s string) uint32 {
	if len(s) < 8 || len(s) > 10 {
		return 0
	}
	v, n := uint32(0), 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			v = v*10 + uint32(c-'0')
			n++
		case (c == '-' || c == '/' || c == '.') && (n == 4 || n == 6):
		default:
			return 0
		}
	}
	if n != 8 || v < 1000_00_00 {
		return 0
	}
	return v
}
