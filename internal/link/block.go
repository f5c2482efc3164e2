package link

import (
	"cmp"
	"context"
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// Candidate is a pair of records that some blocking key brings together, by their positions, A < B, and the keys that did so,
// as bits by their order.
type Candidate struct {
	A, B int32
	Keys uint16
}

// Key brings records together that have a value in common. Emit adds the values of a record. A block of more than Cap
// records is not compared in full: each record meets its Window neighbours in the order of positions.
type Key struct {
	Name   string
	Cap    int
	Window int
	Emit   func(i int32, add func(value uint64))
}

// BlockStat says what a blocking key came to.
type BlockStat struct {
	Name   string
	Pairs  int     // pairs that the key gives
	Alone  int     // pairs that no other key gives
	Capped int     // blocks, or records, that were too large to be compared in full
	Recall float64 // estimated share of the pairs worth comparing that the key finds: of those that two other keys or more agree on; NaN where these are too few
}

type emitted struct {
	value uint64
	at    int32
}

// Blocks returns the pairs that share a value of a key, ordered, each once per key. Work and memory are linear in the number of
// emitted values.
func (k *Key) Blocks(ctx context.Context, n int, bit uint16) (pairs []Candidate, capped int) {
	workers := runtime.GOMAXPROCS(0)
	parts := make([][]emitted, workers)
	var pool sync.WaitGroup
	for w := range workers {
		pool.Add(1)
		go func() {
			defer pool.Done()
			from, to := n*w/workers, n*(w+1)/workers
			list := make([]emitted, 0, to-from)
			for i := from; i < to; i++ {
				k.Emit(int32(i), func(v uint64) { list = append(list, emitted{v, int32(i)}) })
			}
			parts[w] = list
		}()
	}
	pool.Wait()
	all, ends := spread(parts)
	const some = 64 // groups at a time
	found, over := make([][]pairOf, (len(ends)+some-1)/some), make([]int, (len(ends)+some-1)/some)
	EachWith(len(ends), some, func() *[]pairOf { return new([]pairOf) }, func(own *[]pairOf, from, to int) {
		if ctx.Err() != nil {
			return
		}
		list := (*own)[:0]
		for g := from; g < to; g++ {
			begin := 0
			if g > 0 {
				begin = ends[g-1]
			}
			n := 0
			list, n = k.pairs(list, all[begin:ends[g]])
			over[from/some] += n
		}
		*own, found[from/some] = list, slices.Clone(list)
	})
	for _, n := range over {
		capped += n
	}
	return ordered(found, n, bit), capped
}

// spread brings what was emitted into groups by a few bits of the value, so that each group is sorted and compared by itself. ends
// are the ends of the groups.
func spread(parts [][]emitted) (all []emitted, ends []int) {
	total := 0
	for _, list := range parts {
		total += len(list)
	}
	// As many groups as keep them small, within what a processor holds close at hand.
	few := min(max(bits.Len(uint(total/32)), 6), 13)
	group := func(e emitted) uint64 { return (e.value * 0x9e3779b97f4a7c15) >> (64 - few) }
	ends = make([]int, 1<<few)
	for _, list := range parts {
		for _, e := range list {
			ends[group(e)]++
		}
	}
	sum := 0
	for g, n := range ends {
		ends[g], sum = sum, sum+n
	}
	all = make([]emitted, total)
	for _, list := range parts {
		for _, e := range list {
			g := group(e)
			all[ends[g]] = e
			ends[g]++
		}
	}
	return all, ends
}

// pairOf is two records, a before b.
type pairOf struct{ a, b int32 }

// pairs adds the pairs of records that share a value.
func (k *Key) pairs(list []pairOf, all []emitted) (pairs []pairOf, capped int) {
	slices.SortFunc(all, func(a, b emitted) int {
		if a.value != b.value {
			return cmp.Compare(a.value, b.value)
		}
		return cmp.Compare(a.at, b.at)
	})
	all = slices.Compact(all)
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].value == all[from].value {
			to++
		}
		block := all[from:to]
		reach := len(block)
		if len(block) > k.Cap {
			capped++
			reach = k.Window
		}
		for x := range block {
			for y := x + 1; y < min(len(block), x+1+reach); y++ {
				list = append(list, pairOf{block[x].at, block[y].at})
			}
		}
		from = to
	}
	return list, capped
}

// ordered makes ordered candidates of the pairs of n records, each once. They are counted into place by their first record, in linear
// time; what is left to sort is short.
func ordered(found [][]pairOf, n int, bit uint16) []Candidate {
	ends := make([]int, n+1)
	for _, list := range found {
		for _, p := range list {
			ends[p.a+1]++
		}
	}
	for i := range n {
		ends[i+1] += ends[i]
	}
	total := ends[n]
	seconds := make([]int32, total)
	for k, list := range found {
		for _, p := range list {
			seconds[ends[p.a]] = p.b
			ends[p.a]++ // becomes the end of the list, which is where the next one began
		}
		found[k] = nil
	}
	of := func(i int) []int32 {
		if i == 0 {
			return seconds[:ends[0]]
		}
		return seconds[ends[i-1]:ends[i]]
	}
	Each(n, 1<<12, func(from, to int) {
		for i := from; i < to; i++ {
			slices.Sort(of(i))
		}
	})
	out := make([]Candidate, 0, total)
	for i := range n {
		last := int32(-1)
		for _, b := range of(i) {
			if b != last {
				out = append(out, Candidate{int32(i), b, bit})
			}
			last = b
		}
	}
	return out
}

// Join joins two ordered lists of candidates into one, in linear time.
func Join(x, y []Candidate) []Candidate {
	if len(y) == 0 {
		return x
	}
	out := make([]Candidate, 0, len(x)+len(y))
	for len(x) > 0 && len(y) > 0 {
		switch c := cmp.Or(cmp.Compare(x[0].A, y[0].A), cmp.Compare(x[0].B, y[0].B)); {
		case c < 0:
			out, x = append(out, x[0]), x[1:]
		case c > 0:
			out, y = append(out, y[0]), y[1:]
		default:
			out = append(out, Candidate{x[0].A, x[0].B, x[0].Keys | y[0].Keys})
			x, y = x[1:], y[1:]
		}
	}
	return append(append(out, x...), y...)
}

// Stats counts what each key came to. names are those of the keys in the order of their bits.
func Stats(list []Candidate, names []string, capped []int) []BlockStat {
	out := make([]BlockStat, len(names))
	both, seen := make([]int, len(names)), make([]int, len(names))
	for _, c := range list {
		for k := range names {
			bit := uint16(1) << k
			others := bits.OnesCount16(c.Keys &^ bit)
			if others >= 2 {
				seen[k]++
			}
			if c.Keys&bit == 0 {
				continue
			}
			out[k].Pairs++
			if others == 0 {
				out[k].Alone++
			}
			if others >= 2 {
				both[k]++
			}
		}
	}
	const few = 20
	for k := range out {
		out[k].Name, out[k].Capped, out[k].Recall = names[k], capped[k], float64(both[k])/float64(seen[k])
		if seen[k] < few {
			out[k].Recall = nan
		}
	}
	return out
}
