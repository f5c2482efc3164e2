package link

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// keyOf makes a key that emits the values listed for each record.
func keyOf(limit, window int, values [][]uint64) Key {
	return Key{Name: "test", Cap: limit, Window: window, Emit: func(i int32, add func(uint64)) {
		for _, v := range values[i] {
			add(v)
		}
	}}
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name          string
		limit, window int
		values        [][]uint64
		want          [][2]int32
		capped        int
	}{
		{"nobody shares", 9, 1, [][]uint64{{1}, {2}, {}, {3}}, nil, 0},
		{"one block", 9, 1, [][]uint64{{7}, {1}, {7}, {7}}, [][2]int32{{0, 2}, {0, 3}, {2, 3}}, 0},
		{"two values in common are one pair", 9, 1, [][]uint64{{7, 8}, {8, 7}}, [][2]int32{{0, 1}}, 0},
		{"a value emitted twice", 9, 1, [][]uint64{{7, 7}, {7}}, [][2]int32{{0, 1}}, 0},
		{"as many as the cap", 3, 1, [][]uint64{{7}, {7}, {7}}, [][2]int32{{0, 1}, {0, 2}, {1, 2}}, 0},
		{"over the cap, a window of one", 3, 1, [][]uint64{{7}, {7}, {7}, {7}}, [][2]int32{{0, 1}, {1, 2}, {2, 3}}, 1},
		{"over the cap, a window of two", 3, 2, [][]uint64{{7}, {7}, {7}, {7}}, [][2]int32{{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}}, 1},
		{"no records", 3, 2, nil, nil, 0},
	} {
		k := keyOf(c.limit, c.window, c.values)
		pairs, capped := k.Blocks(context.Background(), len(c.values), 4)
		var got [][2]int32
		for _, p := range pairs {
			got = append(got, [2]int32{p.A, p.B})
			if p.Keys != 4 {
				t.Errorf("%s: pair %d-%d has keys %b", c.name, p.A, p.B, p.Keys)
			}
		}
		if !slices.Equal(got, c.want) || capped != c.capped {
			t.Errorf("%s: %v with %d capped, want %v with %d", c.name, got, capped, c.want, c.capped)
		}
	}
}

// Blocks gives the pairs that share a value, each once, ordered, however many cores there are and in whatever order
// values are emitted.
func TestBlocksAgainstAllPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.SliceOfN(rapid.Uint64Range(0, 6), 0, 3), 0, 25).Draw(t, "values")
		k := keyOf(len(values)+1, 1, values)
		got, _ := k.Blocks(context.Background(), len(values), 1)
		var want []Candidate
		for i := range values {
			for j := i + 1; j < len(values); j++ {
				if slices.ContainsFunc(values[i], func(v uint64) bool { return slices.Contains(values[j], v) }) {
					want = append(want, Candidate{int32(i), int32(j), 1})
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		for i := range values {
			slices.Reverse(values[i])
		}
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
		if again, _ := k.Blocks(context.Background(), len(values), 1); !slices.Equal(again, want) {
			t.Fatalf("with other cores and order %v, want %v", again, want)
		}
	})
}

// A value that all records share costs a window a record, not all pairs.
func TestBlocksAreCapped(t *testing.T) {
	const n, window = 50_000, 5
	k := Key{Cap: 100, Window: window, Emit: func(_ int32, add func(uint64)) { add(1) }}
	pairs, capped := k.Blocks(context.Background(), n, 1)
	if len(pairs) > n*window || capped != 1 {
		t.Errorf("%d pairs of %d records, %d blocks capped", len(pairs), n, capped)
	}
}

func TestBlocksStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	k := Key{Cap: 9, Window: 1, Emit: func(i int32, add func(uint64)) { add(uint64(i / 2)) }}
	if pairs, _ := k.Blocks(ctx, 100, 1); len(pairs) > 2 {
		t.Errorf("%d pairs after the run was interrupted", len(pairs))
	}
}

func TestStats(t *testing.T) {
	var list []Candidate
	add := func(n int, keys uint16) {
		for range n {
			list = append(list, Candidate{0, int32(len(list) + 1), keys})
		}
	}
	add(30, 0b011)
	add(10, 0b111)
	add(5, 0b100)
	add(20, 0b110)
	got := Stats(list, []string{"a", "b", "c"}, []int{1, 0, 2})
	want := []BlockStat{
		{"a", 40, 0, 1, 10.0 / 30}, // b and c agree on 30, of which a finds 10
		{"b", 60, 0, 0, nan},       // a and c agree on 10: too few
		{"c", 35, 5, 2, 10.0 / 40}, // a and b agree on 40
	}
	for k := range want {
		if got[k].Name != want[k].Name || got[k].Pairs != want[k].Pairs || got[k].Alone != want[k].Alone || got[k].Capped != want[k].Capped {
			t.Errorf("%+v, want %+v", got[k], want[k])
		}
		if r, w := got[k].Recall, want[k].Recall; math.IsNaN(r) != math.IsNaN(w) || math.Abs(r-w) > 1e-12 {
			t.Errorf("recall of %s is %v, want %v", want[k].Name, r, w)
		}
	}
}
