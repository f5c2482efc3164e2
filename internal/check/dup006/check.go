package dup006

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

func run(p *check.Pass) {
	t := newTable(p.Data)
	groups := grouping.Equal(t.a.Keys()).Confirm(t.a.Same)
	for i := range groups.Len() {
		if i%4096 == 0 && p.Cancelled() {
			return
		}
		rows := grouping.Distinct(t.d, groups.At(i))
		if len(rows) > 1 {
			t.report(p, rows)
		}
	}
}

// table is the dataset with the columns that the rule asks for.
type table struct {
	d    *record.Dataset
	e    *record.Events
	on   grouping.Dates
	a    *grouping.Attributes
	note *record.Column
	ref  *record.Column // article
}

func newTable(d *record.Dataset) *table {
	return &table{
		d: d, e: d.Events, on: grouping.NewDates(d), a: grouping.NewAttributes(d),
		note: d.Role(record.RoleNote), ref: d.Role(record.RoleArticle),
	}
}

// text returns a key of what the row tells in words: its note, or its article where it has no note; 0 where it has neither.
func (t *table) text(row int) uint64 {
	if t.note != nil && t.note.Has(row) {
		return record.Combine(1, t.note.Same(row))
	}
	if t.ref != nil && t.ref.Has(row) {
		return record.Combine(2, t.ref.Same(row))
	}
	return 0
}

func (t *table) deaths(row int) float64 {
	if t.e.Deaths == nil || !t.e.Deaths[row].Known() {
		return 0
	}
	return float64(t.e.Deaths[row].Best)
}

// report splits a group by its texts: rows that share one are one finding, and what is left over against one another is
// another.
func (t *table) report(p *check.Pass, rows []int32) {
	if t.series(rows) {
		t.find(p, rows, coordinated)
		return
	}
	byText := map[uint64][]int32{}
	var order []uint64
	for _, r := range rows {
		key := t.text(int(r))
		if _, ok := byText[key]; !ok {
			order = append(order, key)
		}
		byText[key] = append(byText[key], r)
	}
	var heads []int32
	for _, key := range order {
		part := byText[key]
		heads = append(heads, part[0])
		if len(part) < 2 {
			continue
		}
		if key == 0 {
			t.find(p, part, wordless)
		} else if grouping.SharedOut(t.d, part, t.deaths(int(part[0]))) {
			t.find(p, part, sharedOut)
		} else {
			t.find(p, part, sameText)
		}
	}
	if len(heads) > 1 {
		t.find(p, heads, otherText)
	}
}

// series reports whether every row is flagged as part of a coordinated series.
func (t *table) series(rows []int32) bool {
	for _, r := range rows {
		if !t.a.InSeries(int(r)) {
			return false
		}
	}
	return true
}
