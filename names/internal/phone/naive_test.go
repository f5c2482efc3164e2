package phone

import (
	"testing"

	"pgregory.net/rapid"
)

func init() { load() }

// naive is the edit distance by its definition.
func naive(a, b *Reading) int32 {
	n, m := int(a.N), int(b.N)
	t := &tables[a.Kind()][b.Kind()]
	var d [maxPhones + 1][maxPhones + 1]int32
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			best := int32(1 << 20)
			if i == 0 && j == 0 {
				best = 0
			}
			if i > 0 {
				best = min(best, d[i-1][j]+int32(t.dropA[place(i-1, n)][a.P[i-1]&63]))
			}
			if j > 0 {
				best = min(best, d[i][j-1]+int32(t.dropB[place(j-1, m)][b.P[j-1]&63]))
			}
			if i > 0 && j > 0 {
				best = min(best, d[i-1][j-1]+int32(t.sub[int(a.P[i-1]&63)<<6|int(b.P[j-1]&63)]))
			}
			d[i][j] = best
		}
	}
	return d[n][m]
}

// drawReading is any sequence of symbols of one alphabet.
func drawReading(t *rapid.T, label string) Reading {
	kind := rapid.IntRange(0, Kinds-1).Draw(t, label)
	ps := rapid.SliceOfN(rapid.IntRange(1, len(symbols[kind])-1), 1, maxPhones).Draw(t, label)
	r := Reading{Abjad: kind == abjad, N: uint8(len(ps))}
	for i, p := range ps {
		r.P[i] = Phone(kind<<6 | p)
	}
	return r
}

func TestDistanceIsTheEditDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawReading(t, "a"), drawReading(t, "b")
		limit := rapid.Int32Range(0, 2500).Draw(t, "limit")
		want := naive(&a, &b)
		if got := Distance(&a, &b, limit); got != min(want, limit+1) {
			t.Fatalf("distance %d with limit %d, want %d", got, limit, want)
		}
		if got := Distance(&b, &a, limit); got != min(want, limit+1) {
			t.Fatalf("not symmetric: %d, want %d", got, want)
		}
		if got := Bound(a.Signature(), b.Signature()); got > want {
			t.Fatalf("bound %d of distance %d", got, want)
		}
		if a == b && want != 0 {
			t.Fatalf("equal readings are %d apart", want)
		}
	})
}
