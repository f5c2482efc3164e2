package tim005

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/timing"
	"github.com/assaydata/assay/internal/record"
)

// applies wants identifiers that nearly all begin with a date, so that numbers of twelve digits that mean something else
// are left alone.
func applies(p *check.Pass) string {
	const sample = 1000
	c := p.Data.Role(record.RoleID)
	switch {
	case p.Data.Events == nil || p.Data.Events.When == nil:
		return "no dates"
	case c.Storage != record.Packed:
		return "the identifiers are not held as text"
	}
	n, dated := min(p.Data.N, sample), 0
	for row := range n {
		if _, ok := parse(tabular.Raw(c, row)); ok {
			dated++
		}
	}
	if n == 0 || dated*10 < n*9 {
		return "the identifiers do not begin with dates"
	}
	return ""
}

// parse reads the date in a GTD identifier: yyyymmdd and four digits of a serial number, possibly written as a decimal.
func parse(id []byte) (record.When, bool) {
	n, ok := tabular.Whole(id)
	if !ok || n < 1900_0000_0000 || n >= 2200_0000_0000 {
		return record.When{}, false
	}
	n /= 10000
	year, month, day := int(n/10000), int(n/100%100), int(n%100)
	w := record.When{}
	switch {
	case month == 0:
		w.First, _ = record.MakeDay(year, 1, 1)
		w.Last, _ = record.MakeDay(year, 12, 31)
	case day == 0:
		if w.First, ok = record.MakeDay(year, month, 1); !ok {
			return w, false
		}
		w.Last = w.First + record.Day(record.DaysIn(year, month)) - 1
	default:
		if w.First, ok = record.MakeDay(year, month, day); !ok {
			return w, false
		}
		w.Last = w.First
	}
	return w, true
}

func run(p *check.Pass) {
	c := p.Data.Role(record.RoleID)
	when := p.Data.Events.When
	limit := p.Int("days")
	t := tabular.Test{
		What: "the date in the identifier is near that of the event", Columns: append([]int{c.Index}, dates(p)...),
		Whole: "the identifiers do not belong to these dates: check whether a column was sorted by itself",
	}
	for row := range when {
		if !when[row].Known() {
			continue
		}
		id, ok := parse(tabular.Raw(c, row))
		if !ok {
			continue
		}
		t.Checked++
		if apart(id, when[row]) > limit {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		id, _ := parse(tabular.Raw(c, row))
		w := when[row]
		days := apart(id, w)
		f := check.Finding{
			Message: fmt.Sprintf("the identifier carries %s, %s from the event's date %s", timing.Interval(id), timing.Plain(days), timing.Interval(w)),
			Why:     "the identifier holds the day under which the case was opened, and usually is not changed when the date is corrected",
			Help:    "look the date up in the summary and the sources",
			Found:   timing.Interval(w), Expected: "near " + timing.Interval(id), Weight: float64(days),
		}
		if s := timing.Slip(id.First, w.First); s != "" {
			f.Why = "the two dates are " + s
		}
		if id.First.Year() == w.First.Year() {
			f.Severity, f.Confidence = check.Note, 0.4
		}
		return f
	})
}

// apart is the number of days between two intervals, 0 where they meet.
func apart(a, b record.When) int {
	switch {
	case a.Last < b.First:
		return int(b.First - a.Last)
	case b.Last < a.First:
		return int(a.First - b.Last)
	}
	return 0
}

func dates(p *check.Pass) []int {
	cols := p.Cols(record.RoleDate, record.RoleYear)
	for _, name := range [...]string{"imonth", "iday"} {
		if c := p.Data.Column(name); c != nil {
			cols = append(cols, c.Index)
		}
	}
	return cols
}
