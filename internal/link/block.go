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
	found, over := make([][]Candidate, len(ends)), make([]int, len(ends))
	Each(len(ends), 1, func(n, _ int) {
		if ctx.Err() == nil {
			from := 0
			if n > 0 {
				from = ends[n-1]
			}
			found[n], over[n] = k.pairs(all[from:ends[n]], bit)
		}
	})
	for _, n := range over {
		capped += n
	}
	return Merge(slices.Concat(found...)), capped
}

// spread brings what was emitted into groups by a few bits of the value, so that each group is sorted and compared by itself. ends
// are the ends of the groups.
func spread(parts [][]emitted) (all []emitted, ends []int) {
	const few = 8
	group := func(e emitted) uint64 { return (e.value * 0x9e3779b97f4a7c15) >> (64 - few) }
	ends = make([]int, 1<<few)
	total := 0
	for _, list := range parts {
		total += len(list)
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

// pairs brings together the records that share a value.
func (k *Key) pairs(all []emitted, bit uint16) (pairs []Candidate, capped int) {
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
				pairs = append(pairs, Candidate{block[x].at, block[y].at, bit})
			}
		}
		from = to
	}
	return pairs, capped
}

// Merge orders candidates and joins those of one pair.
func Merge(list []Candidate) []Candidate {
	// Candidates of one pair differ in their keys at most, which are joined in any order.
	Sort(list, func(x, y Candidate) int {
		if x.A != y.A {
			return cmp.Compare(x.A, y.A)
		}
		return cmp.Compare(x.B, y.B)
	})
	out := list[:0]
	for _, c := range list {
		if n := len(out); n > 0 && out[n-1].A == c.A && out[n-1].B == c.B {
			out[n-1].Keys |= c.Keys
			continue
		}
		out = append(out, c)
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
