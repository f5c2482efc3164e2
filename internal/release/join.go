package release

import (
	"cmp"
	"context"
	"slices"

	"github.com/assaydata/assay/internal/record"
)

// joiner holds the state of joining. Sides are 0 (old) and 1 (new).
type joiner struct {
	d       *Diff
	content []*Field
	n       [2]int
	sum     [2][]uint64 // by row: sum of the terms of all compared fields
	partner [2][]int32  // by row: row of the other side, -1 for none
	pass    []Pass      // by old row

	date, lat, lon, place, note, actor1, actor2, admin1 *Field // nil where a file lacks it
	stable                                              bool   // identifiers were kept from one release to the next
}

func newJoiner(d *Diff) *joiner {
	j := &joiner{d: d, n: [2]int{d.Old.N, d.New.N}, pass: make([]Pass, d.Old.N)}
	for _, f := range d.Fields {
		if !f.Numbering {
			j.content = append(j.content, f)
		}
	}
	byRole := func(role record.Role) *Field {
		i := slices.IndexFunc(j.content, func(f *Field) bool { return f.role() == role })
		if i < 0 {
			return nil
		}
		return j.content[i]
	}
	j.date, j.lat, j.lon, j.place = byRole(record.RoleDate), byRole(record.RoleLat), byRole(record.RoleLon), byRole(record.RolePlace)
	j.actor1, j.actor2, j.admin1 = byRole(record.RoleActor1), byRole(record.RoleActor2), byRole(record.RoleAdmin1)
	if j.note = byRole(record.RoleNote); j.note == nil {
		j.note = byRole(record.RoleArticle)
	}
	for side := range 2 {
		j.sum[side] = make([]uint64, j.n[side])
		j.partner[side] = make([]int32, j.n[side])
		for row := range j.partner[side] {
			j.partner[side][row] = -1
			for _, f := range j.content {
				j.sum[side][row] += f.term(side, row)
			}
		}
	}
	return j
}

// step is one pass, or a part of one: rows with the same key are candidates, those that accept lets through are joined.
type step struct {
	pass   Pass
	key    func(side, row int) (uint64, bool) // false: the row takes no part
	accept func(before, after int) bool       // nil = all
	alone  bool                               // only where the key has one row on each side
}

func (j *joiner) run(ctx context.Context) error {
	j.stable = j.idsHold()
	for _, s := range append(j.strict(), j.loose()...) {
		if err := ctx.Err(); err != nil {
			return err
		}
		j.join(s)
	}
	return nil
}

// idsHold reports whether identifiers can be trusted: at least nine in ten that both releases have carry a common date.
func (j *joiner) idsHold() bool {
	if j.d.id == nil || j.date == nil {
		return j.d.id != nil
	}
	shared, dated := 0, 0
	j.meet(j.named, func(before, after []entry) {
		shared++
		if j.commonDate(before, after) {
			dated++
		}
	})
	return 10*dated >= 9*shared
}

// named is the key of identifiers.
func (j *joiner) named(side, row int) (uint64, bool) {
	h := j.idHash(side, row)
	return h, h != 0
}

// join runs one step over the rows that have no partner yet.
func (j *joiner) join(s step) {
	free := func(side, row int) (uint64, bool) {
		if j.partner[side][row] >= 0 {
			return 0, false
		}
		return s.key(side, row)
	}
	j.meet(free, func(before, after []entry) {
		switch {
		case len(before) == 1 && len(after) == 1:
			j.offer(s, before[0].row, after[0].row)
		case s.alone:
		case len(before)*len(after) <= mostCandidates:
			j.assign(s, before, after)
		default:
			j.inTurn(s, before, after)
		}
	})
}

// entry is a row under a key.
type entry struct {
	key uint64
	row int32
}

// meet calls yield with the rows of each key that occurs on both sides. Sorted lists take a fraction of the memory of maps.
func (j *joiner) meet(key func(side, row int) (uint64, bool), yield func(before, after []entry)) {
	var list [2][]entry
	for side := range 2 {
		for row := range j.n[side] {
			if k, ok := key(side, row); ok {
				list[side] = append(list[side], entry{k, int32(row)})
			}
		}
		if len(list[side]) == 0 {
			return
		}
		slices.SortFunc(list[side], func(a, b entry) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.row, b.row)) })
	}
	run := func(l []entry) int {
		n := 1
		for n < len(l) && l[n].key == l[0].key {
			n++
		}
		return n
	}
	for a, b := list[0], list[1]; len(a) > 0 && len(b) > 0; {
		na, nb := run(a), run(b)
		switch c := cmp.Compare(a[0].key, b[0].key); {
		case c < 0:
			a = a[na:]
		case c > 0:
			b = b[nb:]
		default:
			yield(a[:na], b[:nb])
			a, b = a[na:], b[nb:]
		}
	}
}

func (j *joiner) offer(s step, before, after int32) bool {
	if j.partner[0][before] >= 0 || j.partner[1][after] >= 0 || s.accept != nil && !s.accept(int(before), int(after)) {
		return false
	}
	j.partner[0][before], j.partner[1][after], j.pass[before] = after, before, s.pass
	return true
}

// mostCandidates bounds the pairs of one key that are weighed against each other.
const mostCandidates = 1 << 14

// candidate is a possible pair with what decides between it and others.
type candidate struct {
	before, after int32
	score         int
	sameID        bool
	apart         int32 // days
	order         [4]uint64
}

// assign joins the rows of one key, the most alike first; where identifiers hold, those of one identifier before others.
// Ties go to the same identifier, the nearer date, and then to an order that comes from what the rows say, so that the order of rows in the file decides only between rows that are copies
// of each other.
func (j *joiner) assign(s step, olds, news []entry) {
	list := make([]candidate, 0, len(olds)*len(news))
	for _, o := range olds {
		for _, n := range news {
			before, after := o.row, n.row
			c := candidate{before: before, after: after, order: [4]uint64{
				j.sum[0][before], j.sum[1][after], j.idHash(0, int(before)), j.idHash(1, int(after)),
			}}
			if s.pass != Identical { // there all scores are equal
				c.score, _ = j.agreement(int(before), int(after))
				c.apart = j.apart(int(before), int(after))
			}
			c.sameID = j.d.id != nil && c.order[2] == c.order[3]
			list = append(list, c)
		}
	}
	slices.SortFunc(list, func(a, b candidate) int {
		if j.stable && a.sameID != b.sameID {
			return compareBool(b.sameID, a.sameID)
		}
		if c := cmp.Or(cmp.Compare(b.score, a.score), compareBool(b.sameID, a.sameID), cmp.Compare(a.apart, b.apart)); c != 0 {
			return c
		}
		return cmp.Or(slices.Compare(a.order[:], b.order[:]), cmp.Compare(a.before, b.before), cmp.Compare(a.after, b.after))
	})
	for i := range list {
		j.offer(s, list[i].before, list[i].after)
	}
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// inTurn joins the rows of a key that has too many to weigh: those with one identifier, then the rest in an order that
// comes from what they say.
func (j *joiner) inTurn(s step, olds, news []entry) {
	var left [2][]int32
	for side, rows := range [2][]entry{olds, news} {
		for _, e := range rows {
			left[side] = append(left[side], e.row)
		}
		slices.SortFunc(left[side], func(a, b int32) int {
			return cmp.Or(cmp.Compare(j.idHash(side, int(a)), j.idHash(side, int(b))), cmp.Compare(j.sum[side][a], j.sum[side][b]), cmp.Compare(a, b))
		})
	}
	for _, byID := range []bool{true, false} {
		key := func(side int, row int32) uint64 {
			if byID {
				return j.idHash(side, int(row))
			}
			return j.sum[side][row]
		}
		if byID && j.d.id == nil {
			continue
		}
		for side := range 2 {
			left[side] = slices.DeleteFunc(left[side], func(row int32) bool { return j.partner[side][row] >= 0 })
			slices.SortStableFunc(left[side], func(a, b int32) int { return cmp.Compare(key(side, a), key(side, b)) })
		}
		// What is equal meets first; then, in the last round, what is left meets in turn.
		for a, b := 0, 0; a < len(left[0]) && b < len(left[1]); {
			switch c := cmp.Compare(key(0, left[0][a]), key(1, left[1][b])); {
			case c == 0:
				j.offer(s, left[0][a], left[1][b])
				a, b = a+1, b+1
			case c < 0:
				a++
			default:
				b++
			}
		}
	}
	for side := range 2 {
		left[side] = slices.DeleteFunc(left[side], func(row int32) bool { return j.partner[side][row] >= 0 })
	}
	for i := range min(len(left[0]), len(left[1])) {
		j.offer(s, left[0][i], left[1][i])
	}
}

func (j *joiner) idHash(side, row int) uint64 {
	if j.d.id == nil {
		return 0
	}
	return j.d.id.lens[side].value(row)
}
