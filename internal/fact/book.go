package fact

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Book holds what is needed to tell the facts of every entity. The facts themselves are made when asked for: most
// entities have one record, and a million of them need no memory. A book is safe for concurrent use.
type Book struct {
	Result *link.Result

	tables     []*table
	provenance []kept
}

// kept is the provenance of the rows of one dataset that share an entity with others.
type kept struct {
	rows []int32 // ascending
	list []provenance
}

// Options are what a user declares about datasets.
type Options struct {
	// BuiltOn says of a dataset, by its short name, on which other one it is built: the two are one origin.
	BuiltOn map[string]string

	// Decided are the records with values that a reviewer decided, each record once.
	Decided []Decided
}

// Build reads what the records of linked entities cite and how their notes read, which takes one pass over the files of
// datasets that share entities.
func Build(ctx context.Context, r *link.Result) (*Book, error) { return BuildWith(ctx, r, Options{}) }

// BuildWith is Build with what the user declares.
func BuildWith(ctx context.Context, r *link.Result, o Options) (*Book, error) {
	n := len(r.Datasets)
	b := &Book{Result: r, tables: make([]*table, n), provenance: make([]kept, n)}
	shared := b.sharing()
	errs := make([]error, n)
	cores := make(chan struct{}, max(1, runtime.GOMAXPROCS(0)))
	var pool sync.WaitGroup
	for i, d := range r.Datasets {
		pool.Go(func() {
			b.tables[i] = newTable(d)
			if errs[i] = b.tables[i].decide(ctx, of(o.Decided, i)); errs[i] != nil {
				return
			}
			b.provenance[i], errs[i] = b.tables[i].reread(ctx, shared[i], cores)
		})
	}
	pool.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for i, d := range r.Datasets {
		for j, other := range r.Datasets {
			if i != j && o.BuiltOn[d.Name] == other.Name {
				b.tables[i].base = j
			}
		}
	}
	return b, ctx.Err()
}

// of are the decided records of one dataset.
func of(list []Decided, data int) (out []Decided) {
	for _, d := range list {
		if int(d.Data) == data {
			out = append(out, d)
		}
	}
	return out
}

// sharing lists by dataset the rows that describe an entity together with others.
func (b *Book) sharing() [][]int32 {
	rows := make([][]int32, len(b.Result.Datasets))
	for i := range b.Result.Entities {
		members := b.Result.Entities[i].Members
		if len(members) < 2 || members[1].Relation != link.Same {
			continue
		}
		for _, m := range members {
			if m.Relation == link.Same {
				rows[m.Data] = append(rows[m.Data], m.Row)
			}
		}
	}
	for i := range rows {
		slices.Sort(rows[i])
		rows[i] = slices.Compact(rows[i])
	}
	return rows
}

// chunkRows is how many rows are understood at a time, by one core.
const chunkRows = 256

// reread takes the sources and the sketch of the note of each row from the file. A dataset that cannot be read again is
// known by its coded sources alone. cores bounds how many chunks are worked on at once.
func (t *table) reread(ctx context.Context, rows []int32, cores chan struct{}) (kept, error) {
	if len(rows) == 0 {
		return kept{}, nil
	}
	k := kept{rows: rows, list: make([]provenance, len(rows))}
	all := make([]int, len(rows))
	for i, r := range rows {
		all[i] = int(r)
	}
	note := t.d.Role(record.RoleNote)
	columns := t.citing()
	if note != nil {
		columns = append(columns, note.Index)
	}
	slices.Sort(columns)
	columns = slices.Compact(columns)
	var pool sync.WaitGroup
	var waiting [][]string
	n := 0 // rows that were read
	take := func() {
		from, cells := n-len(waiting), waiting
		waiting = nil
		cores <- struct{}{}
		pool.Go(func() {
			for i, c := range cells {
				p := provenance{sources: t.cited(int(rows[from+i]), c)}
				if note != nil && note.Index < len(c) {
					p.note = sketch(c[note.Index])
				}
				k.list[from+i] = p
			}
			<-cores
		})
	}
	err := t.d.RereadColumns(ctx, all, columns, func(_ int, cells []string) error {
		if n == len(rows) {
			return errors.New(t.d.Name + ": more rows were read again than asked for")
		}
		n++
		if waiting = append(waiting, cells); len(waiting) == chunkRows {
			take()
		}
		return nil
	})
	if len(waiting) > 0 {
		take()
	}
	pool.Wait()
	if errors.Is(err, record.ErrNoSource) {
		return kept{}, nil
	}
	if err == nil && n != len(rows) {
		err = errors.New(t.d.Name + ": fewer rows were read again than asked for")
	}
	return k, err
}

// Event is all that is said of one entity.
type Event struct {
	Entity     int    // index into Result.Entities
	Facts      []Fact // of the fields that any record states, in the order of fields
	Same       []link.Ref
	Parts      []link.Ref
	Voices     int // number of independent origins among the records that are Same
	Violations []Violation

	e *entity
}

// Fact returns the fact of a field, nil where no record states it.
func (v *Event) Fact(f Field) *Fact {
	for i := range v.Facts {
		if v.Facts[i].Field == f {
			return &v.Facts[i]
		}
	}
	return nil
}

// Origins names the independent origins of the event, in the order of [Claim.Origin].
func (v *Event) Origins() []Origin { return v.e.listOrigins() }

// Sources lists what a record of the event cites. For an event of one record these are the sources in coded columns.
func (v *Event) Sources(r link.Ref) []Source { return v.e.provenance(r).sources }

// entity is an event while it is worked out.
type entity struct {
	b       *Book
	members []link.Member
	same    []link.Ref // in an order that follows from content
	parts   []link.Ref // likewise
	again   []bool     // by same and then parts: told with another row of its series; nil where none is
	claims  [NumFields][]Claim

	root    []int    // union-find over same
	ties    []string // by root: why its records are one origin
	origin  []int    // by same
	origins int

	one struct { // room for these where there is one record
		root, origin [1]int
		ties         [1]string
	}
	room *Room
}

// Room is memory for events that are looked at one after the other: most of what is made for an event is of no use after it. It serves
// one goroutine.
type Room struct {
	event  Event
	entity entity
	refs   []link.Ref
	slab   []Claim
	facts  []Fact
	bench  bench
	whole  []*Claim
	order  []int
	all    []position
}

// Facts tells the facts of one entity.
func (b *Book) Facts(index int) []Fact { return b.Event(index).Facts }

// Event tells all of one entity.
func (b *Book) Event(index int) *Event {
	room := &Room{}
	v := b.EventIn(room, index)
	room.bench, room.whole, room.order, room.all = bench{}, nil, nil, nil
	return v
}

// EventIn is Event for whoever needs an event no longer than until the next one is made in the room.
func (b *Book) EventIn(room *Room, index int) *Event {
	e := &room.entity
	*e = entity{b: b, members: b.Result.Entities[index].Members, room: room}
	room.refs = slices.Grow(room.refs[:0], len(e.members))
	for _, as := range []bool{true, false} {
		for _, m := range e.members {
			if (m.Relation == link.Same) == as {
				room.refs = append(room.refs, m.Ref)
			}
		}
		if as {
			e.same = room.refs[:len(room.refs):len(room.refs)]
		}
	}
	e.parts = room.refs[len(e.same):]
	slices.SortFunc(e.same, b.byContent)
	slices.SortFunc(e.parts, b.byContent)
	e.joinOrigins()
	e.collect()
	v := &room.event
	*v = Event{Entity: index, Same: e.same, Parts: e.parts, Voices: e.origins, e: e, Facts: slices.Grow(room.facts[:0], int(NumFields))}
	for field := range NumFields {
		if len(e.claims[field]) > 0 {
			v.Facts = append(v.Facts, Fact{Field: field, Claims: e.claims[field]})
			f := &v.Facts[len(v.Facts)-1]
			e.judge(f)
			f.tell()
		}
	}
	room.facts = v.Facts
	v.Violations = e.violations()
	for i := range v.Violations {
		v.Violations[i].Entity = index
	}
	return v
}

// byContent orders records by what they are and not by where they stand, so that no order of files or rows matters.
func (b *Book) byContent(x, y link.Ref) int {
	if x == y {
		return 0
	}
	d, o := b.Result.Datasets[x.Data], b.Result.Datasets[y.Data]
	c := strings.Compare(d.Name, o.Name)
	if c == 0 && d.RowHash != nil && o.RowHash != nil {
		c = cmp.Compare(d.RowHash[x.Row], o.RowHash[y.Row])
	}
	if c == 0 {
		c = strings.Compare(d.ID(int(x.Row)), o.ID(int(y.Row)))
	}
	return cmp.Or(c, x.Compare(y))
}

// collect reads the claims of all records.
func (e *entity) collect() {
	n := len(e.same) + len(e.parts)
	e.findRepeats()
	slab := slices.Grow(e.room.slab[:0], n*int(NumFields))
	for f := range NumFields {
		begin := len(slab)
		for i, r := range e.same {
			slab = e.claim(slab, f, i, r, link.Same, e.origin[i])
		}
		for i, r := range e.parts {
			slab = e.claim(slab, f, len(e.same)+i, r, link.PartOf, -1)
		}
		e.claims[f] = slab[begin:len(slab):len(slab)]
	}
	e.room.slab = slab
	e.whole()
}

// claim adds what a record says of a field, where it says anything. The list has room for it.
func (e *entity) claim(list []Claim, f Field, i int, r link.Ref, as link.Relation, origin int) []Claim {
	t := e.b.tables[r.Data]
	n := len(list)
	list = list[:n+1]
	c := &list[n]
	if !t.value(f, int(r.Row), &c.Value) {
		return list[:n]
	}
	if f == PlaceName && len(e.members) > 1 {
		var at Value
		if t.value(Place, int(r.Row), &at) {
			c.Value.where = &at
		}
	}
	c.Ref, c.Relation, c.Columns, c.Origin, c.Stance = r, as, t.cellsOf(f, int(r.Row)), origin, Silent
	c.Shared, c.Repeat, c.Decided, c.series = false, e.repeat(f, i), t.decision(f, int(r.Row)), 0
	return list
}

// blockSize is how many entities are worked on at a time.
const blockSize = 1024

// Each calls yield with every event, in the order of the entities. Events are worked out on all cores, a block at a time.
func (b *Book) Each(ctx context.Context, yield func(*Event) error) error {
	return Blocks(ctx, b, func(from, to int) []*Event {
		events := make([]*Event, 0, to-from)
		for i := from; i < to; i++ {
			events = append(events, b.Event(i))
		}
		return events
	}, func(events []*Event) error {
		for _, v := range events {
			if err := yield(v); err != nil {
				return err
			}
		}
		return nil
	})
}

// Blocks calls work for blocks of entities, on all cores, and take with what it returns, in the order of the entities.
func Blocks[T any](ctx context.Context, b *Book, work func(from, to int) T, take func(T) error) error {
	return link.Ordered(ctx, len(b.Result.Entities), blockSize, work, take)
}
