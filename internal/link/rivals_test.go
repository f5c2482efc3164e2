package link

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// named gives the levels of one pair in words.
func named(levels []uint8) []string {
	var out []string
	for c, l := range levels {
		out = append(out, RivalComparisons[c].Levels[l])
	}
	return out
}

func TestRivals(t *testing.T) {
	// One record each of datasets 0 and 2, two of dataset 1, two rows of one unit in dataset 3.
	p := apart(0, 1, 1, 2, 3, 3)
	p.Unit[5] = 4
	pairs := []Scored{
		{A: 0, B: 1, Same: 4},
		{A: 0, B: 2, Same: 1},
		{A: 0, B: 3, Same: 2},
		{A: 1, B: 3, Same: 3},
		{A: 2, B: 3, Same: -6},
		{A: 3, B: 4, Same: -1.5},
		{A: 3, B: 5, Same: 0.5},
		{A: 4, B: 5, Same: 9},
	}
	want := [][]string{
		{"almost certain", "far ahead", "no rival", "very strong", "the best of its rows"},
		{"strong", "behind a rival", "no rival", "very weak", "the best of its rows"}, // by three bits behind 0-1; 3 goes with 0 and hardly with 2
		{"very strong", "no rival", "no rival", "very strong", "the best of its rows"},
		{"almost certain", "no rival", "no rival", "very strong", "the best of its rows"},
		{"very weak", "far behind a rival", "far ahead", "strong", "the best of its rows"}, // 2 has no rival, which is worth -9 bits; 0 goes with both
		{"strong", "no rival", "no rival", "none", "another row goes better"},              // weighs as the better row of its unit
		{"strong", "no rival", "no rival", "none", "the best of its rows"},
		{"not weighed", "not weighed", "not weighed", "not weighed", "not weighed"},
	}
	k := len(RivalComparisons)
	got := Rivals(p, pairs)
	for n := range pairs {
		if x := named(got[n*k : (n+1)*k]); !slices.Equal(x, want[n]) {
			t.Errorf("%d-%d: %q, want %q", pairs[n].A, pairs[n].B, x, want[n])
		}
	}

	p.Many[1] = true
	if x := named(Rivals(p, pairs)[:k]); x[1] != "no rival" {
		t.Errorf("a table of claims has rivals: %q", x)
	}
}

func TestLevelOf(t *testing.T) {
	for c, b := range rivalBounds {
		if !slices.IsSorted(b) || len(b)+2 != len(RivalComparisons[c].Levels) {
			t.Errorf("%s: bounds %v for %d levels", RivalComparisons[c].Name, b, len(RivalComparisons[c].Levels))
		}
		if lo, hi := levelOf(-99, b), levelOf(99, b); lo != 1 || int(hi) != len(b)+1 {
			t.Errorf("%s: levels %d to %d", RivalComparisons[c].Name, lo, hi)
		}
	}
}

// Levels belong to a pair, whatever the order of the pairs and of the two of a pair.
func TestRivalsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, pairs, _ := scene(t)
		k := len(RivalComparisons)
		levels := map[[2]int32][]uint8{}
		all := Rivals(p, pairs)
		for n, s := range pairs {
			levels[[2]int32{s.A, s.B}] = all[n*k : (n+1)*k]
		}
		other := rapid.Permutation(pairs).Draw(t, "pairs")
		swapped := slices.Clone(other)
		for n, s := range other {
			swapped[n].A, swapped[n].B = s.B, s.A
		}
		for n, s := range other {
			want := levels[[2]int32{s.A, s.B}]
			if got := Rivals(p, other)[n*k : (n+1)*k]; !slices.Equal(got, want) {
				t.Fatalf("%v: levels %v, were %v", s, got, want)
			}
			if got := Rivals(p, swapped)[n*k : (n+1)*k]; !slices.Equal(got, want) {
				t.Fatalf("%v swapped: levels %v, were %v", s, got, want)
			}
		}
	})
}
