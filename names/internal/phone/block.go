package phone

// classes lists the consonant classes of skeletons and signatures by their sounds; voicing is merged, vowels, semivowels and h have none.
var classes = [...]string{"bp", "fv", "m", "nN", "dtTD", "l", "r", "szcQ", "SZCJ", "kgqxG"}

func classOf(p Phone) int {
	if p.kind() >= Kinds || p.index() >= len(symbols[p.kind()]) {
		return 0
	}
	s := symbols[p.kind()][p.index()].Usual
	if s == "" {
		return 0
	}
	for i, c := range classes {
		for j := range len(c) {
			if c[j] == s[0] {
				return i + 1
			}
		}
	}
	return 0
}

var class [256]uint8

func loadClasses() {
	for p := range class {
		class[p] = uint8(classOf(Phone(p)))
	}
}

// Skeleton is a hash of the consonant classes in their order, repeated ones once, for blocking: spellings of one name have one skeleton as often as possible, across scripts.
// The skeleton of a token of a script without a table is the hash of its code points.
func (r *Reading) Skeleton() uint32 {
	h, last := uint32(2166136261), uint8(0)
	if r.N > 0 && r.P[0].kind() == opaque {
		for _, p := range r.P {
			h = (h ^ uint32(p)) * 16777619
		}
		return h
	}
	for _, p := range r.P[:min(int(r.N), maxPhones)] {
		c := class[p]
		if c == 0 || c == last {
			continue
		}
		h, last = (h^uint32(c))*16777619, c
	}
	return h
}

// Signature is the set of consonant classes of a reading: see [Bound].
func (r *Reading) Signature() uint32 {
	var s uint32
	for _, p := range r.P[:min(int(r.N), maxPhones)] {
		if c := class[p]; c > 0 {
			s |= 1 << c
		}
	}
	return s
}

// Bound is a lower bound of the distance of two readings with these signatures, in hundredths of a letter.
func Bound(a, b uint32) int32 { return 0 }
