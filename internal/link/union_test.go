package link

import (
	"testing"

	"pgregory.net/rapid"
)

func TestUnion(t *testing.T) {
	u := NewUnion(6)
	for _, j := range [][2]int32{{4, 2}, {5, 4}, {5, 2}, {3, 3}} {
		u.Join(j[0], j[1])
	}
	for i, want := range []int32{0, 1, 2, 3, 2, 2} {
		if got := u.Find(int32(i)); got != want {
			t.Errorf("group of %d is %d, want %d", i, got, want)
		}
	}
	for i, want := range []int32{1, 1, 3, 1, 3, 3} {
		if got := u.Size(int32(i)); got != want {
			t.Errorf("group of %d has %d records, want %d", i, got, want)
		}
	}
}

// The groups and their names do not depend on the order of joins.
func TestUnionOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 20).Draw(t, "n")
		at := rapid.Int32Range(0, int32(n-1))
		joins := rapid.SliceOf(rapid.Custom(func(t *rapid.T) [2]int32 { return [2]int32{at.Draw(t, "a"), at.Draw(t, "b")} })).Draw(t, "joins")
		other := rapid.Permutation(joins).Draw(t, "other order")
		u, v := NewUnion(n), NewUnion(n)
		for k := range joins {
			u.Join(joins[k][0], joins[k][1])
			v.Join(other[k][1], other[k][0])
		}
		for i := range int32(n) {
			if u.Find(i) != v.Find(i) || u.Size(i) != v.Size(i) {
				t.Fatalf("record %d: group %d of %d, in another order %d of %d", i, u.Find(i), u.Size(i), v.Find(i), v.Size(i))
			}
			if u.Find(i) > i {
				t.Fatalf("record %d is in a group that is named by the later record %d", i, u.Find(i))
			}
		}
	})
}
