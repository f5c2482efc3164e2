package val006

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// part is a column that repeats a part of a date.
type part struct {
	column *record.Column
	of     func(record.Day) int
	n      tabular.Numbers
	want   []float64 // by code of the date, -1 where there is none
}

// repeated is a date with the columns that repeat parts of it. One row gives one finding, however many parts differ.
type repeated struct {
	date  *record.Column
	parts []part
}

func year(d record.Day) int  { return d.Year() }
func month(d record.Day) int { _, m, _ := d.Date(); return m }
func day(d record.Day) int   { _, _, k := d.Date(); return k }

// dates pairs dates with the columns that repeat parts of them.
func dates(d *record.Dataset) []relation {
	first, last := repeated{date: d.Role(record.RoleDate)}, repeated{date: d.Role(record.RoleDateEnd)}
	first.add(d.Role(record.RoleYear), year)
	switch d.Format.ID {
	case "ged":
		first.add(d.Column("start_year"), year)
		last.add(d.Column("end_year"), year)
	case "scad":
		first.add(d.Column("stmo"), month)
		first.add(d.Column("stday"), day)
		last.add(d.Column("eyr"), year)
		last.add(d.Column("emo"), month)
		last.add(d.Column("eday"), day)
	}
	var out []relation
	for _, r := range []repeated{first, last} {
		if len(r.parts) > 0 {
			out = append(out, r.check)
		}
	}
	return out
}

func (r *repeated) add(column *record.Column, of func(record.Day) int) {
	if column == nil || r.date == nil || r.date.Storage != record.Coded || r.date.Dict.Days == nil {
		return
	}
	p := part{column: column, of: of, n: tabular.NumbersOf(column), want: make([]float64, len(r.date.Dict.Days))}
	if !p.n.OK() {
		return
	}
	for code, d := range r.date.Dict.Days {
		p.want[code] = -1
		if d != record.NoDay {
			p.want[code] = float64(of(d))
		}
	}
	r.parts = append(r.parts, p)
}

// differs reports whether a part is stated and is not that of the date.
func (p *part) differs(row int, date uint32) bool {
	v, w := p.n.At(row), p.want[date]
	return v == v && w >= 0 && v != w
}

func (r repeated) check(p *check.Pass) {
	date := tabular.Name(r.date)
	columns, names := []*record.Column{r.parts[0].column}, []string{tabular.Name(r.parts[0].column)}
	for _, k := range r.parts[1:] {
		columns, names = append(columns, k.column), append(names, tabular.Name(k.column))
	}
	t := tabular.Test{
		What:    fmt.Sprintf("%s = the same of %s", strings.Join(names, ", "), date),
		Columns: tabular.Columns(append(columns, r.date)...),
		Whole:   "check how the dates of this file are written: day and month, or the century, may have been read wrongly",
	}
	for row, code := range r.date.Codes {
		if r.parts[0].want[code] < 0 {
			continue
		}
		t.Checked++
		for i := range r.parts {
			if r.parts[i].differs(row, code) {
				t.Hit(row)
				break
			}
		}
	}
	if t.IsSystematic() {
		t.Report(p, r.finding)
		return
	}
	for _, row := range t.Hits {
		f := r.finding(int(row))
		f.Row = int(row)
		for _, k := range r.parts {
			if k.differs(int(row), r.date.Codes[row]) {
				f.Column = k.column.Index
				break
			}
		}
		f.Marked = []int{r.date.Index}
		p.Report(f)
	}
}

// finding names the parts that differ.
func (r repeated) finding(row int) check.Finding {
	code := r.date.Codes[row]
	var found, want []string
	f := check.Finding{Why: "the column repeats a part of the date", Help: reload}
	for _, k := range r.parts {
		if k.differs(row, code) {
			v, w := k.n.At(row), k.want[code]
			found = append(found, tabular.Name(k.column)+" "+wording.Num(v))
			want = append(want, tabular.Name(k.column)+" "+wording.Num(w))
			f.Weight += max(v-w, w-v)
		}
	}
	f.Found, f.Expected = strings.Join(found, ", "), strings.Join(want, ", ")
	f.Message = fmt.Sprintf("%s contradicts %s %s", f.Found, tabular.Name(r.date), r.date.Dict.Days[code])
	return f
}
