package event

import (
	"cmp"
	"context"
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// decide scores the candidates, weighs them against their rivals, assigns records to events and names the relations. It returns the
// scores.
func (l *Linked) decide(ctx context.Context, candidates []link.Candidate, decisions []decided) ([]link.Scored, error) {
	r, m := l.Records, l.Model
	r.split(decisions)
	scored, kept := r.Score(ctx, m, candidates)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p := r.population(decisions)
	rivals := link.Rivals(p, scored)
	if l.learn != nil {
		l.refitInView(scored, rivals, decisions)
	}
	link.Each(len(scored), blockPairs, func(from, to int) {
		var levels [nLevels]uint8
		for k := from; k < to; k++ {
			s := &scored[k]
			kept[k].unpack(levels[:])
			copy(levels[nComparisons:], view(rivals, k))
			bonus := r.bonus(s.A, s.B)
			same, related := bonus+m.Same.Prior+m.Same.Of(levels[:]), bonus+m.Related.Prior+m.Related.Of(levels[:])
			s.Same, s.Related = float32(same), float32(max(same, related))
		}
	})
	cluster := link.Assign(p, scored)
	l.relate(scored, kept, rivals, cluster, decisions)
	l.entities(cluster)
	return scored, nil
}

// split takes rows out of their units that a reviewer told apart, also where he did so by way of others: one row is the same as a
// record from which another row of the unit is different.
func (r *Records) split(decisions []decided) {
	if !slices.ContainsFunc(decisions, func(d decided) bool { return d.relation != link.Same }) {
		return
	}
	together := link.NewUnion(r.N())
	for i, u := range r.unit {
		together.Join(int32(i), u)
	}
	for _, d := range decisions {
		if d.relation == link.Same {
			together.Join(d.a, d.b)
		}
	}
	apart := map[int32]bool{}
	for _, d := range decisions {
		if d.relation != link.Same && together.Find(d.a) == together.Find(d.b) {
			apart[together.Find(d.a)] = true
		}
	}
	if len(apart) == 0 {
		return
	}
	for i := range r.unit {
		if apart[together.Find(int32(i))] {
			r.unit[i], r.rows[i], r.sums[i] = int32(i), 1, r.deaths[i]
		}
	}
}

// relate names the relation of each pair that is one.
func (l *Linked) relate(scored []link.Scored, kept []Packed, rivals []uint8, cluster []int32, decisions []decided) {
	r := l.Records
	word := map[[2]int32]decided{}
	l.apart = map[[2]link.Ref]string{}
	for _, d := range decisions {
		word[[2]int32{d.a, d.b}] = d
		if d.relation == link.Different {
			l.apart[refPair(r.Refs[d.a], r.Refs[d.b])] = d.id
		}
	}
	relations := make([]link.Relation, len(scored))
	link.Each(len(scored), blockPairs, func(from, to int) {
		for k := from; k < to; k++ {
			s := scored[k]
			relations[k] = r.relation(s, cluster, link.Probability(float64(s.Same)), link.Probability(float64(s.Related)))
		}
	})
	ids := map[int]string{} // of the decisions about candidates
	for k := 0; k < len(scored) && len(word) > 0; k++ {
		key := [2]int32{scored[k].A, scored[k].B}
		if d, ok := word[key]; ok {
			delete(word, key)
			relations[k], ids[k] = d.relation, d.id
		}
	}
	order := l.inOrder(scored, relations)
	l.Pairs = make([]link.Pair, len(order))
	levels := make([]uint8, len(order)*nLevels)
	link.Each(len(order), blockPairs, func(from, to int) {
		for n := from; n < to; n++ {
			k := int(order[n])
			s, to := scored[k], levels[n*nLevels:(n+1)*nLevels:(n+1)*nLevels]
			kept[k].unpack(to)
			copy(to[nComparisons:], view(rivals, k))
			l.Pairs[n] = l.pair(s.A, s.B, relations[k], to, link.Probability(float64(s.Same)), link.Probability(float64(s.Related)), ids[k])
		}
	})
	if len(word) == 0 {
		return
	}
	for _, d := range word { // decided pairs that were no candidates, in any order: pairs are sorted below
		if d.relation != link.Different {
			levels := make([]uint8, nLevels)
			r.Compare(d.a, d.b, levels[:nComparisons])
			bonus := r.bonus(d.a, d.b)
			l.Pairs = append(l.Pairs, l.pair(d.a, d.b, d.relation, levels, link.Probability(bonus+l.Model.Same.Prior+l.Model.Same.Of(levels)), link.Probability(bonus+l.Model.Related.Prior+l.Model.Related.Of(levels)), d.id))
		}
	}
	slices.SortFunc(l.Pairs, func(x, y link.Pair) int { return cmp.Or(x.A.Compare(y.A), x.B.Compare(y.B)) })
}

// blockPairs is how many pairs are worked on at a time by one core.
const blockPairs = 1 << 13

// pair makes a pair of two records; it keeps the levels.
func (l *Linked) pair(a, b int32, rel link.Relation, levels []uint8, same, related float64, id string) link.Pair {
	refs := refPair(l.Records.Refs[a], l.Records.Refs[b])
	return link.Pair{
		A: refs[0], B: refs[1], Relation: rel, Probability: float32(same), Related: float32(max(same, related)), Decided: id,
		Weight: float32(l.Model.Same.Of(levels)), Levels: levels,
	}
}

// inOrder lists the pairs that are not Different by their records: sorted by counting, since millions of pairs have but few records each.
func (l *Linked) inOrder(scored []link.Scored, relations []link.Relation) []uint32 {
	r := l.Records
	base := make([]int32, len(r.Datasets)) // number of the first row of each dataset
	for d := 1; d < len(base); d++ {
		base[d] = base[d-1] + int32(r.Datasets[d-1].N)
	}
	number := func(i int32) int32 { return base[r.Refs[i].Data] + r.Refs[i].Row }
	starts := make([]uint32, r.N()+1)
	for k, s := range scored {
		if relations[k] != link.Different {
			starts[min(number(s.A), number(s.B))+1]++
		}
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	out := make([]uint32, starts[r.N()])
	filled := slices.Clone(starts)
	for k, s := range scored {
		if relations[k] != link.Different {
			first := min(number(s.A), number(s.B))
			out[filled[first]] = uint32(k)
			filled[first]++
		}
	}
	link.Each(r.N(), blockRows, func(from, to int) {
		for i := from; i < to; i++ {
			slices.SortFunc(out[starts[i]:starts[i+1]], func(x, y uint32) int {
				s, t := scored[x], scored[y]
				return cmp.Compare(max(number(s.A), number(s.B)), max(number(t.A), number(t.B)))
			})
		}
	})
	return out
}

// leastSame is what two records of one event must at least score for being called the same, in bits: below, they are held together
// by others, and are parts of it.
const leastSame = 0

// view is the levels of a pair in view of its rivals.
func view(rivals []uint8, k int) []uint8 {
	const n = nLevels - nComparisons
	return rivals[k*n : (k+1)*n]
}

func (r *Records) relation(s link.Scored, cluster []int32, same, related float64) link.Relation {
	switch {
	case r.unit[s.A] == r.unit[s.B]:
		if r.repeats(s.A, s.B) {
			return link.Same
		}
		return link.PartOf
	case cluster[s.A] == cluster[s.B] && r.data[s.A] == r.data[s.B] && !r.claims[r.data[s.A]]:
		return link.PartOf
	case cluster[s.A] == cluster[s.B] && (float64(s.Same) > leastSame || r.claims[r.data[s.A]] || r.claims[r.data[s.B]]):
		return link.Same
	case cluster[s.A] == cluster[s.B]:
		return link.PartOf
	case related >= partFrom, related >= insideFrom && r.inside(s.A, s.B):
		return link.PartOf
	case same >= unsureFrom:
		return link.Unsure
	}
	return link.Different
}

// A pair is called part of one event from partFrom on; from insideFrom on where one record lies inside the other, which is what a part is.
const (
	partFrom   = 0.5
	insideFrom = 0.35
)

// inside reports whether one of two records spans a week or more and the other falls into it, at the same place and of a kind that
// goes with it.
func (r *Records) inside(i, j int32) bool {
	if r.first[i] > r.last[i] || r.first[j] > r.last[j] {
		return false
	}
	if r.last[i]-r.first[i] < r.last[j]-r.first[j] {
		i, j = j, i
	}
	return r.last[i]-r.first[i] >= 7 && r.last[j]-r.first[j] <= 2 && r.first[j] >= r.first[i] && r.last[j] <= r.last[i] &&
		r.lat[i] == r.lat[i] && r.lat[j] == r.lat[j] && r.km(i, j) <= 5 && r.compareKind(i, j) <= 2
}

// repeats reports whether two rows of one unit tell the same and not two parts: all is the same, or one note, day, kind and number of dead.
func (r *Records) repeats(i, j int32) bool {
	return r.twice(i, j) || r.note[i] != 0 && r.note[i] == r.note[j] && r.series[i] == 0 && r.first[i] == r.first[j] && r.kind[i] == r.kind[j] && (r.deaths[i] == r.deaths[j] || r.deaths[i].low != r.deaths[i].low && r.deaths[j].low != r.deaths[j].low) && r.extent[i]&extentLinked == 0
}

// entities lists the events with their records.
func (l *Linked) entities(cluster []int32) {
	r := l.Records
	leader := make([]int32, len(cluster)) // of each unit: the row that stands for it
	for i := range leader {
		leader[i] = -1
	}
	ends := make([]uint32, len(cluster)+1) // of the members of each cluster
	for i, c := range cluster {
		if u := r.unit[i]; leader[u] < 0 || r.leads(int32(i), leader[u]) {
			leader[u] = int32(i)
		}
		ends[c+1]++
	}
	n := 0
	for c := range cluster {
		if ends[c+1] > 0 {
			n++
		}
		ends[c+1] += ends[c]
	}
	all := make([]link.Member, len(cluster))
	filled := slices.Clone(ends)
	for i, c := range cluster {
		rel := link.Same
		if lead := leader[r.unit[i]]; lead != int32(i) && !r.repeats(int32(i), lead) {
			rel = link.PartOf
		}
		all[filled[c]] = link.Member{Ref: r.Refs[i], Relation: rel}
		filled[c]++
	}
	link.Each(len(cluster), blockRows, func(from, to int) {
		for c := from; c < to; c++ {
			slices.SortFunc(all[ends[c]:ends[c+1]], func(x, y link.Member) int {
				return cmp.Or(cmp.Compare(y.Relation, x.Relation), x.Ref.Compare(y.Ref))
			})
		}
	})
	l.Entities = make([]link.Entity, 0, n)
	for c := range cluster {
		if from, to := ends[c], ends[c+1]; from < to {
			l.Entities = append(l.Entities, link.Entity{Members: all[from:to:to]})
		}
	}
	link.Sort(l.Entities, func(x, y link.Entity) int { return x.Members[0].Ref.Compare(y.Members[0].Ref) })
}

// leads reports whether row i rather than j stands for their unit: the one with more dead, else the one that comes first.
func (r *Records) leads(i, j int32) bool {
	x, y := best(r.deaths[i]), best(r.deaths[j])
	if x != x {
		x = -1
	}
	if y != y {
		y = -1
	}
	if x != y {
		return x > y
	}
	return i < j
}

// Population is what deciding must know of the records, without decisions.
func (r *Records) Population() *link.Population { return r.population(nil) }

// Relations links candidates with a model and returns the relations by the positions of the records, for measuring.
func (r *Records) Relations(ctx context.Context, m *link.Model, candidates []link.Candidate) (map[[2]int32]link.Relation, error) {
	l := &Linked{Result: &link.Result{Datasets: r.Datasets}, Model: m, Records: r}
	l.index()
	if _, err := l.decide(ctx, candidates, nil); err != nil {
		return nil, err
	}
	out := map[[2]int32]link.Relation{}
	for _, p := range l.Pairs {
		a, b := l.at[p.A.Data][p.A.Row], l.at[p.B.Data][p.B.Row]
		out[[2]int32{min(a, b), max(a, b)}] = p.Relation
	}
	return out, nil
}

// refitInView refits the scales that see the rivals to the decisions among the candidates.
func (l *Linked) refitInView(scored []link.Scored, rivals []uint8, decisions []decided) {
	word := map[[2]int32]link.Relation{}
	for _, d := range decisions {
		word[[2]int32{d.a, d.b}] = d.relation
	}
	var list []link.Labelled
	for k, s := range scored {
		rel, ok := word[[2]int32{s.A, s.B}]
		if !ok {
			continue
		}
		x := link.Labelled{Levels: make([]uint8, nLevels), Relation: rel, Weight: 1}
		l.Records.Compare(s.A, s.B, x.Levels[:nComparisons])
		copy(x.Levels[nComparisons:], view(rivals, k))
		list = append(list, x)
	}
	if link.Enough(list) {
		l.Model.RefitInView(list, 1)
	}
}

// bonus is what speaks for two claims of claim tables beforehand.
func (r *Records) bonus(i, j int32) float64 {
	if r.claims[r.data[i]] && r.claims[r.data[j]] {
		return claimBonus
	}
	return 0
}

// refPair puts two records into their order.
func refPair(a, b link.Ref) [2]link.Ref {
	if b.Compare(a) < 0 {
		a, b = b, a
	}
	return [2]link.Ref{a, b}
}

// PairOf returns what is known of two records: the pair that linking found, or, where it found none, one with relation Different
// and the levels of the two alone.
func (l *Linked) PairOf(a, b link.Ref) link.Pair {
	key := refPair(a, b)
	a, b = key[0], key[1]
	i, ok := slices.BinarySearchFunc(l.Pairs, link.Pair{A: a, B: b}, func(x, y link.Pair) int { return cmp.Or(x.A.Compare(y.A), x.B.Compare(y.B)) })
	if ok {
		return l.Pairs[i]
	}
	p := link.Pair{A: a, B: b, Decided: l.apart[key], Levels: make([]uint8, nLevels)}
	l.Records.Compare(l.at[a.Data][a.Row], l.at[b.Data][b.Row], p.Levels[:nComparisons])
	p.Weight = float32(l.Model.Same.Of(p.Levels))
	p.Probability = float32(link.Probability(l.Prior(a, b) + float64(p.Weight)))
	return p
}

// Prior is the log odds of a pair before anything is compared, in bits.
func (l *Linked) Prior(a, b link.Ref) float64 {
	return l.Model.Same.Prior + l.Records.bonus(l.at[a.Data][a.Row], l.at[b.Data][b.Row])
}

// EntityOf is the index of the entity that a record describes, -1 where the record is in none.
func (l *Linked) EntityOf(a link.Ref) int {
	for e := range l.Entities {
		for _, m := range l.Entities[e].Members {
			if m.Ref == a {
				return e
			}
		}
	}
	return -1
}
