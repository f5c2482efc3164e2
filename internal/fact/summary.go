package fact

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/place"
)

// Agreement is how often two datasets agree on a field of the events that both have.
type Agreement struct {
	A, B    int // indices into Result.Datasets, A < B
	Field   Field
	Compare int // events on which both say something that can be compared
	Agree   int // of these, within the precision of both
	Differ  int // of these, beyond it
}

// Overlap is how many events are in exactly these datasets: one column of an UpSet plot.
type Overlap struct {
	Datasets []int // ascending
	Events   int
}

// Contradiction is two records of one event whose values of a field differ.
type Contradiction struct {
	Entity int
	Field  Field
	A, B   Claim   // the two that are furthest apart, the lower or earlier first
	Size   float64 // how far: ratio of deaths or injured with one added to both, days, or km, beyond what precision allows; 1 for kinds and names
	Zero   bool    // one counts nobody
	Origin bool    // both go back to one origin
}

// worst is how many contradictions are listed for a field.
const worst = 200

// Summary is what all events together say of the datasets.
type Summary struct {
	Events     int
	Shared     int                         // events with records of two datasets or more
	Verdicts   [NumFields][Refuted + 1]int // events by field and verdict
	Agreement  []Agreement                 // by field, then datasets; only pairs that share events
	Overlap    []Overlap                   // the largest first
	Worst      [NumFields][]Contradiction  // the worst first; at most 200 a field
	Violations []Violation                 // in the order of entities
}

// Tally gathers the summary of some events of a book. It serves one goroutine.
type Tally struct {
	book           *Book
	events, shared int
	verdicts       [NumFields][Refuted + 1]int
	pairs          map[[2]int32]*[NumFields][2]int // agree, differ
	sets           map[string]int
	bits           []byte
	found          []said
	worst          [NumFields][]Contradiction
	violations     []Violation
}

// said is how two datasets stand to each other in a field of one event.
type said struct {
	pair [2]int32
	is   answer
}

// Summarise makes one pass over all entities, on all cores. Who makes such a pass anyway can have a [Tally] with it.
func (b *Book) Summarise(ctx context.Context) (*Summary, error) {
	all := b.Tally()
	err := Blocks(ctx, b, func(from, to int) *Tally {
		t, room := b.Tally(), &Room{}
		for i := from; i < to; i++ {
			if m := b.Result.Entities[i].Members; len(m) == 1 && m[0].Relation == link.Same {
				t.addRow(m[0].Ref)
				continue
			}
			t.Add(b.EventIn(room, i))
		}
		return t
	}, func(t *Tally) error {
		all.Merge(t)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return all.Summary(), nil
}

// Tally returns one that holds no event yet.
func (b *Book) Tally() *Tally {
	return &Tally{book: b, pairs: map[[2]int32]*[NumFields][2]int{}, sets: map[string]int{}}
}

// addRow adds the event of one record: nobody contradicts it.
func (p *Tally) addRow(r link.Ref) {
	p.events++
	p.sets[string(p.set([]link.Ref{r}))]++
	t := p.book.tables[r.Data]
	for f := range NumFields {
		if t.states(f, int(r.Row)) {
			p.verdicts[f][Uncontested]++
		}
	}
}

// set lists the datasets of records as bits. The list is used again.
func (p *Tally) set(records []link.Ref) []byte {
	p.bits = append(p.bits[:0], make([]byte, (len(p.book.Result.Datasets)+7)/8)...)
	for _, r := range records {
		p.bits[r.Data/8] |= 1 << (r.Data % 8)
	}
	return p.bits
}

// Add adds an event of the book. The event is not needed afterwards.
func (p *Tally) Add(v *Event) {
	p.events++
	p.violations = append(p.violations, v.Violations...)
	set := p.set(v.Same)
	p.sets[string(set)]++
	n := 0
	for _, x := range set {
		n += bits.OnesCount8(x)
	}
	if n > 1 {
		p.shared++
	}
	for i := range v.Facts {
		f := &v.Facts[i]
		p.verdicts[f.Field][f.Verdict]++
		if n > 1 {
			p.compare(f)
		}
		if f.Verdict >= Contested {
			p.worst[f.Field] = append(p.worst[f.Field], furthest(v.Entity, f))
		}
	}
	for f := range NumFields {
		p.cutLong(f)
	}
}

// compare counts for each two datasets whether any of their records agree, else whether any differ.
func (p *Tally) compare(f *Fact) {
	found := p.found[:0]
	for i := range f.Claims[:min(len(f.Claims), mostCompared)] {
		x := &f.Claims[i]
		if !measured(f.Field, x) {
			continue
		}
		for j := range i {
			y := &f.Claims[j]
			if x.Data == y.Data || !measured(f.Field, y) {
				continue
			}
			a := relate(f.Field, &x.Value, &y.Value)
			if a == nothing {
				continue
			}
			key := [2]int32{min(x.Data, y.Data), max(x.Data, y.Data)}
			k := slices.IndexFunc(found, func(o said) bool { return o.pair == key })
			if k < 0 {
				found = append(found, said{key, a})
			} else {
				found[k].is = max(found[k].is, a)
			}
		}
	}
	p.found = found
	for _, o := range found {
		n := p.pairs[o.pair]
		if n == nil {
			n = new([NumFields][2]int)
			p.pairs[o.pair] = n
		}
		if o.is == agree {
			n[f.Field][0]++
		} else {
			n[f.Field][1]++
		}
	}
}

func measured(f Field, c *Claim) bool {
	return c.Relation == link.Same && !c.Repeat && !silent(f, &c.Value)
}

// furthest finds the two claims of a contested fact that are furthest apart.
func furthest(entity int, f *Fact) Contradiction {
	out := Contradiction{Entity: entity, Field: f.Field, Size: -1}
	for i := range f.Claims[:min(len(f.Claims), mostCompared)] {
		x := &f.Claims[i]
		if !measured(f.Field, x) {
			continue
		}
		for j := range i {
			y := &f.Claims[j]
			if !measured(f.Field, y) || relate(f.Field, &x.Value, &y.Value) != differ {
				continue
			}
			if size := apart(f.Field, &x.Value, &y.Value); size > out.Size {
				out.Size, out.A, out.B = size, *y, *x
				out.Zero = f.Field >= Deaths && zeroAgainst(x, y)
				out.Origin = x.Origin == y.Origin
			}
		}
	}
	if lower(f.Field, &out.B.Value, &out.A.Value) {
		out.A, out.B = out.B, out.A
	}
	return out
}

// apart is how far two values lie from each other, beyond their precision.
func apart(f Field, a, b *Value) float64 {
	switch f {
	case Date:
		aFirst, aLast := span(a.When)
		bFirst, bLast := span(b.When)
		return float64(max(aFirst-bLast, bFirst-aLast))
	case Place:
		return place.DistanceKm(a.Lat, a.Lon, b.Lat, b.Lon) - a.Radius - b.Radius
	case Deaths, Injured:
		x, y := 1+central(a.Count), 1+central(b.Count)
		return max(x, y) / min(x, y)
	}
	return 1
}

func lower(f Field, a, b *Value) bool {
	switch f {
	case Date:
		return a.When.First < b.When.First
	case Deaths, Injured:
		return central(a.Count) < central(b.Count)
	}
	return false
}

// cutLong keeps the list of contradictions of a field from growing without bound.
func (p *Tally) cutLong(f Field) {
	if len(p.worst[f]) > 4*worst {
		p.cut(f)
	}
}

// cut keeps the worst contradictions of a field.
func (p *Tally) cut(f Field) {
	list := p.worst[f]
	if len(list) == 0 {
		return
	}
	order := make([]int32, len(list)) // contradictions are large, and most of them are dropped
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(i, j int32) int {
		x, y := &list[i], &list[j]
		if c := cmp.Compare(y.Size, x.Size); c != 0 || x.Entity == y.Entity {
			return c
		}
		return cmp.Or(p.book.byContent(x.A.Ref, y.A.Ref), p.book.byContent(x.B.Ref, y.B.Ref))
	})
	kept := make([]Contradiction, 0, min(len(list), worst))
	for _, i := range order[:cap(kept)] {
		kept = append(kept, list[i])
	}
	p.worst[f] = kept
}

// Merge adds the events of a tally that follow those of this one in the order of entities.
func (p *Tally) Merge(o *Tally) {
	p.events += o.events
	p.shared += o.shared
	p.violations = append(p.violations, o.violations...)
	for f := range NumFields {
		for v := range o.verdicts[f] {
			p.verdicts[f][v] += o.verdicts[f][v]
		}
		p.worst[f] = append(p.worst[f], o.worst[f]...)
		p.cutLong(f)
	}
	for key, n := range o.pairs {
		if p.pairs[key] == nil {
			p.pairs[key] = new([NumFields][2]int)
		}
		for f := range n {
			p.pairs[key][f][0] += n[f][0]
			p.pairs[key][f][1] += n[f][1]
		}
	}
	for s, n := range o.sets {
		p.sets[s] += n
	}
}

// Summary is what the events added so far come to.
func (p *Tally) Summary() *Summary {
	for f := range NumFields {
		p.cut(f)
	}
	s := &Summary{Events: p.events, Shared: p.shared, Verdicts: p.verdicts, Worst: p.worst, Violations: p.violations}
	for key, n := range p.pairs {
		for f := range NumFields {
			if a, d := n[f][0], n[f][1]; a+d > 0 {
				s.Agreement = append(s.Agreement, Agreement{A: int(key[0]), B: int(key[1]), Field: f, Compare: a + d, Agree: a, Differ: d})
			}
		}
	}
	slices.SortFunc(s.Agreement, func(x, y Agreement) int {
		return cmp.Or(cmp.Compare(x.Field, y.Field), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	keys := make([]string, 0, len(p.sets))
	for k := range p.sets {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(p.sets[b], p.sets[a]), strings.Compare(a, b)) })
	for _, k := range keys {
		o := Overlap{Events: p.sets[k]}
		for d := range 8 * len(k) {
			if k[d/8]&(1<<(d%8)) != 0 {
				o.Datasets = append(o.Datasets, d)
			}
		}
		s.Overlap = append(s.Overlap, o)
	}
	return s
}
