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
// the next; known names; pairs of concepts and places; the abbreviation, given or made of initials; numbers with a concept.
func groupKeys(n *Name, dst []uint64) []uint64 {
	var pair [pairedParts]uint32
	k := 0
	for i := range n.Parts {
		p := &n.Parts[i]
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
			continue
		}
		for r := range p.readings[:p.n] {
			if s := p.readings[r].Skeleton(); s != 0 {
				dst = appendNew(dst, keyPart|uint64(s))
			}
		}
		if next := n.next(i); next >= 0 {
			if r := join(p, &n.Parts[next]); r.N > 0 {
				dst = appendNew(dst, keyPart|uint64(r.Skeleton()))
			}
		}
	}
	for i := range pair[:k] {
		for j := i + 1; j < k; j++ {
			a, b := min(pair[i], pair[j]), max(pair[i], pair[j])
			dst = appendNew(dst, keyPair|uint64(a)<<conceptBits|uint64(b))
		}
	}
	if k == 1 && len(dst) == 0 { // nothing but one concept or place
		dst = appendNew(dst, keyConcept|uint64(pair[0]))
	}
	if n.Acronym != "" {
		dst = appendNew(dst, keyAcronym|hashFold(n.Acronym)>>32)
	}
	for _, particles := range [...]bool{false, true} {
		if s := n.initials(particles); utf8.RuneCountInString(s) >= 3 {
			dst = appendNew(dst, keyAcronym|hashFold(s)>>32)
		}
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

// initials are the first letters of the words of a name without legal forms.
func (n *Name) initials(particles bool) string {
	var b strings.Builder
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Role == Form || p.Role == Particle && (!particles || articles[p.Clean]) {
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
