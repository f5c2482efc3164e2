package fact

import (
	"math"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// blank says nothing of any field.
var blank = noValue()

// value reads what a row says of a field, and returns false where it says nothing.
func (t *table) value(f Field, row int, v *Value) bool {
	t, row = t.at(f, row)
	e := t.d.Events
	*v = blank
	switch f {
	case Date:
		if e == nil || e.When == nil || !e.When[row].Known() {
			return false
		}
		v.When = e.When[row]
	case Place:
		if e == nil {
			return false
		}
		w := e.Where(row)
		if !w.OnGlobe() {
			return false
		}
		v.Lat, v.Lon, v.Radius = w.Lat, w.Lon, w.Precision.RadiusKm()
	case Country:
		n, ok := t.country.of(row)
		v.call(&n)
		return ok
	case Admin1:
		n, ok := t.unit(row)
		v.call(&n)
		return ok
	case PlaceName:
		n, ok := t.place.of(row)
		if !ok {
			return false
		}
		v.call(&n)
		if e != nil && e.Where(row).OnGlobe() {
			p := record.PlaceUnstated
			if e.PlacePrec != nil {
				p = e.PlacePrec[row]
			}
			v.exact = p == record.PlaceExact || p == record.PlaceUnstated
		}
	case Kind:
		if e == nil || e.Kinds == nil || e.Kinds[row] == record.KindUnknown {
			return false
		}
		v.Kind = e.Kinds[row]
	case Actors:
		v.Actors = t.actorsOf(row)
		return len(v.Actors) > 0
	case Deaths:
		v.Count = t.deaths(row)
		return stated(v.Count)
	case Injured:
		if t.hurt != nil {
			n, ok := t.hurt.Number(row)
			v.Count = record.Count{Low: float32(n), Best: float32(n), High: float32(n)}
			return ok
		}
		if e == nil || e.Injured == nil || e.Injured[row] != e.Injured[row] {
			return false
		}
		n := e.Injured[row]
		v.Count = record.Count{Low: n, Best: n, High: n}
	}
	return true
}

// call makes a value that is a name.
func (v *Value) call(n *name) {
	v.Text, v.key, v.exact, v.words = n.text, n.key, n.known, n.words
}

func (t *table) actorsOf(row int) []*Actor {
	if len(t.actors) == 1 {
		list, _ := t.actors[0].of(row)
		return list
	}
	n := 0
	for i := range t.actors {
		list, _ := t.actors[i].of(row)
		n += len(list)
	}
	if n == 0 {
		return nil
	}
	out := make([]*Actor, 0, n)
	for i := range t.actors {
		list, _ := t.actors[i].of(row)
		out = append(out, list...)
	}
	return out
}

// deaths is the count of a row. A row of a claim table counts victims, and attackers apart: its number lies between the
// victims alone and all together, since sources seldom say which they mean.
func (t *table) deaths(row int) record.Count {
	if t.killed != [3]*record.Column{} {
		return t.claimed(row)
	}
	if t.d.Events == nil || t.d.Events.Deaths == nil {
		return record.NoCount()
	}
	c := t.d.Events.Deaths[row]
	if s, ok := t.shares[int32(row)]; ok {
		// What the row itself counts is a part of the total that cannot be told.
		return record.Count{Low: 0, Best: c.Best, High: s.total}
	}
	return c
}

func (t *table) claimed(row int) record.Count {
	var n [3]float64
	for i, c := range t.killed {
		n[i] = math.NaN()
		if c != nil {
			if v, ok := c.Number(row); ok {
				n[i] = v
			}
		}
	}
	victims, some := 0.0, false
	for _, v := range n[:2] {
		if v == v {
			victims, some = victims+v, true
		}
	}
	attackers := n[2]
	switch {
	case !some && attackers != attackers:
		return record.NoCount()
	case !some: // of the victims nothing is said
		return record.Count{Low: float32(attackers), Best: record.NaN32, High: record.NaN32}
	case attackers != attackers:
		attackers = 0
	}
	return record.Count{Low: float32(victims), Best: float32(victims), High: float32(victims + attackers)}
}

// cellsOf lists the columns in which a row says something of a field.
func (t *table) cellsOf(f Field, row int) []int {
	t, row = t.at(f, row)
	all := t.columns[f]
	for i, c := range all {
		if t.d.Columns[c].State(row) != record.Empty {
			continue
		}
		out := append([]int(nil), all[:i]...)
		for _, c := range all[i+1:] {
			if t.d.Columns[c].State(row) != record.Empty {
				out = append(out, c)
			}
		}
		return out
	}
	return all
}

// states reports whether a row says anything of a field.
func (t *table) states(f Field, row int) bool {
	var v Value
	return t.value(f, row, &v)
}

// seriesOf tells apart the events that the dataset tells over several rows, one for each place; false for a row of none.
func (t *table) seriesOf(row int) (uint64, bool) {
	if t.series == nil || !t.series.Has(row) {
		return 0, false
	}
	return t.series.Same(row), true
}

// oneSeries reports whether two records are rows of one event of their dataset.
func (b *Book) oneSeries(x, y link.Ref) bool {
	if x.Data != y.Data {
		return false
	}
	t := b.tables[x.Data]
	s, some := t.seriesOf(int(x.Row))
	o, also := t.seriesOf(int(y.Row))
	return some && also && s == o
}

// findRepeats marks the records whose counts another one of their series states already: the first that is Same speaks for the
// series, or the first part where none is, and of the others only the place counts. It does not matter which row stands first
// in its file: linking tells by content which one is Same.
func (e *entity) findRepeats() {
	e.again = nil
	type series struct {
		data int32
		id   uint64
	}
	var spoken map[series]bool
	for i, r := range e.room.refs {
		id, ok := e.b.tables[r.Data].seriesOf(int(r.Row))
		if !ok || len(e.room.refs) == 1 {
			continue
		}
		if spoken == nil {
			spoken = map[series]bool{}
			e.again = make([]bool, len(e.room.refs))
		}
		e.again[i] = spoken[series{r.Data, id}]
		spoken[series{r.Data, id}] = true
	}
}

// repeat reports whether what a record says of a field does not count, because it was told with another row of its event. The
// record is a number into those that are Same, followed by the parts.
func (e *entity) repeat(f Field, i int) bool {
	return f != Place && f != PlaceName && e.again != nil && e.again[i]
}
