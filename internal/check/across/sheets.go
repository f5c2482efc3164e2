package across

import (
	"math/rand/v2"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Plant is how a rule's own error is planted into clean datasets about the same events.
type Plant struct {
	Do    func(s *Sheets, n int) // plants n errors, fewer where there is no room
	Apart bool                   // the clean datasets share no event
	Ways  int                    // how often it is done, each time on fresh tables; 0 = once
}

// Sheets are the tables of several clean datasets, into which a rule plants errors that it ought to find.
type Sheets struct {
	In      *check.Linkage // of the clean tables
	Sheets  []*check.Sheet // in the order of the linked datasets
	Rand    *rand.Rand
	Planted []Planted
	Way     int // the how manieth time it is, from 0

	used map[int]bool
}

// Planted is one planted error. It counts as found when a finding of the rule names one of Rows, itself or as a related row; with no
// rows, when there is a finding about a dataset as a whole that the clean data did not give.
type Planted struct {
	Rows []link.Ref
	What string
}

// Events lists the events of two datasets or more in random order.
func (s *Sheets) Events() []*Event {
	var out []*Event
	for i, e := range s.In.Facts.Result.Entities {
		if shared(e.Members) {
			out = append(out, &Event{s.In.Facts.Event(i), s.In})
		}
	}
	s.Rand.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Pick returns up to n different events for which ok holds, none of them picked before.
func (s *Sheets) Pick(n int, ok func(*Event) bool) []*Event {
	if s.used == nil {
		s.used = map[int]bool{}
	}
	var out []*Event
	for _, e := range s.Events() {
		if len(out) < n && !s.used[e.Entity] && ok(e) {
			s.used[e.Entity] = true
			out = append(out, e)
		}
	}
	return out
}

// Of returns the record of an event in the dataset of a format, false where there is none.
func (s *Sheets) Of(e *Event, format string) (link.Ref, bool) {
	for _, r := range e.Same {
		if e.Data(r).Format.ID == format {
			return r, true
		}
	}
	return link.Ref{}, false
}

// Sheet is the table of a dataset by its format, nil where there is none.
func (s *Sheets) Sheet(format string) *check.Sheet {
	for _, t := range s.Sheets {
		if t.Data.Format.ID == format {
			return t
		}
	}
	return nil
}

// Set writes a cell by role and reports whether there is such a column.
func (s *Sheets) Set(r link.Ref, role record.Role, text string) bool {
	return s.Sheets[r.Data].Set(int(r.Row), role, text)
}

// SetColumn writes a cell by the name of its column.
func (s *Sheets) SetColumn(r link.Ref, name, text string) bool {
	t := s.Sheets[r.Data]
	i := t.ColumnIndex(name)
	if i >= 0 {
		t.Rows[r.Row][i] = text
	}
	return i >= 0
}

// Get reads a cell by role, "" where there is no such column.
func (s *Sheets) Get(r link.Ref, role record.Role) string {
	return s.Sheets[r.Data].Get(int(r.Row), role)
}

// Add records a planted error.
func (s *Sheets) Add(what string, rows ...link.Ref) {
	s.Planted = append(s.Planted, Planted{Rows: rows, What: what})
}
