package phone

import "testing"

// benchTokens are the readings of the tokens of the order test.
func benchTokens(script Script) (out []Reading) {
	for _, p := range append(spellings[:len(spellings):len(spellings)], strangers...) {
		for _, s := range p {
			if s = Clean(s); scriptOf(s) == script {
				out = append(out, Readings(nil, s, script)[0])
			}
		}
	}
	return out
}

// One operation is one comparison of two tokens, nearly all of different names, with the limit of a comparison of names.
func benchmarkDistance(b *testing.B, x, y []Reading, limit int32, bound bool) {
	sx, sy := make([]uint32, len(x)), make([]uint32, len(y))
	for i := range x {
		sx[i] = x[i].Signature()
	}
	for j := range y {
		sy[j] = y[j].Signature()
	}
	b.ReportAllocs()
	near, n := 0, 0
	for n < b.N {
		for i := range x {
			for j := range y {
				if n++; bound && Bound(sx[i], sy[j]) > limit {
					continue
				}
				if Distance(&x[i], &y[j], limit) <= limit {
					near++
				}
			}
		}
	}
	if near == 0 && n > 10_000 {
		b.Fatal("nothing is near")
	}
}

func BenchmarkDistance(b *testing.B) {
	latins, arabs := benchTokens(Latin), benchTokens(Arabic)
	for _, bound := range []bool{false, true} {
		name := map[bool]string{false: "alone", true: "signature"}[bound]
		b.Run("latin-latin/"+name, func(b *testing.B) { benchmarkDistance(b, latins, latins, 150, bound) })
		b.Run("latin-arabic/"+name, func(b *testing.B) { benchmarkDistance(b, latins, arabs, 150, bound) })
	}
	b.Run("latin-latin/unlimited", func(b *testing.B) { benchmarkDistance(b, latins, latins, 5000, false) })
}

func BenchmarkReadings(b *testing.B) {
	b.ReportAllocs()
	var buf [4]Reading
	for i := 0; i < b.N; i++ {
		p := spellings[i%len(spellings)]
		c := Clean(p[i&1])
		Readings(buf[:0], c, scriptOf(c))
	}
}
