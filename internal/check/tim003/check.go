package tim003

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/timing"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// reports are the first and last day on which the reports of a row were published.
type reports struct{ first, last record.Day }

func run(p *check.Pass) {
	c := p.Data.Role(record.RoleSourceDate)
	byCode := published(c)
	when := p.Data.Events.When
	marked := append([]int{c.Index}, p.Cols(record.RoleDate, record.RoleDateEnd, record.RoleArticle)...)
	t := tabular.Test{
		What: "the latest report is not older than the event", Columns: marked,
		Whole: "check whether the column of the reports' dates belongs to these rows, or is read in the wrong order of day and month",
	}
	late := []lateRow(nil)
	end := horizon(p)
	limit := record.Day(p.Int("late_days"))
	judged := 0
	for row := range when {
		r := byCode[c.Codes[row]]
		if r.last == record.NoDay || !when[row].Known() {
			continue
		}
		judged++
		t.Checked++
		switch {
		case r.last > end:
			p.Report(future(c, row, r.last, end, marked))
		case r.last < when[row].First:
			t.Hit(row)
		case limit > 0 && r.first > when[row].Last+limit:
			late = append(late, lateRow{int32(row), r.first - when[row].Last})
		}
	}
	t.Report(p, func(row int) check.Finding { return older(when[row], byCode[c.Codes[row]].last) })
	if len(late) > 0 {
		note(p, c, late, judged)
	}
}

// published reads the dates of the reports once for each distinct cell. A cell with an item that is no date says nothing.
func published(c *record.Column) []reports {
	f := c.Field
	missing := func(item string) bool {
		for i := range f.Missing {
			if strings.HasPrefix(item, f.Missing[i].Value) {
				return true
			}
		}
		return false
	}
	out := make([]reports, len(c.Dict.Texts))
	for code, text := range c.Dict.Texts {
		out[code] = reports{record.NoDay, record.NoDay}
		if c.Dict.States[code] == record.Present {
			if first, last, ok := cell.ParseDates(text, f.Separator, f.Dates, missing); ok {
				out[code] = reports{first, last}
			}
		}
	}
	return out
}

// afterlife is how long after the last event of a file a report can still have been used for it, in days: releases follow
// their last year within one or two.
const afterlife = 10 * 365

// horizon is the day after which no report of the file can be dated: the day on which the data was obtained, or years after
// its last event.
func horizon(p *check.Pass) record.Day {
	if p.Env.AsOf != record.NoDay {
		return p.Env.AsOf
	}
	last := record.NoDay
	for i := range p.Data.Events.When {
		last = max(last, p.Data.Events.When[i].Last)
	}
	return last + afterlife
}

// future is the finding of a report that would have been published after the file was made.
func future(c *record.Column, row int, report, end record.Day, marked []int) check.Finding {
	return check.Finding{
		Row: row, Column: c.Index, Marked: marked[1:], Confidence: 0.98,
		Message:  fmt.Sprintf("a report is dated %s, after the data can have been made", report),
		Why:      fmt.Sprintf("no report can be younger than %s: the day on which the data was obtained, or ten years after the last event of the file", end),
		Help:     "correct the year of the report",
		Expected: "not after " + end.String(), Found: report.String(), Weight: float64(report - end),
	}
}

func older(w record.When, report record.Day) check.Finding {
	days := int(w.First - report)
	f := check.Finding{
		Message: fmt.Sprintf("the latest report is of %s, %s before the event starts on %s", report, timing.Plain(days), w.First),
		Why:     "a report cannot be older than what it reports",
		Help:    "compare the date of the event with the report",
		Found:   report.String(), Expected: "not before " + w.First.String(), Weight: float64(days),
	}
	switch slip := slip(w, report); {
	case slip != "":
		f.Why += "; " + slip
		f.Confidence = 0.97
	case days == 1:
		f.Severity, f.Confidence = check.Note, 0.5
		f.Why = "a report is rarely dated before its event; with time zones one day is possible"
	}
	return f
}

// slip names the slip that would put the report just behind the event.
func slip(w record.When, report record.Day) string {
	const behind = 14 // days within which a report that belongs to an event usually follows it
	if s := timing.Slip(w.First, report); s != "" {
		return "the two dates are " + s
	}
	y, m, d := report.Date()
	fits := func(day record.Day, ok bool) bool { return ok && day >= w.First && day <= w.Last+behind }
	if day, ok := record.MakeDay(y+1, m, d); fits(day, ok) {
		return "one year later the report would follow the event"
	}
	if day, ok := record.MakeDay(y, d, m); fits(day, ok) {
		return "with day and month swapped the report would follow the event"
	}
	if w.First == w.Last {
		y, m, d := w.First.Date()
		if day, ok := record.MakeDay(y, d, m); ok && day <= report && day >= report-behind {
			return "with day and month of the event swapped the report would follow it"
		}
	}
	return ""
}

type lateRow struct {
	row int32
	lag record.Day
}

// note tells how many events were first reported long after they happened.
func note(p *check.Pass, c *record.Column, late []lateRow, judged int) {
	days := p.Int("late_days")
	slices.SortStableFunc(late, func(a, b lateRow) int { return int(b.lag - a.lag) })
	rows := make([]int32, len(late))
	for i, l := range late {
		rows[i] = l.row
	}
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.9, Row: -1, Column: c.Index, Related: tabular.Refs(p.Data, rows, c.Index, tabular.Examples),
		Message: fmt.Sprintf("%s (%s) first reported more than %d days after the last possible day, the slowest after %s",
			wording.Count(len(late), "event"), wording.Share(len(late), judged), days, timing.Plain(int(late[0].lag))),
		Why:   "the earliest of their reports is that much younger than the last possible day of the event",
		Help:  "recent years will gain events in the same way: do not read a fall in the last years as peace",
		Found: wording.Count(len(late), "late event"), Weight: float64(len(late)),
	})
}
