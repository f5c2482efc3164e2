package identity

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Options of linking.
type Options struct {
	Decisions    []link.Decision // of reviewers; they always hold. Refs are by the order of the datasets given
	Accept       float64         // merge pairs of at least this probability; 0 merges nothing but what was decided
	BlockingOnly bool            // find the candidates and stop
}

// Linked is what linking the entries of one kind found, with what it takes to explain it.
type Linked struct {
	*link.Result // Entities hold what is merged: by decisions, and by Options.Accept
	Kind         entry.Kind
	Model        *link.Model
	Candidates   int
	Blocking     []link.BlockStat
	Records      *Records
	Proposals    []link.Entity // what the model takes for one person or group; every record is in one

	at    [][]int32 // position of each row, by dataset; -1 where it is no entry of this kind
	apart map[[2]link.Ref]string
}

const (
	// keepBits is the least log odds with which a pair is kept.
	keepBits = -3

	// unsureFrom is the probability from which on a pair that is not proposed goes to a reviewer.
	unsureFrom = 0.35

	sampled = 150_000 // candidates that learning looks at
	drawn   = 120_000 // random pairs that it draws
)

// Link links the entries of one kind. The result depends on their content only. It is nil where there are fewer than two.
func Link(ctx context.Context, datasets []*record.Dataset, kind entry.Kind, o Options) (*Linked, error) {
	r, err := Read(ctx, datasets, kind)
	if err != nil || r.N() < 2 {
		return nil, err
	}
	candidates, stats, err := r.Candidates(ctx)
	if err != nil {
		return nil, err
	}
	l := &Linked{
		Result: &link.Result{Datasets: r.Datasets}, Kind: kind, Model: Reference(kind), Candidates: len(candidates), Blocking: stats, Records: r,
		apart: map[[2]link.Ref]string{},
	}
	l.index()
	if o.BlockingOnly {
		return l, nil
	}
	l.learn(candidates)
	decisions := l.translate(datasets, o.Decisions)
	if list := r.labelled(decisions); link.Enough(list) {
		l.Model.Refit(list, 1)
	}
	l.Model.Same, l.Model.Related = l.Model.Alone, l.Model.Alone
	if err := l.decide(ctx, candidates, decisions, o.Accept); err != nil {
		return nil, err
	}
	return l, nil
}

// learn fits the model to the lists at hand.
func (l *Linked) learn(candidates []link.Candidate) {
	r := l.Records
	n := float64(r.N())
	pairs := n * (n - 1) / 2
	e := link.Evidence{Each: 1, Pairs: pairs, Random: r.random(), Candidates: r.sample(candidates)}
	if k := len(e.Candidates) / nComparisons; k > 0 {
		e.Each = float64(len(candidates)) / float64(k)
	}
	l.Model.Learn(e, link.Learned{Prior: min(0.1, r.expected(e)/pairs), Within: 4, M: 100, U: 3000, Most: 16, Ceilings: ceilings})
}

// expected is a rough count of the pairs of one person among the records, by a rule that is seldom wrong: the names agree and so does
// the day of birth, a document or a contact. Rules of this kind miss a part of them.
func (r *Records) expected(e link.Evidence) float64 {
	const found = 0.6
	sure := 0
	for i := 0; i+nComparisons <= len(e.Candidates); i += nComparisons {
		x := e.Candidates[i : i+nComparisons]
		named := x[cName] >= 5 || x[cGiven] >= 4 && x[cFamily] >= 4
		if named && (x[cBirth] == 8 || x[cDocument] == 4 || x[cContact] == 4) {
			sure++
		}
	}
	least := 0.02 * float64(r.N())
	if slices.Contains(r.claims, true) {
		least = float64(r.N()) // such tables are collected by person, several sources to each
	}
	return max(least, float64(sure)*e.Each/found)
}

// sample returns the levels of a sample of the candidates, end to end: every one where there are few, else those that a hash draws.
func (r *Records) sample(list []link.Candidate) []uint8 {
	each := uint64(len(list)/sampled + 1)
	var chosen [][2]int32
	for _, c := range list {
		if each == 1 || record.Mix(r.hash[c.A]^record.Mix(r.hash[c.B]))%each == 0 {
			chosen = append(chosen, [2]int32{c.A, c.B})
		}
	}
	return r.compareAll(chosen)
}

// random returns the levels of pairs of different records, drawn by a generator that starts from the same number every time; of few
// records all pairs.
func (r *Records) random() []uint8 {
	n := r.N()
	var list [][2]int32
	if n*(n-1)/2 <= drawn {
		for i := range n {
			for j := i + 1; j < n; j++ {
				list = append(list, [2]int32{int32(i), int32(j)})
			}
		}
		return r.compareAll(list)
	}
	for k := range drawn {
		x := record.Mix(uint64(k) + 1)
		i, j := int32(x>>32%uint64(n)), int32(x&0xffffffff%uint64(n))
		if i != j {
			list = append(list, [2]int32{min(i, j), max(i, j)})
		}
	}
	return r.compareAll(list)
}

func (r *Records) compareAll(list [][2]int32) []uint8 {
	out := make([]uint8, len(list)*nComparisons)
	each(len(list), func(from, to int) {
		for k := from; k < to; k++ {
			r.Compare(list[k][0], list[k][1], out[k*nComparisons:(k+1)*nComparisons])
		}
	})
	return out
}

// score weighs all candidates and returns those of at least keepBits, in their order, with their levels, end to end.
func (r *Records) score(ctx context.Context, m *link.Model, list []link.Candidate) ([]link.Scored, []uint8) {
	const block = 1 << 13
	blocks := (len(list) + block - 1) / block
	scored, kept := make([][]link.Scored, blocks), make([][]uint8, blocks)
	next := make(chan int)
	var pool sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		pool.Add(1)
		go func() {
			defer pool.Done()
			var levels [nComparisons]uint8
			for k := range next {
				if ctx.Err() != nil {
					continue
				}
				for _, c := range list[k*block : min(len(list), (k+1)*block)] {
					r.Compare(c.A, c.B, levels[:])
					if w := m.Alone.Prior + m.Alone.Of(levels[:]); w >= keepBits {
						scored[k] = append(scored[k], link.Scored{A: c.A, B: c.B, Same: float32(w), Related: float32(w)})
						kept[k] = append(kept[k], levels[:]...)
					}
				}
			}
		}()
	}
	for k := range blocks {
		next <- k
	}
	close(next)
	pool.Wait()
	return slices.Concat(scored...), slices.Concat(kept...)
}

// index notes where each row is.
func (l *Linked) index() {
	l.at = make([][]int32, len(l.Datasets))
	for d, data := range l.Datasets {
		l.at[d] = make([]int32, data.N)
		for i := range l.at[d] {
			l.at[d][i] = -1
		}
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

// translate turns decisions into positions; those about other records have none.
func (l *Linked) translate(given []*record.Dataset, list []link.Decision) []decided {
	index := map[*record.Dataset]int{}
	for d, data := range l.Datasets {
		index[data] = d
	}
	at := func(ref link.Ref) int32 {
		if int(ref.Data) >= len(given) {
			return -1
		}
		d, ok := index[given[ref.Data]]
		if !ok || int(ref.Row) >= len(l.at[d]) {
			return -1
		}
		return l.at[d][ref.Row]
	}
	var out []decided
	for _, d := range list {
		if a, b := at(d.A), at(d.B); a >= 0 && b >= 0 && a != b {
			out = append(out, decided{min(a, b), max(a, b), d.Relation, d.ID})
		}
	}
	slices.SortFunc(out, func(x, y decided) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
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
