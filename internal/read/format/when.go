package format

import (
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

var noWhen = record.When{First: record.NoDay, Last: record.NoDay}

// around is the interval of a week with the day in its middle: "within a week or so" of a stated day.
func around(day record.Day) record.When {
	return record.When{First: day - 3, Last: day + 3, Precision: record.TimeWeek}
}

func monthOf(year, month int) record.When {
	first, ok := record.MakeDay(year, month, 1)
	if !ok {
		return noWhen
	}
	return record.When{First: first, Last: first + record.Day(record.DaysIn(year, month)) - 1, Precision: record.TimeMonth}
}

func yearOf(year int) record.When {
	first, ok1 := record.MakeDay(year, 1, 1)
	last, ok2 := record.MakeDay(year, 12, 31)
	if !ok1 || !ok2 || year < 1 {
		return noWhen
	}
	return record.When{First: first, Last: last, Precision: record.TimeLonger}
}

// byLength is the precision that the length of an interval of doubt speaks for.
func byLength(first, last record.Day) record.TimePrecision {
	switch n := last - first + 1; {
	case n <= 1:
		return record.TimeDay
	case n <= 7:
		return record.TimeWeek
	case n <= 31:
		return record.TimeMonth
	}
	return record.TimeLonger
}

// acledWhen reads one date with time_precision: 1 the day, 2 within a week or so, 3 the month, placed at its middle.
func acledWhen(d *record.Dataset) []record.When {
	date := days(d, record.RoleDate)
	if date == nil {
		return plainWhen(d)
	}
	var precision []uint8
	if c := d.Role(record.RoleTimePrec); c != nil {
		precision = values(c, d.N, small)
	}
	out := make([]record.When, d.N)
	for i, day := range date {
		if day == record.NoDay {
			out[i] = noWhen
			continue
		}
		code := uint8(0)
		if precision != nil {
			code = precision[i]
		}
		switch code {
		case 1:
			out[i] = record.When{First: day, Last: day, Precision: record.TimeDay}
		case 2:
			out[i] = around(day)
		case 3:
			year, month, _ := day.Date()
			out[i] = monthOf(year, month)
		default:
			out[i] = record.When{First: day, Last: day}
		}
	}
	return out
}

// gedWhen reads the earliest and latest possible day with date_prec. The interval is doubt, not duration.
func gedWhen(d *record.Dataset) []record.When {
	first, last := days(d, record.RoleDate), days(d, record.RoleDateEnd)
	if first == nil && last == nil {
		return plainWhen(d)
	}
	var precision []uint8
	if c := d.Role(record.RoleTimePrec); c != nil {
		precision = values(c, d.N, small)
	}
	scale := [...]record.TimePrecision{0, record.TimeDay, record.TimeWeek, record.TimeWeek, record.TimeMonth, record.TimeLonger}
	out := make([]record.When, d.N)
	for i := range out {
		w := interval(first, last, i)
		if w.First != record.NoDay {
			w.Precision = byLength(w.First, w.Last)
			if precision != nil && precision[i] > 0 && int(precision[i]) < len(scale) {
				w.Precision = scale[precision[i]]
			}
		}
		out[i] = w
	}
	return out
}

// interval joins the two dates of a row; where one is missing the other stands for both, and they are put in order. A
// row whose end precedes its start is a matter of a rule, which looks at the columns.
func interval(first, last []record.Day, i int) record.When {
	a, b := record.NoDay, record.NoDay
	if first != nil {
		a = first[i]
	}
	if last != nil {
		b = last[i]
	}
	if a == record.NoDay {
		a = b
	}
	if b == record.NoDay {
		b = a
	}
	return record.When{First: min(a, b), Last: max(a, b)}
}

// plainWhen reads a date or two with no codes of a known format. Two dates are taken as duration: most tables mean that.
// Where there is no date, the year stands for it. The words of [record.TimePrecision] are understood as precision.
func plainWhen(d *record.Dataset) []record.When {
	first, last := days(d, record.RoleDate), days(d, record.RoleDateEnd)
	var year []int32
	if c := d.Role(record.RoleYear); c != nil {
		year = values(c, d.N, integer)
	}
	if first == nil && last == nil && year == nil {
		return nil
	}
	parts := dateParts(d.Role(record.RoleDate), d.N)
	var precision []record.TimePrecision
	if c := d.Role(record.RoleTimePrec); c != nil {
		precision = values(c, d.N, timeWord(c.Field))
	}
	out := make([]record.When, d.N)
	for i := range out {
		w := interval(first, last, i)
		switch {
		case w.First == record.NoDay && year != nil:
			w = yearOf(int(year[i]))
		case w.First == record.NoDay:
		case parts != nil && parts[i] == cell.PartYear && w.First == w.Last:
			w = yearOf(w.First.Year())
		case parts != nil && parts[i] == cell.PartMonth && w.First == w.Last:
			y, m, _ := w.First.Date()
			w = monthOf(y, m)
		default:
			w.Precision, w.Duration = record.TimeDay, w.First != w.Last
			if precision != nil {
				w = withPrecision(w, precision[i])
			}
		}
		out[i] = w
	}
	return out
}

// withPrecision widens a single day to the precision that is stated for it.
func withPrecision(w record.When, p record.TimePrecision) record.When {
	single := w.First == w.Last
	year, month, _ := w.First.Date()
	switch {
	case p == record.TimeWeek && single:
		return around(w.First)
	case p == record.TimeMonth && single:
		return monthOf(year, month)
	case p == record.TimeLonger && single:
		return yearOf(year)
	}
	w.Precision = p
	if p > record.TimeDay {
		w.Duration = false
	}
	return w
}

// timeWord understands the words of [record.TimePrecision], as values or as meanings of the codes of a mapping.
func timeWord(f *record.Field) func(string, float64) record.TimePrecision {
	return func(text string, _ float64) record.TimePrecision {
		for p := record.TimeDay; p <= record.TimeLonger; p++ {
			if said(f, text, p.String()) {
				return p
			}
		}
		return record.TimeUnknown
	}
}

// said reports whether a text, or what its code means, is the word.
func said(f *record.Field, text, word string) bool {
	if strings.EqualFold(text, word) {
		return true
	}
	return strings.EqualFold(meaning(f, text), word)
}

// meaning returns what the codebook says that a value means; numbers may be printed as floats.
func meaning(f *record.Field, text string) string {
	if f == nil {
		return ""
	}
	bare := strings.TrimSuffix(text, ".0")
	for i := range f.Codes {
		if v := f.Codes[i].Value; v == text || v == bare {
			return f.Codes[i].Meaning
		}
	}
	return ""
}

// dateParts says for each row whether its date is only a month or a year; nil where the column can hold whole dates alone.
func dateParts(c *record.Column, n int) []cell.DatePart {
	if c == nil || c.Field == nil || c.Storage != record.Coded ||
		!slices.Contains(c.Field.Dates, record.DateYear) && !slices.Contains(c.Field.Dates, record.DateYearMonth) {
		return nil
	}
	return values(c, n, func(text string, _ float64) cell.DatePart {
		_, part, _ := cell.ParseDate(text, c.Field.Dates)
		return part
	})
}
