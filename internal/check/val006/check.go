package val006

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/valutil"
	"github.com/assaydata/assay/internal/record"
)

// relation is one derivation that a dataset has the columns for.
type relation func(*check.Pass)

// relations lists what can be tested on a dataset.
func relations(d *record.Dataset) []relation {
	out := dates(d)
	switch d.Format.ID {
	case "acled":
		out = append(out, acled(d)...)
	case "ged":
		out = append(out, ged(d)...)
	case "scad":
		out = append(out, scad(d)...)
	}
	return append(out, names(d)...)
}

func applies(p *check.Pass) string {
	if len(relations(p.Data)) == 0 {
		return "no column follows from others"
	}
	return ""
}

func run(p *check.Pass) {
	for _, r := range relations(p.Data) {
		if p.Cancelled() {
			return
		}
		r(p)
	}
}

const reload = "compare the row with the dataset's own release by its identifier: one of the cells was changed"

// part is a column that repeats a part of a date.
type part struct {
	column, date *record.Column
	of           func(record.Day) int
	what         string
}

// dates pairs the columns that repeat a part of a date with the date.
func dates(d *record.Dataset) []relation {
	var out []relation
	year := record.Day.Year
	month := func(d record.Day) int { _, m, _ := d.Date(); return m }
	day := func(d record.Day) int { _, _, k := d.Date(); return k }
	add := func(column, date *record.Column, of func(record.Day) int, what string) {
		if column == nil || date == nil || date.Storage != record.Coded || date.Dict.Days == nil || !valutil.NumbersOf(column).OK() {
			return
		}
		p := part{column, date, of, what}
		out = append(out, p.check)
	}
	first, last := d.Role(record.RoleDate), d.Role(record.RoleDateEnd)
	add(d.Role(record.RoleYear), first, year, "year")
	switch d.Format.ID {
	case "ged":
		add(d.Column("start_year"), first, year, "year")
		add(d.Column("end_year"), last, year, "year")
		if first != nil && last != nil && first != last {
			// No row of any release spans two years.
			add(d.Role(record.RoleYear), last, year, "year")
		}
	case "scad":
		add(d.Column("stmo"), first, month, "month")
		add(d.Column("stday"), first, day, "day")
		add(d.Column("eyr"), last, year, "year")
		add(d.Column("emo"), last, month, "month")
		add(d.Column("eday"), last, day, "day")
	}
	return out
}

func (r part) check(p *check.Pass) {
	n := valutil.NumbersOf(r.column)
	days := r.date.Dict.Days
	want := make([]float64, len(days))
	for code, d := range days {
		want[code] = -1
		if d != record.NoDay {
			want[code] = float64(r.of(d))
		}
	}
	name, date := valutil.Name(r.column), valutil.Name(r.date)
	t := valutil.Test{
		What:    fmt.Sprintf("%s is the %s of %s", name, r.what, date),
		Columns: valutil.Columns(r.column, r.date),
		Whole:   "check how the dates of this file are written: day and month, or the century, may have been read wrongly",
	}
	for row, code := range r.date.Codes {
		v, w := n.At(row), want[code]
		if v != v || w < 0 {
			continue
		}
		t.Checked++
		if v != w {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		v, w := n.At(row), want[r.date.Codes[row]]
		return check.Finding{
			Message: fmt.Sprintf("%s %s is not the %s of %s %s", name, valutil.Num(v), r.what, date, days[r.date.Codes[row]]),
			Why:     "the column repeats a part of the date", Help: reload,
			Expected: valutil.Num(w), Found: valutil.Num(v), Weight: max(v-w, w-v),
		}
	})
}
