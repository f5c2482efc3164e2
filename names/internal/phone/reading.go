package phone

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const maxPhones = 29

// Reading is one way to say a token, as symbols P[:N]. Readings are comparable; equal readings have distance 0.
type Reading struct {
	N     uint8
	Abjad bool // the script does not write short vowels
	P     [maxPhones]Phone
}

// Cut says that the token was longer than a reading holds: the rest is missing and the last symbol says so.
func (r *Reading) Cut() bool {
	if r.N == 0 {
		return false
	}
	last := r.P[r.N-1]
	return last.kind() != opaque && last.index() == cutIndex || last.kind() == opaque && r.P[maxPhones-1] != 0
}

func (r *Reading) String() string {
	var s []byte
	for i, p := range r.P[:min(int(r.N), maxPhones)] {
		if i > 0 {
			s = append(s, ' ')
		}
		s = append(s, p.String()...)
	}
	return string(s)
}

// push appends a symbol; a doubled consonant becomes the consonant and the mark of length.
func (r *Reading) push(p Phone) {
	long := p&^63 | longIndex
	switch {
	case r.N > 0 && r.P[r.N-1] == p:
		p = long
	case r.N > 1 && r.P[r.N-1] == long && (r.P[r.N-2] == p || p == long):
		return
	}
	if int(r.N) == maxPhones {
		r.P[maxPhones-1] = p&^63 | cutIndex
		return
	}
	r.P[r.N] = p
	r.N++
}

// Readings appends the readings of a cleaned token (see [Clean]) to dst: at least one and at most four, the most usual first.
// s is the script of most of its letters; letters of another script are read by their own table as far as the symbols are of
// the same alphabet, lookalikes from another script are read as what they look like. A token with digits, and one of a script
// without a table, is read as code points, of which the first nine count.
func Readings(dst []Reading, token string, s Script) []Reading {
	load()
	rules := ruleSets[min(s, Other)]
	if rules == nil || !readable(token) {
		return append(dst, opaqueReading(token))
	}
	if s == Hangul {
		token = norm.NFD.String(token)
	}
	first := len(dst)
	for k := 0; k < maxReadings; k++ {
		r, more := rules.read(token, k)
		if r.N == 0 {
			r = opaqueReading(token)
		}
		fresh := true
		for i := first; i < len(dst); i++ {
			fresh = fresh && dst[i] != r
		}
		if fresh {
			dst = append(dst, r)
		}
		if !more {
			break
		}
	}
	return dst
}

const maxReadings = 4

func readable(token string) bool {
	for _, r := range token {
		if unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// opaqueReading keeps 18 bits of each code point, six in each third of P, so that code points can be compared one by one. Digits
// of all scripts are one.
func opaqueReading(token string) Reading {
	const third = maxPhones / 3
	var out Reading
	for _, r := range token {
		if int(out.N) == third {
			out.P[maxPhones-1] = 1
			break
		}
		r = digit(r)
		i := int(out.N)
		out.P[i] = Phone(opaque<<6 | r&63)
		out.P[third+i] = Phone(r >> 6 & 63)
		out.P[2*third+i] = Phone(r >> 12 & 63)
		out.N++
	}
	return out
}

func digit(r rune) rune {
	if r < 0x80 || !unicode.Is(unicode.Nd, r) {
		return r
	}
	// Decimal digits stand in runs of ten, in order (Unicode 4.6); NFKC has folded the runs that touch each other.
	zero := r
	for zero > r-9 && unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return '0' + r - zero
}

func (r *Reading) samePoint(i int, o *Reading, j int) bool {
	const third = maxPhones / 3
	return r.P[i] == o.P[j] && r.P[third+i] == o.P[third+j] && r.P[2*third+i] == o.P[2*third+j]
}

func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s[i:])
}

// Kind is the alphabet of the symbols of a reading: below [Kinds] one with costs.
func (r *Reading) Kind() int { return r.P[0].kind() }
