package link

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestMergeAndJoin(t *testing.T) {
	x := []Candidate{{2, 3, 1}, {0, 1, 1}, {0, 1, 4}, {0, 5, 2}}
	want := []Candidate{{0, 1, 5}, {0, 5, 2}, {2, 3, 1}}
	if got := Merge(slices.Clone(x)); !slices.Equal(got, want) {
		t.Errorf("merged to %v, want %v", got, want)
	}
	if got := Merge(nil); len(got) != 0 {
		t.Errorf("nothing merged to %v", got)
	}
	y := []Candidate{{0, 1, 2}, {1, 2, 8}, {2, 3, 1}}
	joined := []Candidate{{0, 1, 7}, {0, 5, 2}, {1, 2, 8}, {2, 3, 1}}
	if got := Join(want, y); !slices.Equal(got, joined) {
		t.Errorf("joined to %v, want %v", got, joined)
	}
	if got := Join(y, want); !slices.Equal(got, joined) {
		t.Errorf("joined the other way to %v, want %v", got, joined)
	}
}

// Joining ordered lists is merging them.
func TestJoinIsMerge(t *testing.T) {
	candidate := rapid.Custom(func(t *rapid.T) Candidate {
		a := rapid.Int32Range(0, 5).Draw(t, "a")
		return Candidate{a, a + rapid.Int32Range(1, 4).Draw(t, "b"), 1 << rapid.IntRange(0, 6).Draw(t, "key")}
	})
	rapid.Check(t, func(t *rapid.T) {
		x := Merge(rapid.SliceOf(candidate).Draw(t, "x"))
		y := Merge(rapid.SliceOf(candidate).Draw(t, "y"))
		want := Merge(slices.Concat(x, y))
		if got := Join(x, y); !slices.Equal(got, want) {
			t.Fatalf("joined %v, merged %v", got, want)
		}
	})
}
