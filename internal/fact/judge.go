package fact

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// most claims that are compared with each other; entities with more records than that are not events.
const mostCompared = 200

// bench is the comparison of all claims of a field that can be compared.
type bench struct {
	f      Field
	claims []*Claim
	rel    []answer // square

	origins int   // of the entity
	tally   []int // room for a number an origin
	held    []int // room for as many numbers as rel
}

func (b *bench) at(i, j int) answer { return b.rel[i*len(b.claims)+j] }

func (b *bench) set(i, j int, a answer) {
	b.rel[i*len(b.claims)+j], b.rel[j*len(b.claims)+i] = a, a
}

// emptied is a list of n zeros in the memory of another one.
func emptied[T any](list []T, n int) []T {
	list = slices.Grow(list[:0], n)[:n]
	clear(list)
	return list
}

// position is a value and the claims that hold it, all of which agree with each other.
type position struct {
	value   int // the claim whose value it is
	members []int
	votes   int     // origins
	width   float64 // of the value
}

// better orders positions: more origins, then more precise. Precision chooses among values that agree, and the one that stands for a
// tie; between values that contradict each other only origins decide.
func (p *position) better(o *position) int {
	return cmp.Or(cmp.Compare(o.votes, p.votes), cmp.Compare(p.width, o.width))
}

// against reports whether a claim of one position contradicts one of another.
func (b *bench) against(p, o *position) bool {
	for _, i := range p.members {
		for _, j := range o.members {
			if b.at(i, j) == differ {
				return true
			}
		}
	}
	return false
}

// judge compares the claims of a field and chooses a value.
func (e *entity) judge(fact *Fact) {
	f := fact.Field
	if len(fact.Claims) == 1 {
		fact.lone()
		return
	}
	b, whole := &e.room.bench, e.room.whole[:0]
	b.f, b.origins, b.claims = f, e.origins, b.claims[:0]
	for i := range fact.Claims {
		c := &fact.Claims[i]
		if c.Relation != link.Same || c.Repeat {
			continue
		}
		whole = append(whole, c)
		if !silent(f, &c.Value) && len(b.claims) < mostCompared {
			b.claims = append(b.claims, c)
		}
	}
	e.room.whole = whole
	switch {
	case len(whole) == 0:
		fact.Why = onlyParts
		return
	case len(b.claims) == 0:
		c := slices.MinFunc(whole, func(a, b *Claim) int { return cmp.Compare(width(f, &a.Value), width(f, &b.Value)) })
		fact.Verdict, fact.Value, fact.Origins = Uncontested, c.Value, 1
		fact.Why = inexact
		return
	case len(b.claims) == 1:
		c := b.claims[0]
		fact.Verdict, fact.Value, fact.Origins = Uncontested, c.Value, 1
		c.Stance = Agrees
		fact.Why = Alone
		return
	}
	e.compare(b)
	fact.decide(b, e.room)
}

// Alone is the reason of a fact that rests on one record.
const Alone = "one record states it"

// Why there is nothing to compare.
const (
	onlyParts = "only records of parts of the event state it"
	inexact   = "no record says it exactly enough to be compared"
)

// lone judges a single claim.
func (f *Fact) lone() {
	c := &f.Claims[0]
	if c.Relation != link.Same || c.Repeat {
		f.Why = onlyParts
		return
	}
	f.Verdict, f.Value, f.Origins, f.Why = Uncontested, c.Value, 1, inexact
	if !silent(f.Field, &c.Value) {
		c.Stance, f.Why = Agrees, Alone
	}
}

// compare fills the table of all pairs.
func (e *entity) compare(b *bench) {
	n := len(b.claims)
	b.rel = emptied(b.rel, n*n)
	b.held = slices.Grow(b.held[:0], n*n)[:n*n]
	for i, c := range b.claims {
		b.set(i, i, agree)
		for j := range i {
			b.set(i, j, relate(b.f, &c.Value, &b.claims[j].Value))
		}
	}
	if b.f == Place || b.f == PlaceName {
		e.severalPlaces(b)
	}
}

// severalPlaces takes the contradiction out of the places of an event that one dataset tells over several rows: they are
// different by design, and another dataset that names any of them agrees.
func (e *entity) severalPlaces(b *bench) {
	n := len(b.claims)
	excused := make([]bool, n*n)
	for i := range n {
		for k := range n {
			if i == k || !e.b.oneSeries(b.claims[i].Ref, b.claims[k].Ref) {
				continue
			}
			excused[i*n+k] = true
			for j := range n {
				if b.at(k, j) == agree && b.claims[j].Data != b.claims[i].Data {
					excused[i*n+j], excused[j*n+i] = true, true
				}
			}
		}
	}
	for i := range b.rel {
		if excused[i] && b.rel[i] == differ {
			b.rel[i] = nothing
		}
	}
}

// hold gathers the claims that agree with claim i and with each other, the most precise first.
func (b *bench) hold(i int, order []int) position {
	n := len(b.claims)
	p := position{value: i, members: append(b.held[i*n:i*n:(i+1)*n], i), width: width(b.f, &b.claims[i].Value)}
	for _, j := range order {
		if j == i || b.at(i, j) != agree || slices.ContainsFunc(p.members, func(m int) bool { return b.at(j, m) == differ }) {
			continue
		}
		p.members = append(p.members, j)
	}
	b.tally = emptied(b.tally, b.origins)
	balance := b.tally
	// An origin whose claims contradict each other votes for what most of them say, and for nothing where that is even.
	for _, m := range p.members {
		balance[b.claims[m].Origin]++
	}
	for j, c := range b.claims {
		if b.at(i, j) == differ {
			balance[c.Origin]--
		}
	}
	for _, m := range p.members {
		if o := b.claims[m].Origin; balance[o] > 0 {
			balance[o] = 0 // each votes once
			p.votes++
		}
	}
	slices.Sort(p.members)
	return p
}

// decide finds the position with the most origins behind it, and the verdict.
func (f *Fact) decide(b *bench, room *Room) {
	n := len(b.claims)
	order := room.order[:0]
	for i := range n {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(width(b.f, &b.claims[i].Value), width(b.f, &b.claims[j].Value))
	})
	all := room.all[:0]
	for _, i := range order {
		all = append(all, b.hold(i, order))
	}
	room.order, room.all = order, all
	slices.SortStableFunc(all, func(x, y position) int { return x.better(&y) })
	best := &all[0]
	tied := []*position{best}
	for i := range all[1:] {
		p := &all[1+i]
		if p.votes == best.votes && b.against(p, best) {
			tied = append(tied, p)
		}
	}
	f.Tie = len(tied) > 1
	f.Origins = max(1, best.votes)
	against := map[int]bool{}
	contested := false
	for i, c := range b.claims {
		switch {
		case slices.Contains(best.members, i):
			c.Stance = Agrees
		case b.at(i, best.value) != nothing:
			c.Stance = Differs
			against[c.Origin] = true
		}
		for j := range i {
			if b.at(i, j) == differ {
				contested = true
				f.Reread = f.Reread || c.Origin == b.claims[j].Origin
				f.Zero = f.Zero || b.f >= Deaths && zeroAgainst(c, b.claims[j])
			}
		}
	}
	f.Against = len(against)
	switch {
	case !contested && best.votes >= 2:
		f.Verdict = Corroborated
	case !contested:
		f.Verdict = Uncontested
	case b.beaten(best):
		f.Verdict = Refuted
		for i, c := range b.claims {
			if !slices.Contains(best.members, i) && c.Stance == Differs {
				c.Stance = Beaten
			}
		}
	default:
		f.Verdict = Contested
	}
	f.choose(b, best, tied)
	f.explain(b, best, all)
}

// beaten reports whether all that differ from a position of two origins or more are one origin, which everybody else
// contradicts.
func (b *bench) beaten(best *position) bool {
	if best.votes < 2 {
		return false
	}
	lone := -1
	for i, c := range b.claims {
		if slices.Contains(best.members, i) || b.at(i, best.value) == nothing {
			continue
		}
		if lone >= 0 && lone != c.Origin {
			return false
		}
		lone = c.Origin
		for _, m := range best.members {
			if b.at(i, m) != differ || b.claims[m].Origin == c.Origin {
				return false
			}
		}
	}
	return lone >= 0
}

func zeroAgainst(a, b *Claim) bool {
	aLow, aHigh := bounds(a.Value.Count)
	bLow, bHigh := bounds(b.Value.Count)
	return aHigh == 0 && bLow > 0 || bHigh == 0 && aLow > 0
}
