package con007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/timing"
	"github.com/assaydata/assay/internal/record"
)

func run(p *check.Pass) {
	e := p.Data.Events
	columns := p.Cols(record.RoleDate, record.RoleYear)
	if p.Data.Role(record.RoleDate) == nil {
		for _, name := range [...]string{"imonth", "iday"} {
			if c := p.Data.Column(name); c != nil {
				columns = append(columns, c.Index)
			}
		}
	}
	t := tabular.Test{
		What: "the note opens with the coded date", Columns: append(columns, p.Col(record.RoleNote)),
		Whole: "the notes do not belong to these dates, or the dates were read in the wrong order of day and month",
	}
	for row, opens := range e.Note.Opens {
		if opens == record.NoDay || !e.When[row].Known() {
			continue
		}
		t.Checked++
		if timing.Off(opens, e.When[row]) != 0 {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding { return finding(e.Note.Opens[row], e.When[row]) })
}

func finding(opens record.Day, w record.When) check.Finding {
	off := timing.Off(opens, w)
	f := check.Finding{
		Message: fmt.Sprintf("the note opens with %s, %s from the coded date %s", opens, timing.Plain(off), timing.Interval(w)),
		Why:     "the note and the date columns of one row state the date of one event",
		Help:    "look at the source to see which of the two is right",
		Found:   timing.Interval(w), Expected: opens.String(), Weight: float64(max(off, -off)),
	}
	switch s := slip(opens, w); {
	case s != "":
		f.Why = "the two dates are " + s
		f.Confidence = 0.95
	case off == 1 || off == -1:
		f.Severity, f.Confidence = check.Note, 0.6
		f.Why = "the dates differ by a day, as they may for an event at night"
	}
	return f
}

// slip names the slip that explains the difference; in a coded interval the slip may have happened to either end.
func slip(opens record.Day, w record.When) string {
	if s := timing.Slip(opens, w.First); s != "" || w.Precision == record.TimeDay {
		return s
	}
	if w.Precision == record.TimeWeek { // a week around the coded day
		return timing.Slip(opens, w.First+(w.Last-w.First)/2)
	}
	return ""
}
