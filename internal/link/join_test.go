package link

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestJoin(t *testing.T) {
	x := []Candidate{{0, 1, 5}, {0, 5, 2}, {2, 3, 1}}
	y := []Candidate{{0, 1, 2}, {1, 2, 8}, {2, 3, 1}}
	joined := []Candidate{{0, 1, 7}, {0, 5, 2}, {1, 2, 8}, {2, 3, 1}}
	if got := Join(x, y); !slices.Equal(got, joined) {
		t.Errorf("joined to %v, want %v", got, joined)
	}
	if got := Join(y, x); !slices.Equal(got, joined) {
		t.Errorf("joined the other way to %v, want %v", got, joined)
	}
}

// merged orders candidates and joins those of one pair, the slow way.
func merged(list []Candidate) (out []Candidate) {
	keys := map[[2]int32]uint16{}
	for _, c := range list {
		keys[[2]int32{c.A, c.B}] |= c.Keys
	}
	for p, k := range keys {
		out = append(out, Candidate{p[0], p[1], k})
	}
	slices.SortFunc(out, func(x, y Candidate) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return out
}

// Joining ordered lists is merging them.
func TestJoinIsMerge(t *testing.T) {
	candidate := rapid.Custom(func(t *rapid.T) Candidate {
		a := rapid.Int32Range(0, 5).Draw(t, "a")
		return Candidate{a, a + rapid.Int32Range(1, 4).Draw(t, "b"), 1 << rapid.IntRange(0, 6).Draw(t, "key")}
	})
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.SliceOf(candidate).Draw(t, "x"), rapid.SliceOf(candidate).Draw(t, "y")
		want := merged(slices.Concat(x, y))
		if got := Join(merged(x), merged(y)); !slices.Equal(got, want) {
			t.Fatalf("joined %v, merged %v", got, want)
		}
	})
}

// Pairs found in any order and any number of times come out once, in order.
func TestOrderedPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 20).Draw(t, "records")
		found := rapid.SliceOf(rapid.SliceOf(rapid.Custom(func(t *rapid.T) pairOf {
			b := rapid.Int32Range(1, int32(n-1)).Draw(t, "b")
			return pairOf{rapid.Int32Range(0, b-1).Draw(t, "a"), b}
		}))).Draw(t, "found")
		var all []Candidate
		for _, list := range found {
			for _, p := range list {
				all = append(all, Candidate{p.a, p.b, 4})
			}
		}
		if got, want := ordered(found, n, 4), merged(all); !slices.Equal(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}
