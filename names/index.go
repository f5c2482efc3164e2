package names

import (
	"cmp"
	"slices"
)

// Index finds the names of a list that are most like a query. Add all names before the first search; searches may then run from
// several goroutines.
type Index struct {
	matcher  *Matcher
	names    []*Name
	ids      []int32 // entity of each name
	postings map[uint64][]int32
}

// NewIndex returns an empty index.
func NewIndex(m *Matcher) *Index { return &Index{matcher: m, postings: map[uint64][]int32{}} }

// Add puts a name of an entity into the index; an entity may have several names.
func (x *Index) Add(entity int, n *Name) {
	at := int32(len(x.names))
	x.names, x.ids = append(x.names, n), append(x.ids, int32(entity))
	var buf [64]uint64
	for _, k := range n.Keys(buf[:0]) {
		x.postings[k] = append(x.postings[k], at)
	}
}

// Len is the number of names.
func (x *Index) Len() int { return len(x.names) }

// Hit is an entity found by a search, with its name that is most like the query.
type Hit struct {
	Entity int
	Name   *Name
	Score  Score
}

const (
	// smallIndex is the number of names that are all compared with each query: keys save time only beyond it.
	smallIndex = 20_000
	// mostPosted is the number of names that one key may bring in; the keys of a query are used from the rarest on.
	mostPosted = 5_000
)

// Search returns the entities most like a name, best first, at most top of them; entities of equal value are ordered by number. A query
// of one kind finds names of kinds that it can be compared with: a person's name no group.
func (x *Index) Search(q *Name, top int) []Hit {
	best := map[int32]Hit{}
	try := func(i int32) {
		n := x.names[i]
		if !matchable(q.Kind, n.Kind) {
			return
		}
		s := x.matcher.Compare(q, n)
		if s.Value <= 0 {
			return
		}
		if h, ok := best[x.ids[i]]; !ok || s.Value > h.Score.Value {
			best[x.ids[i]] = Hit{int(x.ids[i]), n, s}
		}
	}
	if len(x.names) <= smallIndex {
		for i := range x.names {
			try(int32(i))
		}
	} else {
		for _, i := range x.candidates(q) {
			try(i)
		}
	}
	return ranked(best, top)
}

// candidates are the names that share a key with the query.
func (x *Index) candidates(q *Name) []int32 {
	var buf [64]uint64
	keys := q.Keys(buf[:0])
	slices.SortFunc(keys, func(a, b uint64) int {
		return cmp.Or(len(x.postings[a])-len(x.postings[b]), cmp.Compare(a, b))
	})
	var out []int32
	for i, k := range keys {
		list := x.postings[k]
		if i > 0 && len(out)+len(list) > mostPosted {
			break
		}
		out = append(out, list[:min(len(list), mostPosted)]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func matchable(a, b Kind) bool {
	return a == b || a == LegalEntity || b == LegalEntity || a != Person && b != Person
}

// SearchText searches all names that a cell holds ([Split]); an entity has the value of the likest.
func (x *Index) SearchText(text string, kind Kind, top int) []Hit {
	variants := Split(text)
	if len(variants) == 1 {
		return x.Search(Parse(variants[0], kind), top)
	}
	best := map[int]Hit{}
	for _, v := range variants {
		for _, h := range x.Search(Parse(v, kind), top) {
			if old, ok := best[h.Entity]; !ok || h.Score.Value > old.Score.Value {
				best[h.Entity] = h
			}
		}
	}
	return ranked(best, top)
}

func ranked[K comparable](best map[K]Hit, top int) []Hit {
	hits := make([]Hit, 0, len(best))
	for _, h := range best {
		hits = append(hits, h)
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score.Value, a.Score.Value), cmp.Compare(b.Score.Bits, a.Score.Bits), a.Entity-b.Entity)
	})
	return hits[:min(top, len(hits))]
}
