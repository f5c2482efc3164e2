package identity

import (
	"cmp"
	"context"
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// completeUpTo is the size of a component up to which all of its pairs are compared, so that nothing is held together by pairs that
// nobody looked at.
const completeUpTo = 80

// decide scores the candidates, finds clusters and names the relations.
func (l *Linked) decide(ctx context.Context, candidates []link.Candidate, decisions []decided, accept float64) error {
	r, m := l.Records, l.Model
	scored, kept := r.score(ctx, m, candidates)
	if err := ctx.Err(); err != nil {
		return err
	}
	scored, kept = l.complete(scored, kept, decisions)
	p := l.population(scored, kept, decisions)
	cluster := link.Assign(p, scored)
	l.relate(scored, kept, cluster, decisions)
	l.Proposals = l.entities(cluster)
	l.Entities = l.entities(l.accepted(cluster, decisions, accept))
	return nil
}

// complete adds the pairs within components that no key brought together.
func (l *Linked) complete(scored []link.Scored, kept []uint8, decisions []decided) ([]link.Scored, []uint8) {
	r := l.Records
	u := link.NewUnion(r.N())
	for _, s := range scored {
		if s.Same > 0 {
			u.Join(s.A, s.B)
		}
	}
	for _, d := range decisions {
		if d.relation == link.Same {
			u.Join(d.a, d.b)
		}
	}
	groups := map[int32][]int32{}
	for i := range r.Refs {
		if f := u.Find(int32(i)); u.Size(f) > 2 && u.Size(f) <= completeUpTo {
			groups[f] = append(groups[f], int32(i))
		}
	}
	known := map[[2]int32]bool{}
	for _, s := range scored {
		if f := u.Find(s.A); groups[f] != nil && f == u.Find(s.B) {
			known[[2]int32{s.A, s.B}] = true
		}
	}
	var firsts []int32
	for f := range groups {
		firsts = append(firsts, f)
	}
	slices.Sort(firsts)
	var more [][2]int32
	for _, f := range firsts {
		list := groups[f]
		for x, a := range list {
			for _, b := range list[x+1:] {
				if k := [2]int32{a, b}; !known[k] {
					more = append(more, k)
				}
			}
		}
	}
	levels := r.compareAll(more)
	for k, x := range more {
		w := float32(l.Model.Alone.Prior + l.Model.Alone.Of(levels[k*nComparisons:(k+1)*nComparisons]))
		scored = append(scored, link.Scored{A: x[0], B: x[1], Same: w, Related: w})
	}
	return scored, append(kept, levels...)
}

// population is what deciding must know of the records.
func (l *Linked) population(scored []link.Scored, kept []uint8, decisions []decided) *link.Population {
	r := l.Records
	p := &link.Population{Data: r.data, Unit: make([]int32, r.N()), Many: make([]bool, len(r.Datasets))}
	for i := range p.Unit {
		p.Unit[i] = int32(i)
	}
	for d := range p.Many {
		p.Many[d] = true // one person may stand in a list several times: that is what is looked for
	}
	must := map[[2]int32]bool{}
	for _, d := range decisions {
		if d.relation == link.Same {
			p.Must = append(p.Must, [2]int32{d.a, d.b})
			must[[2]int32{d.a, d.b}] = true
		} else {
			p.Cannot = append(p.Cannot, [2]int32{d.a, d.b})
		}
	}
	for k, s := range scored {
		if r.claims[r.data[s.A]] || r.claims[r.data[s.B]] || must[[2]int32{s.A, s.B}] {
			continue // sources err about persons; lists say who is who
		}
		if l.forbidden(kept[k*nComparisons : (k+1)*nComparisons]) {
			p.Cannot = append(p.Cannot, [2]int32{s.A, s.B})
		}
	}
	return p
}

// slips is the share of contradicting births among pairs that agree otherwise from which on the births of a list are known to be full of slips:
// a contradiction then weighs as was learned, and forbids nothing.
const slips = 0.08

// forbidden reports pairs of entries of lists that can't be one, however alike their names: activity long after death; births that
// contradict each other beyond precision and beyond a slip of the pen, or other numbers of a kind of which everybody has one. Where another
// value that identifies somebody agrees (document, contact, address), one of the two is a slip, and the weights decide.
func (l *Linked) forbidden(levels []uint8) bool {
	known := levels[cDocument] >= 3 || levels[cContact] >= 3 || levels[cAddress] >= 6
	births := levels[cBirth] == 1 && l.Model.M[cBirth][1] < slips
	numbers := levels[cDocument] == 1 && levels[cBirth] < 8
	return levels[cLife] == 1 || !known && (births || numbers)
}

// accepted is the clusters that are merged: by decisions, and by pairs of at least the probability that the user accepts.
func (l *Linked) accepted(cluster []int32, decisions []decided, accept float64) []int32 {
	u := link.NewUnion(len(cluster))
	for _, d := range decisions {
		if d.relation == link.Same {
			u.Join(d.a, d.b)
		}
	}
	if accept > 0 {
		for _, p := range l.Pairs {
			a, b := l.at[p.A.Data][p.A.Row], l.at[p.B.Data][p.B.Row]
			if p.Relation == link.Same && cluster[a] == cluster[b] && float64(p.Probability) >= accept {
				u.Join(a, b)
			}
		}
	}
	out := make([]int32, len(cluster))
	for i := range out {
		out[i] = u.Find(int32(i))
	}
	return out
}

// relate names the relation of each pair that is one.
func (l *Linked) relate(scored []link.Scored, kept []uint8, cluster []int32, decisions []decided) {
	r := l.Records
	word := map[[2]int32]decided{}
	for _, d := range decisions {
		word[[2]int32{d.a, d.b}] = d
		if d.relation == link.Different {
			l.apart[refPair(r.Refs[d.a], r.Refs[d.b])] = d.id
		}
	}
	third := l.thirds(scored, cluster)
	add := func(a, b int32, levels []uint8, rel link.Relation, bits float64, id string) {
		p := link.Pair{A: r.Refs[a], B: r.Refs[b], Relation: rel, Probability: float32(link.Probability(bits)), Decided: id, Levels: slices.Clone(levels)}
		p.Weight = float32(bits - l.Model.Alone.Prior)
		if rel == link.Same {
			p.Probability = max(p.Probability, third[[2]int32{a, b}])
		}
		p.Related = p.Probability
		if p.B.Compare(p.A) < 0 {
			p.A, p.B = p.B, p.A
		}
		l.Pairs = append(l.Pairs, p)
	}
	for k, s := range scored {
		key, levels := [2]int32{s.A, s.B}, kept[k*nComparisons:(k+1)*nComparisons]
		if d, ok := word[key]; ok {
			delete(word, key)
			if d.relation != link.Different {
				add(s.A, s.B, levels, d.relation, float64(s.Same), d.id)
			}
			continue
		}
		switch {
		case cluster[s.A] == cluster[s.B]:
			add(s.A, s.B, levels, link.Same, float64(s.Same), "")
		case link.Probability(float64(s.Same)) >= unsureFrom:
			add(s.A, s.B, levels, link.Unsure, float64(s.Same), "")
		}
	}
	for key, d := range word { // decided pairs that were no candidates, in any order: pairs are sorted below
		if d.relation != link.Different {
			levels := make([]uint8, nComparisons)
			r.Compare(key[0], key[1], levels)
			add(key[0], key[1], levels, d.relation, l.Model.Alone.Prior+l.Model.Alone.Of(levels), d.id)
		}
	}
	slices.SortFunc(l.Pairs, func(x, y link.Pair) int { return cmp.Or(x.A.Compare(y.A), x.B.Compare(y.B)) })
}

// thirds is, for pairs within a cluster, the best probability that both are one with a third member.
func (l *Linked) thirds(scored []link.Scored, cluster []int32) map[[2]int32]float32 {
	type edge struct {
		to int32
		p  float32
	}
	edges := map[int32][]edge{}
	for _, s := range scored {
		if cluster[s.A] == cluster[s.B] {
			p := float32(link.Probability(float64(s.Same)))
			edges[s.A] = append(edges[s.A], edge{s.B, p})
			edges[s.B] = append(edges[s.B], edge{s.A, p})
		}
	}
	out := map[[2]int32]float32{}
	for _, list := range edges {
		for x, e := range list {
			for _, f := range list[x+1:] {
				k := [2]int32{min(e.to, f.to), max(e.to, f.to)}
				out[k] = max(out[k], e.p*f.p)
			}
		}
	}
	return out
}

// entities lists clusters with their records.
func (l *Linked) entities(cluster []int32) []link.Entity {
	members := map[int32][]link.Member{}
	for i, c := range cluster {
		members[c] = append(members[c], link.Member{Ref: l.Records.Refs[i], Relation: link.Same})
	}
	out := make([]link.Entity, 0, len(members))
	for _, list := range members {
		slices.SortFunc(list, func(x, y link.Member) int { return x.Ref.Compare(y.Ref) })
		out = append(out, link.Entity{Members: list})
	}
	slices.SortFunc(out, func(x, y link.Entity) int { return x.Members[0].Ref.Compare(y.Members[0].Ref) })
	return out
}

// refPair puts two records into their order.
func refPair(a, b link.Ref) [2]link.Ref {
	if b.Compare(a) < 0 {
		a, b = b, a
	}
	return [2]link.Ref{a, b}
}

// Holds reports whether a record is an entry of this kind.
func (l *Linked) Holds(a link.Ref) bool {
	return int(a.Data) < len(l.at) && int(a.Row) < len(l.at[a.Data]) && l.at[a.Data][a.Row] >= 0
}

// PairOf returns what is known of two records: the pair that linking found, or, where it found none, one with relation Different
// and the levels of the two.
func (l *Linked) PairOf(a, b link.Ref) link.Pair {
	key := refPair(a, b)
	a, b = key[0], key[1]
	i, ok := slices.BinarySearchFunc(l.Pairs, link.Pair{A: a, B: b}, func(x, y link.Pair) int { return cmp.Or(x.A.Compare(y.A), x.B.Compare(y.B)) })
	if ok {
		return l.Pairs[i]
	}
	p := link.Pair{A: a, B: b, Decided: l.apart[key], Levels: make([]uint8, nComparisons)}
	l.Records.Compare(l.at[a.Data][a.Row], l.at[b.Data][b.Row], p.Levels)
	p.Weight = float32(l.Model.Alone.Of(p.Levels))
	p.Probability = float32(link.Probability(l.Model.Alone.Prior + float64(p.Weight)))
	p.Related = p.Probability
	return p
}

// Alone is the probability of a pair by its own comparisons, without third entries.
func (l *Linked) Alone(p *link.Pair) float64 {
	return link.Probability(l.Model.Alone.Prior + float64(p.Weight))
}

// BirthsConflict reports levels of a pair whose births contradict each other beyond precision and beyond a slip of the pen.
func BirthsConflict(levels []uint8) bool { return levels[cBirth] == 1 || levels[cBirth] == 2 }
