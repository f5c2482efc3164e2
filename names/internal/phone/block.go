package phone

import "math/bits"

// Consonant classes by their sounds; voicing is merged. Signatures keep more of them apart than skeletons, in which every class
// that conventions or languages confuse is left out besides vowels, semivowels and h: f, v, w, the sounds of g, j and kh.
var (
	classes  = [...]string{"bp", "fv", "m", "nN", "dtTD", "l", "r", "szcQ", "SZCJ", "kgqxG"}
	skeleton = [...]string{"bp", "m", "nN", "dtTD", "l", "r", "szcQSC", "kq"}
)

// twice lists the classes that a signature counts to two.
const twice = 1<<nasal | 1<<dental | 1<<lateral | 1<<trill | 1<<sibilant

// Indices of classes, from 1; 0 is no class.
const (
	nasal    = 4
	dental   = 5
	lateral  = 6
	trill    = 7
	sibilant = 8
)

// certain is what a consonant must cost, whatever the other side has in its place, to count in [Bound].
const certain = 51

const maybeShift = 16

var (
	bone  [256]uint8         // class of the usual sound of a symbol in skeletons
	sure  [places][256]uint8 // class that a symbol certainly has: nothing of another class comes cheaply in its place, and leaving it out is not cheap
	maybe [256]uint16        // set of classes that a symbol may stand for
)

func loadClasses() {
	var class [256]uint8
	for p := range class {
		class[p] = classOf(Phone(p), classes[:])
		bone[p] = classOf(Phone(p), skeleton[:])
	}
	for p := range class {
		for at := range places {
			sure[at][p] = class[p]
			for k := range Kinds {
				if class[p] > 0 && tables[Phone(p).kind()][k].dropA[at][p&63] < certain {
					sure[at][p] = 0
				}
			}
		}
	}
	for q := range class {
		c, kq := max(sure[within][q], sure[first][q], sure[last][q]), Phone(q).kind()
		if c == 0 {
			continue
		}
		for p := range Kinds << 6 {
			if tables[kq][p>>6].sub[q&63<<6|p&63] < certain {
				maybe[p] |= 1 << c
			}
		}
	}
}

func classOf(p Phone, classes []string) uint8 {
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
				return uint8(i + 1)
			}
		}
	}
	return 0
}

// Skeleton is a hash of the consonant classes in their order, repeated ones once, for blocking: spellings of one name have one
// skeleton as often as possible, across scripts. The skeleton of a token of a script without a table is the hash of its code
// points.
func (r *Reading) Skeleton() uint32 {
	h, last := uint32(2166136261), uint8(0)
	if r.N > 0 && r.P[0].kind() == opaque {
		for _, p := range r.P {
			h = (h ^ uint32(p)) * 16777619
		}
		return h
	}
	for _, p := range r.P[:min(int(r.N), maxPhones)] {
		c := bone[p]
		if c == 0 || c == last {
			continue
		}
		h, last = (h^uint32(c))*16777619, c
	}
	return h
}

// Signature is two sets of consonant classes, those that a reading certainly has and those that it may have; some classes are
// counted to two. See [Bound].
func (r *Reading) Signature() uint32 {
	var has, hasTwo, may, mayTwo uint32
	n := min(int(r.N), maxPhones)
	for i, p := range r.P[:n] {
		if p.kind() == opaque {
			return 0
		}
		if c := sure[place(i, n)][p]; c > 0 {
			hasTwo |= has & (1 << c)
			has |= 1 << c
		}
		m := uint32(maybe[p])
		mayTwo |= may & m
		may |= m
	}
	return has>>1 | second(hasTwo) | (may>>1|second(mayTwo))<<maybeShift
}

// second packs the classes of twice above the others.
func second(set uint32) uint32 {
	return (set & twice) >> nasal << len(classes)
}

// Bound is a lower bound of the distance of two readings with these signatures, in hundredths of a letter.
func Bound(a, b uint32) int32 {
	const half = 1<<maybeShift - 1
	x := bits.OnesCount32(a &^ (b >> maybeShift) & half)
	y := bits.OnesCount32(b &^ (a >> maybeShift) & half)
	return int32(max(x, y)) * int32(certain)
}
