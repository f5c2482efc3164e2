package release

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/record"
)

// IDs is what became of the identifiers. Rows count where an identifier stands on several rows.
type IDs struct {
	Known     bool // both files have identifiers
	Old, New  int  // distinct identifiers
	Shared    int  // identifiers that both have
	OtherDate int  // of the shared ones, those whose rows carry no common date

	// Of the shared ones: the identifier names one record in both (Kept); another record, for at least one of the two rows
	// was found under another identifier (Reused); or rows of which neither was found again (Unclear).
	Kept, Reused, Unclear int

	Renumbered int // pairs whose identifiers differ
	ReusedRows []Reuse
}

// Reuse is an identifier that names another record in the new release.
type Reuse struct {
	Old, New int32
	OldIs    int32 // row of the new release that holds the old row's record, -1 where it is gone
	NewWas   int32 // row of the old release that held the new row's record, -1 where it was added
}

// countIDs also lists the reused identifiers, by row of the old release.
func (d *Diff) countIDs(j *joiner) {
	if d.id == nil {
		return
	}
	ids := &d.IDs
	ids.Known = true
	ids.Old, ids.New = j.distinct(0, j.named), j.distinct(1, j.named)
	j.meet(j.named, func(before, after []entry) {
		ids.Shared++
		if j.date != nil && !j.commonDate(before, after) {
			ids.OtherDate++
		}
		kept, moved := false, false
		for _, e := range before {
			is := j.partner[0][e.row]
			kept = kept || is >= 0 && j.idHash(1, int(is)) == e.key
			moved = moved || is >= 0
		}
		for _, e := range after {
			moved = moved || j.partner[1][e.row] >= 0
		}
		switch {
		case kept:
			ids.Kept++
		case moved:
			ids.Reused++
			old, now := before[0].row, after[0].row
			ids.ReusedRows = append(ids.ReusedRows, Reuse{old, now, j.partner[0][old], j.partner[1][now]})
		default:
			ids.Unclear++
		}
	})
	slices.SortFunc(ids.ReusedRows, func(a, b Reuse) int { return cmp.Compare(a.Old, b.Old) })
	for i := range d.Pairs {
		if d.Pairs[i].Renumbered {
			ids.Renumbered++
		}
	}
}

// distinct counts the keys of one side.
func (j *joiner) distinct(side int, key func(side, row int) (uint64, bool)) int {
	var keys []uint64
	for row := range j.n[side] {
		if k, ok := key(side, row); ok {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return len(slices.Compact(keys))
}

func (j *joiner) commonDate(before, after []entry) bool {
	dates := map[uint64]bool{}
	for _, e := range before {
		dates[j.date.lens[0].value(int(e.row))] = true
	}
	return slices.ContainsFunc(after, func(e entry) bool { return dates[j.date.lens[1].value(int(e.row))] })
}

// Deaths is what the changes come to in the best estimates of deaths. Further rows of one event (SCAD) are not added.
type Deaths struct {
	Known           bool
	Field           *Field
	Old, New        float64 // sums of the two releases
	Before, After   float64 // sums over the pairs
	Gone, Added     float64 // sums over rows without a partner
	Raised, Lowered int     // pairs
	RaisedBy        float64 // sum of the differences of the raised ones
	LoweredBy       float64
}

func (d *Diff) countDeaths() {
	var f *Field
	for _, x := range d.Fields {
		if x.role() == record.RoleBest {
			f = x
		}
	}
	if f == nil {
		return
	}
	t := &d.Deaths
	t.Known, t.Field = true, f
	old := func(row int32) float64 { return deaths(d.Old, f.Old, int(row)) }
	now := func(row int32) float64 { return deaths(d.New, f.New, int(row)) }
	for i := range d.Pairs {
		before, after := old(d.Pairs[i].Old), now(d.Pairs[i].New)
		t.Before += before
		t.After += after
		switch {
		case after > before:
			t.Raised++
			t.RaisedBy += after - before
		case after < before:
			t.Lowered++
			t.LoweredBy += before - after
		}
	}
	for _, row := range d.Gone {
		t.Gone += old(row)
	}
	for _, row := range d.Added {
		t.Added += now(row)
	}
	t.Old, t.New = t.Before+t.Gone, t.After+t.Added
}

// deaths is what a row adds to a sum.
func deaths(d *record.Dataset, c *record.Column, row int) float64 {
	if d.Events != nil && d.Events.Counted != nil && !d.Events.Counted[row] {
		return 0
	}
	v, ok := c.Number(row)
	if !ok {
		return 0
	}
	return v
}

// Reports counts what a plain join on date, point and note gives, as a database would make it: every old row of a key with
// every new row of it. Several rows share a key where one report was copied to them, so that Pairs is more than one to one;
// published comparisons are made this way.
type Reports struct {
	Keys        int // keys that both releases have
	OneToOne    int // rows that can be joined one to one
	Pairs       int
	SameID      int // of Pairs
	OtherDeaths int // of Pairs
}

func (d *Diff) countReports(j *joiner) {
	if j.note == nil || j.date == nil || j.point()[0] == nil {
		return
	}
	fields := append(j.point(), j.date, j.note)
	r := &d.Reports
	report := func(side, row int) (uint64, bool) {
		h := uint64(0)
		for _, f := range fields {
			h = record.Combine(h, f.lens[side].value(row))
		}
		return h, true
	}
	toll := func(side int, row int32) uint64 {
		if d.Deaths.Field == nil {
			return 0
		}
		return d.Deaths.Field.lens[side].value(int(row))
	}
	j.meet(report, func(before, after []entry) {
		r.Keys++
		r.OneToOne += min(len(before), len(after))
		r.Pairs += len(before) * len(after)
		r.OtherDeaths += len(before) * len(after)
		ids, tolls := map[uint64]int{}, map[uint64]int{}
		for _, e := range before {
			ids[j.idHash(0, int(e.row))]++
			tolls[toll(0, e.row)]++
		}
		for _, e := range after {
			if id := j.idHash(1, int(e.row)); id != 0 {
				r.SameID += ids[id]
			}
			r.OtherDeaths -= tolls[toll(1, e.row)]
		}
	})
}
