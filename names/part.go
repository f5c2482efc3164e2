package names

import (
	"hash/fnv"

	"github.com/assaydata/assay/names/internal/phone"
)

// finish derives what comparisons need from the clean form.
func (p *Part) finish() {
	h := fnv.New64a()
	h.Write([]byte(p.Clean))
	p.id = h.Sum64()
	var buf [maxReadings]phone.Reading
	rs := phone.Readings(buf[:0], p.Clean, p.Script)
	if len(rs) > maxReadings {
		rs = rs[:maxReadings]
	}
	p.n = uint8(copy(p.readings[:], rs))
	for i := range rs {
		p.sounds[i] = rs[i].Signature()
	}
	p.nick = nicknameOf(p.Clean)
	p.endsI = endsInI(p.Clean)
}

// join is the reading of two parts written as one.
func join(a, b *Part) phone.Reading {
	if a.n == 0 || b.n == 0 {
		return phone.Reading{}
	}
	out := a.readings[0]
	out.N += uint8(copy(out.P[out.N:], b.readings[0].P[:b.readings[0].N]))
	return out
}

// pairUp gives a part the reading of itself and the next part.
func (p *Part) pairUp(next *Part) {
	p.pair = join(p, next)
	p.pairs = p.pair.Signature()
}

// apart is the distance of two parts in hundredths of a letter, over all their readings, or more than limit.
func apart(a, b *Part, limit int32) int32 {
	best := limit + 1
	for i := range a.readings[:a.n] {
		for j := range b.readings[:b.n] {
			if phone.Bound(a.sounds[i], b.sounds[j]) >= best {
				continue
			}
			if d := phone.Distance(&a.readings[i], &b.readings[j], min(limit, best-1)); d < best {
				if best = d; d == 0 {
					return 0
				}
			}
		}
	}
	return best
}
