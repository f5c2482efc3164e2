package con006

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	s := newSubject(p.Data)
	rows := s.suspects()
	rows = s.withoutShared(rows)
	rows = s.withoutSplit(rows)
	column, note := p.Col(record.RoleBest), p.Col(record.RoleNote)
	for _, row := range rows {
		f := s.finding(int(row))
		f.Row, f.Column, f.Marked = int(row), column, []int{note}
		p.Report(f)
	}
}

// subject is the part of a dataset that the rule looks at.
type subject struct {
	data   *record.Dataset
	events *record.Events
	note   *record.Column
	series tabular.Numbers // GTD: 1 for a coordinated series
}

func newSubject(d *record.Dataset) *subject {
	s := &subject{data: d, events: d.Events, note: d.Role(record.RoleNote)}
	if d.Format.ID == "gtd" {
		s.series = tabular.NumbersOf(d.Column("multiple"))
	}
	return s
}

// contradicts reports whether the coded number lies outside what the note states.
func (s *subject) contradicts(row int) bool {
	best, n := s.events.Deaths[row].Best, s.events.Note
	if best != best || best < 0 {
		return false
	}
	return best < n.DeadLow[row] || best > n.DeadHigh[row] || n.NoDead[row] && best > 0
}

// suspects lists the rows that contradict their note and are not known to count only a part of what it tells.
func (s *subject) suspects() []int32 {
	var rows []int32
	for row := range s.events.Deaths {
		if !s.contradicts(row) {
			continue
		}
		best := s.events.Deaths[row].Best
		under := best < s.events.Note.DeadLow[row]
		switch {
		case best != float32(math.Trunc(float64(best))): // a shared total
		case s.events.Counted != nil && !s.events.Counted[row]: // told on the first row of the event
		case under && s.series.OK() && s.series.At(row) == 1:
		case under && s.events.Kinds != nil && s.events.Kinds[row] == record.KindProtest:
		default:
			rows = append(rows, int32(row))
		}
	}
	return rows
}

// withoutShared leaves out rows whose note stands on other rows too: it tells of more than the row. Rows of one event
// (SCAD: one a place) share their note and their number.
func (s *subject) withoutShared(rows []int32) []int32 {
	times := make(map[uint64]int, len(rows))
	for _, row := range rows {
		times[s.note.Same(int(row))] = 0
	}
	for row := range s.data.N {
		if s.events.Counted != nil && !s.events.Counted[row] {
			continue
		}
		h := s.note.Same(row)
		if n, asked := times[h]; asked {
			times[h] = n + 1
		}
	}
	kept := rows[:0]
	for _, row := range rows {
		if times[s.note.Same(int(row))] == 1 {
			kept = append(kept, row)
		}
	}
	return kept
}

// withoutSplit leaves out rows that together hold the number that their notes state: one total that was divided among
// rows whose notes are worded differently. Half a person a row is allowed for rounding.
func (s *subject) withoutSplit(rows []int32) []int32 {
	const within = 7
	split := make(map[int32]bool)
	byNumber := map[float32][]int32{}
	for _, row := range rows {
		if n := s.events.Note; s.events.Deaths[row].Best < n.DeadLow[row] {
			byNumber[n.DeadLow[row]] = append(byNumber[n.DeadLow[row]], row)
		}
	}
	for _, row := range rows {
		low := s.events.Note.DeadLow[row]
		var together []int32
		sum := float32(0)
		for _, other := range byNumber[low] {
			if d := s.events.When[other].First - s.events.When[row].First; d <= within && d >= -within {
				together = append(together, other)
				sum += s.events.Deaths[other].Best
			}
		}
		if len(together) > 1 && sum >= low-float32(len(together))/2 && sum <= low+float32(len(together))/2 {
			for _, other := range together {
				split[other] = true
			}
		}
	}
	kept := rows[:0]
	for _, row := range rows {
		if !split[row] {
			kept = append(kept, row)
		}
	}
	return kept
}

func (s *subject) finding(row int) check.Finding {
	best := float64(s.events.Deaths[row].Best)
	n := s.events.Note
	f := check.Finding{Found: wording.Num(best), Help: "read the note and the source; correct the count, or record why it differs"}
	if n.NoDead[row] {
		f.Message = fmt.Sprintf("%s dead coded, but the note says that nobody was killed", wording.Num(best))
		f.Why = "the note says so in words"
		f.Expected, f.Weight = "0", best
		return f
	}
	low, high := float64(n.DeadLow[row]), float64(n.DeadHigh[row])
	f.Expected = stated(low, high)
	f.Message = fmt.Sprintf("%s dead coded, but the note states %s", wording.Num(best), f.Expected)
	f.Weight = max(low-best, best-high)
	switch {
	case best == 0:
		f.Why = "0 is also coded where no number was reported, but the note reports one"
	case sameDigits(best, low) || sameDigits(best, high):
		f.Why = "the two numbers have the same digits: one may be mistyped"
		f.Confidence = 0.85
	default:
		f.Why = "the note gives no reason why the row should count a part of it"
	}
	return f
}

// stated prints the bounds of a note.
func stated(low, high float64) string {
	low, high = math.Ceil(low), math.Floor(high)
	switch {
	case math.IsInf(high, 1):
		return "at least " + wording.Num(low)
	case low == 0:
		return "at most " + wording.Num(high)
	case low == high:
		return wording.Num(low)
	}
	return wording.Num(low) + " to " + wording.Num(high)
}

// sameDigits reports whether two different numbers are made of the same digits, or differ by zeros at the end.
func sameDigits(a, b float64) bool {
	if math.IsInf(a, 0) || math.IsInf(b, 0) || a == b || a < 1 || b < 1 {
		return false
	}
	count := func(v float64) (c [10]int) {
		for n := int(v); n > 0; n /= 10 {
			if n%10 > 0 {
				c[n%10]++
			}
		}
		return c
	}
	return count(a) == count(b)
}
