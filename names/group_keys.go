package names

import (
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/concept"
)

// Kinds of blocking keys of groups; the first two are shared with persons (see keys.go).
const (
	keyConcept = uint64(iota+16) << 32
	keyPair
	keyAcronym
	keyNumber
)

// pairedParts bounds the parts whose pairs are keys.
const pairedParts = 6

// groupKeys appends the blocking keys of a group's name: consonant skeletons of words outside the lexicon, alone and joined with
// their neighbours; known names; pairs of concepts and places; the abbreviation, given or made of initials; numbers.
func groupKeys(n *Name, dst []uint64) []uint64 {
	var pair [pairedParts]uint32
	k, rare, only := 0, 0, uint32(0)
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Role != Number && p.Role != Form {
			dst = joinedKey(n, i, dst)
		}
		switch p.Role {
		case Particle, Form:
			continue
		case Number:
			dst = appendNew(dst, keyNumber|p.id>>32)
			continue
		case Concept, Place:
			if p.entry().Class == concept.Name {
				dst = appendNew(dst, keyConcept|uint64(p.concept&conceptMask))
			}
			if k < pairedParts {
				pair[k] = p.concept & conceptMask
				k++
			}
			if p.weight > 1 || only == 0 {
				only = p.concept & conceptMask
			}
			if p.weight > 1 {
				rare++
			}
			continue
		}
		rare = 2 // never only a concept
		for r := range p.readings[:p.n] {
			if s := p.readings[r].Skeleton(); s != 0 {
				dst = appendNew(dst, keyPart|uint64(s))
			}
		}
	}
	for i := range pair[:k] {
		for j := i + 1; j < k; j++ {
			a, b := min(pair[i], pair[j]), max(pair[i], pair[j])
			dst = appendNew(dst, keyPair|uint64(a)<<conceptBits|uint64(b))
		}
	}
	if rare < 2 && only != 0 { // hardly more than one concept or place
		dst = appendNew(dst, keyConcept|uint64(only))
	}
	if n.Acronym != "" {
		dst = appendNew(dst, keyAcronym|hashFold(n.Acronym)>>32)
	}
	for _, with := range [...][2]bool{{false, false}, {true, false}, {false, true}} {
		if s := n.initials(with[0], with[1]); utf8.RuneCountInString(s) >= 3 {
			dst = appendNew(dst, keyAcronym|hashFold(s)>>32)
		}
	}
	return dst
}

// joinedKey appends the key of a part written as one with the next one: Iran Air is IranAir, al-Naser Alnaser.
func joinedKey(n *Name, i int, dst []uint64) []uint64 {
	p := &n.Parts[i]
	if p.Role == Particle {
		if i+1 == len(n.Parts) || !articles[p.Clean] {
			return dst
		}
	}
	next := i + 1
	if p.Role != Particle {
		next = n.next(i)
	}
	if next < 0 || n.Parts[next].Role == Number || p.concept != 0 && n.Parts[next].concept != 0 && n.Parts[next].Role == Form {
		return dst
	}
	if r := join(p, &n.Parts[next]); r.N > 0 {
		dst = appendNew(dst, keyPart|uint64(r.Skeleton()))
	}
	return dst
}

// next is the part after the i-th that is no particle, -1 for none.
func (n *Name) next(i int) int {
	for i++; i < len(n.Parts); i++ {
		if n.Parts[i].Role != Particle {
			return i
		}
	}
	return -1
}

// initials are the first letters of the words of a name, with particles and legal forms or without.
func (n *Name) initials(particles, forms bool) string {
	var b strings.Builder
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Role == Form && !forms || p.Role == Particle && (!particles || articles[p.Clean]) {
			continue
		}
		for _, w := range strings.Fields(p.Text) {
			r, _ := utf8.DecodeRuneInString(w)
			b.WriteRune(r)
		}
	}
	return strings.ToLower(b.String())
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hashFold is the hash of a text, and hashMore of a text that begins with one hashed before (FNV-1a, as Part.id).
func hashFold(s string) uint64 { return hashMore(fnvOffset, s) }

func hashMore(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}
