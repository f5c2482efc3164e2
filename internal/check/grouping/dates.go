package grouping

import "github.com/assaydata/assay/internal/record"

// Dates gives the first and last day of each row as the file states them. [record.When] may be wider, where a code says
// that the date is known to the week or month only; two rows that state one date agree in it whatever their codes say.
type Dates struct {
	when       []record.When
	start, end *record.Column
}

// NewDates returns the dates of a dataset's events.
func NewDates(d *record.Dataset) Dates {
	t := Dates{when: d.Events.When}
	if c := d.Role(record.RoleDate); c != nil && c.Dict != nil && c.Dict.Days != nil {
		t.start = c
	}
	if c := d.Role(record.RoleDateEnd); t.start != nil && c != nil && c.Dict != nil && c.Dict.Days != nil {
		t.end = c
	}
	return t
}

// Of returns the first and the last day of a row, and false where it states none.
func (t Dates) Of(row int) (first, last record.Day, ok bool) {
	if t.start == nil {
		w := t.when[row]
		// A year without a month is no date to compare by.
		return w.First, w.Last, w.Known() && (w.Precision != record.TimeLonger || w.Duration)
	}
	first, ok = t.start.Day(row)
	if !ok || !t.when[row].Known() {
		return record.NoDay, record.NoDay, false
	}
	last = first
	if t.end != nil {
		if day, has := t.end.Day(row); has {
			last = day
		}
	}
	return first, last, true
}

// Same reports whether two rows state the same dates.
func (t Dates) Same(a, b int) bool {
	fa, la, oka := t.Of(a)
	fb, lb, okb := t.Of(b)
	return oka == okb && fa == fb && la == lb
}

// Span prints the first and last day of a set of rows: "2016-01-03" or "2016-01-03 to 2016-02-01".
func (t Dates) Span(rows []int32) string {
	first, last := record.NoDay, record.NoDay
	for _, r := range rows {
		f, l, ok := t.Of(int(r))
		if !ok {
			continue
		}
		if first == record.NoDay || f < first {
			first = f
		}
		if last == record.NoDay || l > last {
			last = l
		}
	}
	switch {
	case first == record.NoDay:
		return "no date"
	case first == last:
		return first.String()
	}
	return first.String() + " to " + last.String()
}
