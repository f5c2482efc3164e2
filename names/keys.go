package names

// Keys appends the blocking keys of a name: two names that share none need not be compared. They are the consonant skeletons of its
// parts in all readings, of neighbouring parts written as one, and for groups those of concepts and acronyms; in any script the
// same name has mostly the same skeletons (exact keys reach about nine in ten alias pairs; what they miss is told in docs/names.md).
// Keys are hashes; they may be used across lists of one version of the package.
func (n *Name) Keys(dst []uint64) []uint64 {
	if n.Kind != Person {
		return groupKeys(n, dst)
	}
	return personKeys(n, dst)
}

const (
	keyPart = uint64(iota+1) << 32
	keyNickname
)

func personKeys(n *Name, dst []uint64) []uint64 {
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Role == Initial {
			continue
		}
		for k := range p.readings[:p.n] {
			if s := p.readings[k].Skeleton(); s != 0 {
				dst = appendNew(dst, keyPart|uint64(s))
			}
		}
		if p.Role == Kunya && p.n > 0 { // Abu Umar is found by Umar
			if tail, ok := kunyaTail(p); ok {
				dst = appendNew(dst, keyPart|uint64(tail.Skeleton()))
			}
		}
		if i+1 < len(n.Parts) && n.Parts[i+1].Role != Initial {
			if p.pair.N > 0 {
				dst = appendNew(dst, keyPart|uint64(p.pair.Skeleton()))
			}
		}
		for _, set := range p.nick {
			if set != 0 {
				dst = appendNew(dst, keyNickname|uint64(set))
			}
		}
	}
	return dst
}

func appendNew(dst []uint64, k uint64) []uint64 {
	for _, d := range dst {
		if d == k {
			return dst
		}
	}
	return append(dst, k)
}
