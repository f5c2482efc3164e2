package grouping

import (
	"slices"
	"testing"

	"github.com/assaydata/assay/internal/wording"

	"pgregory.net/rapid"
)

func TestEqualAgainstMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.Uint64Range(0, 20)).Draw(t, "keys")
		g := Equal(keys)

		want := map[uint64][]int32{}
		var order []uint64
		for row, k := range keys {
			if k == 0 {
				continue
			}
			if want[k] == nil {
				order = append(order, k)
			}
			want[k] = append(want[k], int32(row))
		}
		i := 0
		for _, k := range order {
			if len(want[k]) < 2 {
				continue
			}
			if i >= g.Len() || !slices.Equal(g.At(i), want[k]) {
				t.Fatalf("group %d of %v: want %v", i, keys, want[k])
			}
			i++
		}
		if i != g.Len() {
			t.Fatalf("%d groups, want %d", g.Len(), i)
		}
	})
}

func TestConfirmSplitsCollisions(t *testing.T) {
	// Rows 0-4 share one hash, but only equal values may stay together.
	values := []int{7, 8, 7, 9, 8}
	g := Equal([]uint64{5, 5, 5, 5, 5}).Confirm(func(a, b int) bool { return values[a] == values[b] })
	if g.Len() != 2 || !slices.Equal(g.At(0), []int32{0, 2}) || !slices.Equal(g.At(1), []int32{1, 4}) {
		t.Errorf("got %v %v", g.rows, g.ends)
	}
}

func TestCounter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.Uint64Range(0, 9)).Draw(t, "keys")
		wanted := rapid.SliceOfDistinct(rapid.Uint64Range(0, 9), rapid.ID).Draw(t, "wanted")
		c := NewCounter(len(wanted))
		for _, k := range wanted {
			c.Want(k)
		}
		counts := map[uint64]int{}
		for _, k := range keys {
			if want := k != 0 && slices.Contains(wanted, k); c.AddWanted(k) != want {
				t.Fatalf("%d counted: %v", k, !want)
			}
			if k != 0 && slices.Contains(wanted, k) {
				counts[k]++
			}
		}
		for k := range uint64(10) {
			if c.Of(k) != counts[k] {
				t.Fatalf("%d counted %d times, want %d", k, c.Of(k), counts[k])
			}
		}
	})
}

func TestText(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{wording.Count(1, "row"), "1 row"},
		{wording.Count(1351, "row"), "1,351 rows"},
		{wording.Count(2, "day"), "2 days"},
		{wording.Thousands(12694), "12,694"},
		{wording.Thousands(-1234), "-1,234"},
		{wording.Thousands(-123), "-123"},
		{wording.Thousands(0), "0"},
		{wording.Total(63.000002), "63"},
		{wording.Total(12.6), "12.6"},
		{wording.Deaths(1), "1 death"},
		{wording.Deaths(0.9999), "1 death"},
		{wording.Deaths(45), "45 deaths"},
		{wording.Percent(0.114), "11 %"},
		{wording.Percent(0.003), "0.3 %"},
		{wording.Percent(0), "0 %"},
		{wording.List([]string{"a"}, 3), "a"},
		{wording.List([]string{"a", "b", "c"}, 3), "a, b and c"},
		{wording.List([]string{"a", "b", "c", "d"}, 3), "a, b, c and 1 more"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		deaths, low, high float64
		want              bool
	}{
		{15, 15, 15, true},
		{5, 15, 15, false},
		{18, 15, 20, true},
		{600, 60, 66, false}, // "at least 60"
	} {
		if got := Within(c.deaths, c.low, c.high); got != c.want {
			t.Errorf("Within(%v, %v, %v) = %v", c.deaths, c.low, c.high, got)
		}
	}
}
