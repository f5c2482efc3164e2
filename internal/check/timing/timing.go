// Package timing holds what the rules about time share: the dates of a column by row, distances between a day and an
// interval, and the slips that explain a wrong date.
package timing

import (
	"fmt"

	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Days gives the date in each row of a column. Two-digit years (SCAD) are moved into the century of the year that the row
// states elsewhere.
type Days struct {
	Column *record.Column
	years  tabular.Numbers
}

// First and Last are the first and the last date of an event as they stand in the file, without the interpretation that
// [record.Events] gives them.
func First(d *record.Dataset) Days { return of(d, record.RoleDate, "styr") }

// Last is described with First.
func Last(d *record.Dataset) Days { return of(d, record.RoleDateEnd, "eyr") }

func of(d *record.Dataset, role record.Role, year string) Days {
	c := d.Role(role)
	if c == nil || c.Storage != record.Coded || c.Dict.Days == nil {
		return Days{}
	}
	days := Days{Column: c}
	if d.Format.ID == "scad" {
		days.years = tabular.NumbersOf(d.Column(year))
	}
	return days
}

// OK reports whether there is a column of dates.
func (d Days) OK() bool { return d.Column != nil }

// At returns the date in a row, NoDay where there is none.
func (d Days) At(row int) record.Day {
	day := d.Column.Dict.Days[d.Column.Codes[row]]
	if d.years.OK() && day != record.NoDay {
		if y := d.years.At(row); y == y {
			day, _ = cell.Century(day, int(y))
		}
	}
	return day
}

// Off returns how many days a day lies outside an interval: negative before it, positive after it, 0 inside.
func Off(day record.Day, w record.When) int {
	switch {
	case day < w.First:
		return int(day - w.First)
	case day > w.Last:
		return int(day - w.Last)
	}
	return 0
}

// Interval prints an interval of days for people.
func Interval(w record.When) string {
	if w.First == w.Last {
		return w.First.String()
	}
	return w.First.String() + " to " + w.Last.String()
}

// Plain prints a number of days for people, without its sign.
func Plain(days int) string { return wording.Count(max(days, -days), "day") }

// Slip says which slip of the pen turns the day b into a, "" where none of the usual ones does: another year, day and
// month swapped, another month, the digits of the day swapped.
func Slip(a, b record.Day) string {
	if a == record.NoDay || b == record.NoDay || a == b {
		return ""
	}
	ya, ma, da := a.Date()
	yb, mb, db := b.Date()
	switch {
	case ma == mb && da == db && (ya-yb == 1 || yb-ya == 1):
		return "exactly one year apart"
	case ma == mb && da == db:
		return fmt.Sprintf("the same day of another year (%d and %d)", ya, yb)
	case ya == yb && ma == db && da == mb:
		return "day and month swapped"
	case ya == yb && da == db:
		return "the same day of another month"
	case ya == yb && ma == mb && da/10 == db%10 && da%10 == db/10 && da != db:
		return "the digits of the day swapped"
	}
	return ""
}
