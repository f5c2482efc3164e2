package event

import (
	"cmp"
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Options of linking.
type Options struct {
	Decisions    []link.Decision // of reviewers; they always hold. Refs are by the order of the datasets given
	Fixed        bool            // do not fit the weights to the data at hand
	Redraw       bool            // keep what Linked.Redraw needs, 16 bytes for each pair that was weighed
	Single       []string        // names of datasets that are known to tell nothing twice: at most one unit of each to an event
	BlockingOnly bool            // find the candidates and stop: there are no pairs then, and each record is an event of its own
	Taxonomies   []*Taxonomy     // of the user, one of kinds of event at most and one of actors
}

// Linked is what linking found, with what it takes to explain it.
type Linked struct {
	*link.Result
	Model      *link.Model
	Unlisted   []string // categories that the taxonomies of the user do not list
	Candidates int      // pairs that were compared
	Blocking   []link.BlockStat
	Records    *Records
	learn      []link.Labelled        // decisions that the weights are refitted to
	at         [][]int32              // position of each row, by dataset
	apart      map[[2]link.Ref]string // decisions that two records are different, which are no pair then
	scored     []link.Scored          // kept where Options.Redraw asks for it
	words      []decided              // decisions by positions, likewise
}

const (
	// keepBits bounds what is kept of the candidates after scoring: rivals matter only where they are near.
	keepBits = -7

	// unsureFrom is the probability from which on a pair that was not linked goes to a reviewer.
	unsureFrom = 0.35

	// sampled is how many candidates the estimation of the weights looks at.
	sampled = 30_000

	// claimBonus is by how much likelier, in bits, two claims of a claim table are about one incident than two records of event
	// datasets that are as near: such tables are collected by incident, several sources to each, and hold few others nearby.
	claimBonus = 2

	// follow is how far the weights follow the data at hand, 0 to 1.
	follow = 0.05
)

// Link links the events of datasets. The result depends on the content of the records only.
func Link(ctx context.Context, datasets []*record.Dataset, o Options) (*Linked, error) {
	r, err := Read(ctx, datasets)
	if err != nil {
		return nil, err
	}
	var unlisted []string
	if err := r.setSingle(o.Single); err != nil {
		return nil, err
	}
	for _, t := range o.Taxonomies {
		more, err := t.apply(r)
		if err != nil {
			return nil, err
		}
		unlisted = append(unlisted, more...)
	}
	candidates, stats, err := r.Candidates(ctx)
	if err != nil {
		return nil, err
	}
	m, err := Reference()
	if err != nil {
		return nil, err
	}
	out := &Linked{Result: &link.Result{Datasets: r.Datasets}, Model: m, Candidates: len(candidates), Blocking: stats, Records: r, Unlisted: unlisted}
	out.index()
	decisions := out.translate(datasets, o.Decisions)
	if o.BlockingOnly {
		out.entities(r.unit) // each unit by itself
		return out, nil
	}
	if !o.Fixed {
		m.Estimate(r.sample(candidates), follow)
		if list := r.labelled(decisions); link.Enough(list) {
			m.Refit(list, 1)
			out.learn = list
		}
	}
	scored, err := out.decide(ctx, candidates, decisions)
	if err != nil {
		return nil, err
	}
	if o.Redraw {
		out.scored, out.words = scored, decisions
	}
	return out, nil
}

// index notes where each row is.
func (l *Linked) index() {
	l.at = make([][]int32, len(l.Records.Datasets))
	for d, data := range l.Records.Datasets {
		l.at[d] = make([]int32, data.N)
	}
	for i, ref := range l.Records.Refs {
		l.at[ref.Data][ref.Row] = int32(i)
	}
}

// decided is a decision by positions.
type decided struct {
	a, b     int32
	relation link.Relation
	id       string
}

// translate turns decisions into positions; those about datasets that hold no events have none.
func (l *Linked) translate(given []*record.Dataset, list []link.Decision) []decided {
	index := map[*record.Dataset]int{}
	for d, data := range l.Records.Datasets {
		index[data] = d
	}
	var out []decided
	at := func(ref link.Ref) (int32, bool) {
		if int(ref.Data) >= len(given) {
			return 0, false
		}
		d, ok := index[given[ref.Data]]
		if !ok || int(ref.Row) >= len(l.at[d]) {
			return 0, false
		}
		return l.at[d][ref.Row], true
	}
	for _, d := range list {
		a, ok1 := at(d.A)
		b, ok2 := at(d.B)
		if !ok1 || !ok2 || a == b {
			continue
		}
		out = append(out, decided{min(a, b), max(a, b), d.Relation, d.ID})
	}
	slices.SortFunc(out, func(x, y decided) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}

// sample returns the levels of a sample of the candidates, end to end: every one where there are few, else those that a hash
// draws.
func (r *Records) sample(list []link.Candidate) []uint8 {
	const block = 1 << 14
	parts := make([][]uint8, (len(list)+block-1)/block)
	each := uint64(len(list)/sampled + 1)
	link.Each(len(list), block, func(from, to int) {
		var out []uint8
		var levels [nComparisons]uint8
		for _, c := range list[from:to] {
			if each > 1 && mix(r.hash[c.A], r.hash[c.B])%each != 0 {
				continue
			}
			r.Compare(c.A, c.B, levels[:])
			out = append(out, levels[:]...)
		}
		parts[from/block] = out
	})
	return slices.Concat(parts...)
}

func (r *Records) labelled(list []decided) []link.Labelled {
	var out []link.Labelled
	for _, d := range list {
		levels := make([]uint8, nComparisons)
		r.Compare(d.a, d.b, levels)
		out = append(out, link.Labelled{Levels: levels, Relation: d.relation, Weight: 1})
	}
	return out
}

// Score weighs all candidates alone and returns those that may matter, ordered, with the levels of each.
func (r *Records) Score(ctx context.Context, m *link.Model, list []link.Candidate) ([]link.Scored, []Packed) {
	const block = 1 << 14
	lift := 0.0
	for _, c := range wordComparisons {
		lift += slices.Max(m.Alone.Weights[c])
	}
	type part struct {
		scored []link.Scored
		levels []Packed
	}
	parts := make([]part, (len(list)+block-1)/block)
	type room struct {
		f *focus
		part
	}
	link.EachWith(len(list), block, func() *room { return &room{f: newFocus(r)} }, func(own *room, from, to int) {
		if ctx.Err() != nil {
			return
		}
		var levels [nComparisons]uint8
		f := own.f
		own.scored, own.levels = own.scored[:0], own.levels[:0]
		for _, c := range list[from:to] {
			// Words are compared only where they could still lift the pair over the bound.
			levels[cArticle], levels[cOutlet], levels[cText], levels[cShared] = 0, 0, 0, 0
			f.on(c.A)
			f.compareCoded(c.B, levels[:])
			before := r.bonus(c.A, c.B) + m.Alone.Prior
			if before+m.Alone.Of(levels[:])+lift <= keepBits {
				continue
			}
			f.compareWords(c.B, levels[:])
			same := before + m.Alone.Of(levels[:])
			if same > keepBits {
				own.scored = append(own.scored, link.Scored{A: c.A, B: c.B, Same: float32(same)})
				own.levels = append(own.levels, pack(&levels))
			}
		}
		parts[from/block] = part{slices.Clone(own.scored), slices.Clone(own.levels)}
	})
	n := 0
	for k := range parts {
		n += len(parts[k].scored)
	}
	scored, kept := make([]link.Scored, 0, n), make([]Packed, 0, n)
	for k := range parts {
		scored, kept = append(scored, parts[k].scored...), append(kept, parts[k].levels...)
		parts[k] = part{}
	}
	return scored, kept
}

// Packed holds the levels of the comparisons of a pair alone, in as many bits as each takes: there are millions of pairs.
type Packed uint64

// packedAt is where the bits of each comparison begin.
var packedAt = func() (at [nComparisons + 1]int) {
	for c, x := range Comparisons {
		at[c+1] = at[c] + bits.Len(uint(len(x.Levels)-1))
	}
	return at
}()

func pack(levels *[nComparisons]uint8) (p Packed) {
	for c, l := range levels {
		p |= Packed(l) << packedAt[c]
	}
	return p
}

func (p Packed) unpack(to []uint8) {
	for c := range nComparisons {
		to[c] = uint8(p >> packedAt[c] & (1<<(packedAt[c+1]-packedAt[c]) - 1))
	}
}

// population is what deciding must know of the records.
func (r *Records) population(decisions []decided) *link.Population {
	p := &link.Population{Data: r.data, Unit: r.unit, Many: r.claims, Single: r.single}
	for _, d := range decisions {
		if d.relation == link.Same {
			p.Must = append(p.Must, [2]int32{d.a, d.b})
		} else {
			p.Cannot = append(p.Cannot, [2]int32{d.a, d.b})
		}
	}
	return p
}

// setSingle notes the datasets that tell nothing twice.
func (r *Records) setSingle(names []string) error {
	if len(names) == 0 {
		return nil
	}
	r.single = make([]bool, len(r.Datasets))
	for _, name := range names {
		d := slices.IndexFunc(r.Datasets, func(d *record.Dataset) bool { return d.Name == name })
		if d < 0 {
			var all []string
			for _, d := range r.Datasets {
				all = append(all, d.Name)
			}
			return fmt.Errorf("no dataset %q is linked (hint: %s)", name, strings.Join(all, ", "))
		}
		r.single[d] = true
	}
	return nil
}
