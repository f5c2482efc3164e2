package phone

import "testing"

// Any bytes are read in bounded time and space, cleaning is idempotent, and a token is at no distance from itself.
func FuzzToken(f *testing.F) {
	for _, p := range spellings {
		f.Add(p[0], p[1], uint8(Latin))
	}
	f.Add("\xff\xfe", "a\u0301\u0301", uint8(Arabic))
	f.Add("ﺪﻤﺤﻣ", "김정은", uint8(Hangul))
	f.Fuzz(func(t *testing.T, x, y string, s uint8) {
		a, b := Clean(x), Clean(y)
		if Clean(a) != a {
			t.Fatalf("Clean(%q) = %q, cleaned again %q", x, a, Clean(a))
		}
		for _, script := range []Script{scriptOf(a), Script(s)} {
			ra, rb := Readings(nil, a, script), Readings(nil, b, script)
			if len(ra) < 1 || len(ra) > maxReadings {
				t.Fatalf("%d readings of %q", len(ra), a)
			}
			if d := Nearest(ra, ra, 0); d != 0 {
				t.Fatalf("%q is %d from itself", a, d)
			}
			d, e := Nearest(ra, rb, 3000), Nearest(rb, ra, 3000)
			if d != e {
				t.Fatalf("%q and %q are %d and %d apart", a, b, d, e)
			}
			for i := range ra {
				for j := range rb {
					if l := Bound(ra[i].Signature(), rb[j].Signature()); l > Distance(&ra[i], &rb[j], 1<<20) {
						t.Fatalf("%q and %q: bound %d", a, b, l)
					}
				}
				ra[i].Skeleton()
				_ = ra[i].String()
			}
		}
	})
}
