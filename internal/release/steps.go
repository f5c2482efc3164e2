package release

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/record"
)

// What a pair must agree in, by weight, to be joined by less than its report. The weights were set by reading pairs of
// ACLED Nigeria v6 and v7 and of GED Nigeria 3.0 and 20.1.
const (
	minWeight   = 6   // least weight of equal fields where one may differ
	half        = 0.5 // share of the weight of all fields that hold something
	most        = 0.6
	nearlyAll   = 0.7
	longestSlip = 366 // days by which a date may have been corrected under one note
)

// agreement is the weight of the fields that are equal and of those that hold something on either side.
func (j *joiner) agreement(before, after int) (equal, all int) {
	for _, f := range j.content {
		a, b := f.lens[0].value(before), f.lens[1].value(after)
		if a == 0 && b == 0 {
			continue
		}
		all += f.weight
		if a == b || f.respelt(before, after) {
			equal += f.weight
		}
	}
	return equal, all
}

// alike accepts pairs that agree in a share of their fields by weight.
func (j *joiner) alike(before, after int, share float64) bool {
	equal, all := j.agreement(before, after)
	return equal > 0 && float64(equal) >= share*float64(all)
}

// apart is the number of days between the dates of two rows, 0 where one has none.
func (j *joiner) apart(before, after int) int32 {
	if j.date == nil {
		return 0
	}
	a, okA := j.date.Old.Day(before)
	b, okB := j.date.New.Day(after)
	if !okA || !okB {
		return 0
	}
	return max(int32(a-b), int32(b-a))
}

// key folds the values of fields; it is no key where one of the fields is missing or empty.
func key(side, row int, fields ...*Field) (uint64, bool) {
	h := uint64(len(fields))
	for _, f := range fields {
		if f == nil {
			return 0, false
		}
		v := f.lens[side].alike(row)
		if v == 0 {
			return 0, false
		}
		h = record.Combine(h, v)
	}
	return h, true
}

// point is the fields that say where: coordinates, else the name of the place.
func (j *joiner) point() []*Field {
	if j.lat != nil && j.lon != nil {
		return []*Field{j.lat, j.lon}
	}
	return []*Field{j.place}
}

// long reports whether the note of a row tells of one event.
func (j *joiner) long(side, row int) bool {
	c := j.note.Old
	if side == 1 {
		c = j.note.New
	}
	if c.Storage == record.Digest {
		return c.Lengths[row] >= minNote
	}
	text, _ := c.Text(row)
	return len(text) >= minNote
}

// strict lists the passes that need little judgement.
func (j *joiner) strict() []step {
	steps := []step{{pass: Identical, key: func(side, row int) (uint64, bool) { return j.sum[side][row], true }}}
	if j.stable {
		steps = append(steps, j.byID())
	}
	fields := slices.Clone(j.content)
	// What says least may differ first; the name settles the rest, so that the order of columns does not.
	slices.SortFunc(fields, func(a, b *Field) int { return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.Key, b.Key)) })
	for _, f := range fields {
		steps = append(steps, step{
			pass:   OneField,
			key:    func(side, row int) (uint64, bool) { return j.sum[side][row] - f.term(side, row), true },
			accept: func(before, after int) bool { return j.oneField(f, before, after) },
		})
	}
	return append(steps, step{pass: SameReport, key: at(append(j.point(), j.date, j.note)...)})
}

// oneField accepts two rows that differ in one field alone. Where this is the date, the place or an actor, they are two
// events as easily as one, unless they share a note or an identifier.
func (j *joiner) oneField(f *Field, before, after int) bool {
	equal, _ := j.agreement(before, after)
	if equal < minWeight {
		return false
	}
	switch f.role() {
	case record.RoleDate, record.RoleDateEnd, record.RoleLat, record.RoleLon, record.RolePlace, record.RoleActor1, record.RoleActor2:
		return j.sameID(before, after) || j.note != nil && j.note != f && j.note.lens[0].value(before) != 0 && j.long(0, before)
	}
	return true
}

func (j *joiner) sameID(before, after int) bool {
	return j.d.id != nil && j.idHash(0, before) != 0 && j.idHash(0, before) == j.idHash(1, after)
}

// sameNote reports whether the notes do not speak against one event: they are equal, or one row has none.
func (j *joiner) sameNote(before, after int) bool {
	if j.note == nil {
		return true
	}
	a, b := j.note.lens[0].value(before), j.note.lens[1].value(after)
	return a == b || a == 0 || b == 0
}

// at is the key made of fields.
func at(fields ...*Field) func(side, row int) (uint64, bool) {
	return func(side, row int) (uint64, bool) { return key(side, row, fields...) }
}

// noted is the key made of fields and the note, for rows whose note tells of one event.
func (j *joiner) noted(fields ...*Field) func(side, row int) (uint64, bool) {
	fields = append(fields, j.note)
	return func(side, row int) (uint64, bool) {
		if j.note == nil || !j.long(side, row) {
			return 0, false
		}
		return key(side, row, fields...)
	}
}

// share accepts pairs that agree in a share of their fields; unnoted is the share where the notes do not speak against it.
func (j *joiner) share(s, unnoted float64) func(before, after int) bool {
	return func(before, after int) bool {
		return j.alike(before, after, s) || unnoted < s && j.sameNote(before, after) && j.alike(before, after, unnoted)
	}
}

// loose lists the passes that join what was corrected in several fields.
func (j *joiner) loose() []step {
	slipped := func(before, after int) bool {
		return j.apart(before, after) <= longestSlip && j.alike(before, after, half)
	}
	steps := []step{
		{pass: ReportMoved, key: j.noted(j.date), accept: j.share(half, half)},
		{pass: ReportDated, key: j.noted(j.point()...), accept: slipped},
		{pass: SameEvent, key: at(append(j.point(), j.date, j.actor1, j.actor2)...), accept: j.share(half, half)},
		{pass: SameEvent, key: at(append(j.point(), j.date, j.actor1)...), accept: j.share(most, most)}, // one-sided
		{pass: SameEvent, key: at(j.date, j.place, j.admin1, j.actor1), accept: j.share(most, most)},    // the point was made finer
		{pass: SameNote, key: j.noted(), accept: j.share(half, half), alone: true},
	}
	if !j.stable {
		steps = append(steps, j.byID())
	}
	steps = append(steps,
		step{pass: Relabelled, key: at(append(j.point(), j.date)...), accept: j.share(nearlyAll, most)},
		step{pass: Relabelled, key: at(j.date, j.place, j.admin1), accept: j.share(nearlyAll, half)},
		step{pass: Moved, key: at(j.date, j.actor1, j.admin1), accept: j.share(nearlyAll, most)},
	)
	if j.date == nil && j.point()[0] == nil {
		steps = append(steps, step{pass: Numbered, key: j.named})
	}
	return steps
}

// byID joins rows of one identifier: early where identifiers hold, else when content has had its say.
func (j *joiner) byID() step { return step{pass: SameID, key: j.named, accept: j.oneRecord} }

// oneRecord accepts two rows of one identifier. Where identifiers were renumbered it takes more to believe one.
func (j *joiner) oneRecord(before, after int) bool {
	anchored := j.date != nil && j.date.same(before, after)
	for _, f := range j.point() {
		if f != nil && f.lens[0].value(before) != 0 && f.same(before, after) {
			anchored = true
		}
	}
	if j.stable {
		return anchored && j.alike(before, after, 0.4) || j.alike(before, after, half)
	}
	return anchored && j.alike(before, after, nearlyAll)
}
