package format

import (
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// scadWhen reads start and end, which say how long the event lasted. The dates have two-digit years: the century is that
// of styr and eyr. Where a date is missing, its parts (stday, stmo, styr) stand for it.
func scadWhen(d *record.Dataset) []record.When {
	first := scadDays(d, record.RoleDate, "styr", "stmo", "stday")
	last := scadDays(d, record.RoleDateEnd, "eyr", "emo", "eday")
	if first == nil && last == nil {
		return plainWhen(d)
	}
	out := make([]record.When, d.N)
	for i := range out {
		w := interval(first, last, i)
		if w.First != record.NoDay {
			w.Precision, w.Duration = record.TimeDay, w.First != w.Last
		}
		out[i] = w
	}
	return out
}

func scadDays(d *record.Dataset, role record.Role, yearName, monthName, dayName string) []record.Day {
	date := days(d, role)
	year := namedValues(d, yearName, integer)
	month, day := namedValues(d, monthName, small), namedValues(d, dayName, small)
	parts := year != nil && month != nil && day != nil
	if date == nil && parts {
		date = make([]record.Day, d.N)
		for i := range date {
			date[i] = record.NoDay
		}
	}
	if year == nil {
		return date
	}
	for i := range date {
		switch {
		case date[i] != record.NoDay:
			date[i], _ = cell.Century(date[i], int(year[i]))
		case parts:
			date[i], _ = record.MakeDay(int(year[i]), int(month[i]), int(day[i]))
		}
	}
	return date
}

// scadCounted is false for the further places of an event and for placeholders of armed conflicts (negative identifiers),
// whose deaths must not be added.
func scadCounted(d *record.Dataset) []bool {
	id := d.Role(record.RoleID)
	if id == nil {
		return nil
	}
	out := make([]bool, d.N)
	seen := make(map[uint64]struct{}, d.N)
	for i := range out {
		if !id.Has(i) {
			out[i] = true
			continue
		}
		if text, _ := id.Text(i); text[0] == '-' {
			continue
		}
		key := id.Same(i)
		if _, again := seen[key]; !again {
			seen[key] = struct{}{}
			out[i] = true
		}
	}
	return out
}
