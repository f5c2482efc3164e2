package format

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// gtdWhen reads iyear, imonth and iday, of which 0 is unknown, a range in words (approxdate), and the end of an event that
// lasted longer than a day (extended, resolution). Re-worked copies have a date instead.
func gtdWhen(d *record.Dataset) []record.When {
	year := namedValues(d, "iyear", integer)
	month := namedValues(d, "imonth", small)
	day := namedValues(d, "iday", small)
	if year == nil || month == nil || d.Role(record.RoleDate) != nil {
		return plainWhen(d)
	}
	approx := namedValues(d, "approxdate", func(text string, _ float64) dayRange { return parseRange(text) })
	extended := namedValues(d, "extended", small)
	end := columnDays(known(d, "resolution"), d.N)
	out := make([]record.When, d.N)
	for i := range out {
		dd := uint8(0)
		if day != nil {
			dd = day[i]
		}
		w := civil(int(year[i]), int(month[i]), int(dd))
		if approx != nil && approx[i].stated {
			w = approximate(w, approx[i])
		}
		if extended != nil && extended[i] == 1 && end != nil && end[i] != record.NoDay && w.First != record.NoDay &&
			end[i] >= w.First && w.Precision <= record.TimeWeek {
			w.Last, w.Duration = end[i], true
		}
		out[i] = w
	}
	return out
}

// civil is a day, or its whole month or year where the rest is unknown or does not exist.
func civil(year, month, day int) record.When {
	if d, ok := record.MakeDay(year, month, day); ok && year > 0 {
		return record.When{First: d, Last: d, Precision: record.TimeDay}
	}
	if year > 0 && month >= 1 && month <= 12 {
		return monthOf(year, month)
	}
	return yearOf(year)
}

// dayRange is a range of days that was written in words; stated but without days where it could not be understood.
type dayRange struct {
	first, last record.Day
	stated      bool
}

// approximate takes in the range in words. Words that were not understood, and a range so far from the coded date that one
// of the two is a slip, at least say that the day is not certain.
func approximate(w record.When, r dayRange) record.When {
	const far = 366
	understood := r.first != record.NoDay
	switch {
	case understood && w.First == record.NoDay:
		return record.When{First: r.first, Last: r.last, Precision: byLength(r.first, r.last)}
	case w.First == record.NoDay:
		return w
	case !understood || r.first > w.Last+far || r.last < w.First-far:
		if w.Precision == record.TimeDay {
			return around(w.First)
		}
		return w
	case w.Precision > record.TimeDay && r.first <= w.Last && r.last >= w.First:
		// The words say more than "sometime in this month".
		return record.When{First: r.first, Last: r.last, Precision: byLength(r.first, r.last)}
	}
	first, last := min(w.First, r.first), max(w.Last, r.last)
	return record.When{First: first, Last: last, Precision: byLength(first, last)}
}

// parseRange reads "March 1-8, 2014", "February 28 - March 2, 2014", "December 30, 2013 - January 2, 2014", a month with
// its year, and single dates as spreadsheets put them there.
func parseRange(text string) dayRange {
	if text == "" {
		return dayRange{record.NoDay, record.NoDay, false}
	}
	r := dayRange{record.NoDay, record.NoDay, true}
	single := []record.DateOrder{record.DateISO, record.DateMDY, record.DateDMonY}
	if day, _, ok := cell.ParseDate(text, single); ok {
		r.first, r.last = day, day
		return r
	}
	if day, _, ok := cell.ParseDate(text, []record.DateOrder{record.DateYearMonth}); ok {
		y, m, _ := day.Date()
		r.first, r.last = day, day+record.Day(record.DaysIn(y, m))-1
		return r
	}
	text = strings.NewReplacer("–", "-", "—", "-", " to ", "-", " and ", "-", " through ", "-").Replace(text)
	left, right, found := strings.Cut(text, "-")
	if !found {
		return r
	}
	last, _, ok := cell.ParseDate(strings.TrimSpace(right), single)
	if !ok {
		// "March 1-8, 2014": the month stands on the left only.
		month, _, _ := strings.Cut(strings.TrimSpace(left), " ")
		if last, _, ok = cell.ParseDate(month+" "+strings.TrimSpace(right), single); !ok {
			return r
		}
	}
	first, _, ok := cell.ParseDate(strings.TrimSpace(left), single)
	if !ok {
		first, _, ok = cell.ParseDate(strings.TrimSpace(left)+", "+strconv.Itoa(last.Year()), single)
	}
	if !ok || first > last {
		return r
	}
	r.first, r.last = first, last
	return r
}
