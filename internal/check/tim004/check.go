package tim004

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/timing"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// band is the length of an interval in days that a value of date_prec stands for (UCDP GED codebook).
type band struct {
	from, to int
	what     string
}

const endless = 1 << 30

var gedBands = [...]band{
	1: {1, 1, "exactly 1 day"}, 2: {2, 6, "2 to 6 days"}, 3: {7, 7, "7 days"}, 4: {8, 31, "8 to 31 days"}, 5: {32, endless, "32 days or more"},
}

// bands compares the length of GED's interval with date_prec.
func bands(p *check.Pass) {
	precision := tabular.NumbersOf(p.Data.Role(record.RoleTimePrec))
	first, last := timing.First(p.Data), timing.Last(p.Data)
	if !precision.OK() || !first.OK() || !last.OK() {
		return
	}
	t := tabular.Test{
		What: "the length of the interval agrees with date_prec", Columns: p.Cols(record.RoleTimePrec, record.RoleDate, record.RoleDateEnd),
		Whole: "the column may use a scale of its own: check it against the codebook of UCDP GED",
	}
	for row := range p.Data.N {
		code := precision.At(row)
		days := length(first, last, row)
		if days < 1 || !(code >= 1 && code < float64(len(gedBands))) {
			continue
		}
		t.Checked++
		if b := gedBands[int(code)]; days < b.from || days > b.to {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		days, code := length(first, last, row), int(precision.At(row))
		right := 1
		for right < len(gedBands)-1 && days > gedBands[right].to {
			right++
		}
		return check.Finding{
			Message:  fmt.Sprintf("date_prec %d means %s, but the dates span %s (%s to %s)", code, gedBands[code].what, timing.Plain(days), first.At(row), last.At(row)),
			Why:      "in UCDP GED the length of the interval follows from date_prec",
			Help:     fmt.Sprintf("set date_prec to %d if the dates are right, else correct the dates", right),
			Expected: gedBands[code].what, Found: timing.Plain(days), Weight: float64(max(right-code, code-right)),
		}
	})
}

// length is the number of days from the first to the last, both counted; under 1 where a date is missing or they are not
// in order, which is a matter of TIM001.
func length(first, last timing.Days, row int) int {
	a, b := first.At(row), last.At(row)
	if a == record.NoDay || b == record.NoDay {
		return 0
	}
	return int(b-a) + 1
}

// newYear reports GED rows that run over the end of a year.
func newYear(p *check.Pass) {
	first, last := timing.First(p.Data), timing.Last(p.Data)
	if !first.OK() || !last.OK() {
		return
	}
	t := tabular.Test{What: "the row lies within one calendar year", Columns: p.Cols(record.RoleDateEnd, record.RoleDate)}
	for row := range p.Data.N {
		days := length(first, last, row)
		if days < 1 {
			continue
		}
		t.Checked++
		if days > 1 && first.At(row).Year() != last.At(row).Year() {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		a, b := first.At(row), last.At(row)
		f := check.Finding{
			Message:  fmt.Sprintf("the event runs from %s to %s, over the end of a year", a, b),
			Why:      "UCDP GED cuts long events at New Year, because it counts deaths by calendar year",
			Help:     "look for a wrong year in one of the dates",
			Expected: fmt.Sprintf("an end in %d", a.Year()), Found: b.String(), Weight: float64(b - a),
		}
		if s := timing.Slip(a, b); s != "" {
			f.Why += "; the two dates are " + s
		}
		return f
	})
}

// duration compares SCAD's duration with its dates.
func duration(p *check.Pass) {
	c := p.Data.Column("duration")
	stated := tabular.NumbersOf(c)
	first, last := timing.First(p.Data), timing.Last(p.Data)
	if !stated.OK() || !first.OK() || !last.OK() {
		return
	}
	t := tabular.Test{
		What:    "duration is the days from startdate to enddate, both counted",
		Columns: append([]int{c.Index}, p.Cols(record.RoleDate, record.RoleDateEnd)...),
		Whole:   "the column may not count the first day: check it against the codebook",
	}
	for row := range p.Data.N {
		days := length(first, last, row)
		if n := stated.At(row); days >= 1 && n == n {
			t.Checked++
			if n != float64(days) {
				t.Hit(row)
			}
		}
	}
	t.Report(p, func(row int) check.Finding {
		days, n := length(first, last, row), stated.At(row)
		return check.Finding{
			Message:  fmt.Sprintf("duration is %s, but %s to %s is %s", wording.Num(n), first.At(row), last.At(row), timing.Plain(days)),
			Why:      "duration counts the days from the first to the last, both included",
			Help:     "correct the date that is wrong, or recompute duration",
			Expected: fmt.Sprint(days), Found: wording.Num(n), Weight: max(n-float64(days), float64(days)-n),
		}
	})
}

// placeholders tells how many rows of ACLED are known to the month only.
func placeholders(p *check.Pass) {
	c := p.Data.Role(record.RoleTimePrec)
	first := timing.First(p.Data)
	if c == nil || !first.OK() {
		return
	}
	when := p.Data.Events.When
	var byDay [32]int
	var rows []int32
	known, months := 0, 0
	for row := range when {
		if !when[row].Known() {
			continue
		}
		known++
		if when[row].Precision != record.TimeMonth {
			continue
		}
		months++
		_, _, d := first.At(row).Date()
		byDay[d]++
		if len(rows) < tabular.Examples {
			rows = append(rows, int32(row))
		}
	}
	if months == 0 || float64(months) < p.Float("month_share")*float64(known) {
		return
	}
	top := 1
	for d, n := range byDay {
		if n > byDay[top] {
			top = d
		}
	}
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.99, Row: -1, Column: c.Index, Marked: []int{first.Column.Index},
		Related: tabular.Refs(p.Data, rows, c.Index, tabular.Examples),
		Message: fmt.Sprintf("%s (%s) known to the month only: the days in their dates are placeholders", wording.Count(months, "event"), wording.Share(months, known)),
		Why:     fmt.Sprintf("ACLED places events with %s 3 at the middle of the month; day %d carries %s of them", tabular.Name(c), top, wording.Share(byDay[top], months)),
		Help:    "leave these rows out of daily and weekly series, or spread them over their month",
		Found:   wording.Count(months, "row") + " with month precision", Weight: float64(months),
	})
}
