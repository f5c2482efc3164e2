package dup007

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// reports looks at rows that carry one note and the same number of deaths.
func reports(p *check.Pass, note *record.Column) {
	d := p.Data
	groups := grouping.LongTexts(note, d.N, p.Int("min-length"))
	dates := grouping.NewDates(d)
	var attributes *grouping.Attributes
	if d.Events.When != nil && (d.Events.Lat != nil || d.Role(record.RolePlace) != nil) {
		attributes = grouping.NewAttributes(d)
	}
	for i := range groups.Len() {
		if i%4096 == 0 && p.Cancelled() {
			return
		}
		rows := groups.At(i)
		// A fraction is a share of a total already: fractions reports it.
		if each := toll(d, int(rows[0])); each == 0 || each != math.Trunc(each) || !even(d, rows) {
			continue
		}
		rows = grouping.Distinct(d, rows)
		if len(rows) < 2 || grouping.ManyRows(d) && oneEvent(d, rows) {
			continue
		}
		report(p, attributes, dates, note, rows)
	}
}

func even(d *record.Dataset, rows []int32) bool {
	for _, r := range rows[1:] {
		if toll(d, int(r)) != toll(d, int(rows[0])) {
			return false
		}
	}
	return true
}

func oneEvent(d *record.Dataset, rows []int32) bool {
	for _, r := range rows[1:] {
		if !grouping.SameID(d, int(rows[0]), int(r)) {
			return false
		}
	}
	return true
}

func report(p *check.Pass, attributes *grouping.Attributes, dates grouping.Dates, note *record.Column, rows []int32) {
	d := p.Data
	first := int(rows[0])
	each := toll(d, first)
	sum := each * float64(len(rows))
	f := check.Finding{
		Row: first, Column: p.Col(record.RoleBest), Related: grouping.Related(d, rows), Alike: len(rows) - 1,
		Marked:     append(p.Cols(record.RoleDate, record.RolePlace, record.RoleActor1, record.RoleActor2), note.Index),
		Confidence: 0.6,
		Message: fmt.Sprintf("%s told by one note carry %s each: %s when added up",
			wording.Count(len(rows), "row"), wording.Deaths(each), wording.Total(sum)),
		Why:      fmt.Sprintf("the notes are equal letter by letter, on %s", dates.Span(rows)),
		Help:     "read how many died in all, and leave the toll on one row or divide it",
		Expected: "the deaths of the report once", Found: wording.Total(sum), Weight: sum - each,
	}
	low, high, said := grouping.Stated(d, first)
	switch {
	case grouping.SharedOut(d, rows, each):
		f.Severity, f.Confidence = check.Note, 0.5
		f.Message = fmt.Sprintf("%s told by one note share out its deaths, %s each", wording.Count(len(rows), "row"), wording.Total(each))
		f.Why += fmt.Sprintf("; the note speaks of %s killed, as many as the rows add up to", spoken(low, high))
		f.Help = "the total is shared out: the sum is right, but do not take the rows for separate counts"
		f.Expected, f.Weight = wording.Total(sum), 0
	case attributes != nil && alike(attributes, rows):
		f.Severity, f.Confidence = check.Note, 0.8
		f.Why += "; the rows agree in everything else as well (DUP006)"
		f.Help = "keep one row"
	case said && grouping.Within(each, low, high):
		f.Confidence = 0.8
		f.Why += fmt.Sprintf("; the note speaks of %s killed, as many as stand on each row", spoken(low, high))
	case said:
		f.Severity, f.Confidence = check.Note, 0.3
		f.Why += fmt.Sprintf("; the note speaks of %s killed, which is neither the number on a row nor the sum", spoken(low, high))
	default:
		f.Severity, f.Confidence = check.Note, 0.3
		f.Why += "; no number of dead was read in the note, so that the rows may share out a total, repeat it, or count one each"
	}
	p.Report(f)
}

// spoken prints what a note says: the greatest of its numbers, and the sum of all where it is another.
func spoken(low, high float64) string {
	if math.Floor(high) <= low {
		return wording.Total(low)
	}
	return fmt.Sprintf("%s to %s", wording.Total(low), wording.Total(math.Floor(high)))
}

func alike(a *grouping.Attributes, rows []int32) bool {
	for _, r := range rows[1:] {
		if !a.Same(int(rows[0]), int(r)) {
			return false
		}
	}
	return true
}
