package link

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestEachAndSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 7, 8, 9, 1 << 13, 1<<15 + 1} {
		seen := make([]int, n)
		Each(n, 8, func(from, to int) {
			for i := from; i < to; i++ {
				seen[i]++
			}
		})
		list := make([]int, n)
		for i := range list {
			if seen[i] != 1 {
				t.Fatalf("%d of %d was worked on %d times", i, n, seen[i])
			}
			list[i] = r.IntN(1 + n/2)
		}
		want := slices.Sorted(slices.Values(list))
		if Sort(list, cmp.Compare[int]); !slices.Equal(list, want) {
			t.Errorf("%d numbers are not in order", n)
		}
	}
}

func TestOrdered(t *testing.T) {
	ctx := context.Background()
	square := func(from, _ int) int { return from * from }
	var got []int
	if err := Ordered(ctx, 100, 10, square, func(x int) error { got = append(got, x); return nil }); err != nil || len(got) != 10 || !slices.IsSorted(got) {
		t.Errorf("%v, %v", got, err)
	}
	full := errors.New("disk full")
	n := 0
	err := Ordered(ctx, 1_000_000, 10, square, func(int) error {
		if n++; n == 3 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || n != 3 {
		t.Errorf("error %v after %d results", err, n)
	}
	gone, stop := context.WithCancel(ctx)
	stop()
	if err := Ordered(gone, 100, 10, square, func(int) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
