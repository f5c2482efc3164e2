package cell

import (
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// monthInWords reads a date with the month in English words, full or short, in any order: "31 December 2015", "5-Mar-90",
// "December 31st, 2015". A weekday in front is passed over.
func monthInWords(text string) (record.Day, DatePart, bool) {
	day, month, year, yearDigits := 0, 0, 0, 0
	rest := text
	for i := 0; i < 4 && (month == 0 || day == 0 || yearDigits == 0); i++ {
		rest = strings.TrimLeft(rest, " -/.,\t")
		if word, after := letters(rest); word != "" {
			m := monthNamed(word)
			switch {
			case m != 0 && month == 0:
				month = m
			case i == 0 && weekday(word):
			default:
				return record.NoDay, PartDay, false
			}
			rest = after
			continue
		}
		n, count, after := digits(rest)
		switch {
		case count == 4 && yearDigits == 0:
			year, yearDigits = n, count
		case (count == 1 || count == 2) && day == 0:
			day = n
			if count == 0 || n == 0 {
				return record.NoDay, PartDay, false
			}
			after = ordinal(after)
		case count == 2 && month != 0 && yearDigits == 0:
			year, yearDigits = pivot(n), count
		default:
			return record.NoDay, PartDay, false
		}
		rest = after
	}
	if month == 0 || day == 0 || yearDigits == 0 || !timeOfDay(rest) {
		return record.NoDay, PartDay, false
	}
	d, ok := makeDay(year, month, day)
	return d, PartDay, ok
}

// ordinal drops "st", "nd", "rd", "th" behind a day.
func ordinal(s string) string {
	if len(s) >= 2 && (len(s) == 2 || !isLetter(s[2])) {
		switch strings.ToLower(s[:2]) {
		case "st", "nd", "rd", "th":
			return s[2:]
		}
	}
	return s
}

var months = [...]string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}

// MonthNamed returns the number of an English month name, full or cut to three letters (also "sept"), 0 for other words.
func MonthNamed(word string) int { return monthNamed(word) }

func monthNamed(word string) int {
	if len(word) < 3 || len(word) > len("september") {
		return 0
	}
	for i, name := range months {
		if strings.EqualFold(word, name) || strings.EqualFold(word, name[:3]) {
			return i + 1
		}
	}
	if strings.EqualFold(word, "sept") {
		return 9
	}
	return 0
}

func weekday(word string) bool {
	for _, name := range [...]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if strings.EqualFold(word, name) || strings.EqualFold(word, name[:3]) {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func letters(s string) (word, rest string) {
	i := 0
	for i < len(s) && isLetter(s[i]) {
		i++
	}
	return s[:i], s[i:]
}

// timeOfDay accepts nothing, or a time behind a date: "T00:00:00", " 00:00:00.000", "T12:30Z", " 1:05 PM", " 12:30+02:00".
func timeOfDay(s string) bool {
	if s == "" {
		return true
	}
	if s[0] != 'T' && s[0] != 't' && s[0] != ' ' {
		return false
	}
	s = strings.TrimLeft(s[1:], " ")
	hour, n, s := digits(s)
	if n < 1 || n > 2 || hour > 24 || s == "" || s[0] != ':' {
		return false
	}
	minute, n, s := digits(s[1:])
	if n != 2 || minute > 59 {
		return false
	}
	if s != "" && s[0] == ':' {
		var second int
		second, n, s = digits(s[1:])
		if n != 2 || second > 60 {
			return false
		}
		if s != "" && (s[0] == '.' || s[0] == ',') {
			if _, n, s = digits(s[1:]); n == 0 {
				return false
			}
		}
	}
	return zone(strings.TrimLeft(s, " "))
}

func zone(s string) bool {
	switch strings.ToUpper(s) {
	case "", "Z", "AM", "PM", "UTC", "GMT":
		return true
	}
	if s[0] != '+' && s[0] != '-' {
		return false
	}
	hours, n, rest := digits(s[1:])
	switch {
	case n == 4 && rest == "":
		return hours/100 <= 14 && hours%100 <= 59
	case n != 2 || hours > 14:
		return false
	case rest == "":
		return true
	}
	minutes, n, tail := digits(strings.TrimPrefix(rest, ":"))
	return n == 2 && minutes <= 59 && tail == ""
}
