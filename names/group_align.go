package names

import "github.com/assaydata/assay/names/internal/phone"

func startOf(p *Part) int8 {
	if p.Role == Particle {
		return ignored
	}
	return free
}

func same(p, q *Part) bool { return p.id == q.id && (p.Role == Number) == (q.Role == Number) }

// sameConcept reports whether two parts share one of their concepts.
func sameConcept(p, q *Part) bool {
	if p.concept == 0 || q.concept == 0 {
		return false
	}
	p1, p2, q1, q2 := p.concept&conceptMask, p.concept>>conceptBits, q.concept&conceptMask, q.concept>>conceptBits
	return p1 == q1 || p2 != 0 && p2 == q1 || q2 != 0 && (p1 == q2 || p2 == q2)
}

// pair matches the parts that are alike, in their order.
func (p *pairing) pair(alike func(p, q *Part) bool, like float32) {
	for i := range p.na {
		if p.toA[i] != free {
			continue
		}
		for j := range p.nb {
			if p.toB[j] == free && alike(&p.a.Parts[i], &p.b.Parts[j]) {
				p.match(i, j, like)
				break
			}
		}
	}
}

func (p *pairing) match(i, j int, like float32) {
	p.toA[i], p.toB[j], p.like[i] = int8(j), int8(i), like
	if like < 1 {
		p.fuzzy = true
	}
}

// pairSounds matches the parts alike in sound, the most alike first.
func (p *pairing) pairSounds() {
	type candidate struct {
		i, j int8
		like float32
	}
	var found [2 * maxGroupParts]candidate
	n := 0
	for i := range p.na {
		q := &p.a.Parts[i]
		if p.toA[i] != free || q.n == 0 {
			continue
		}
		for j := range p.nb {
			r := &p.b.Parts[j]
			if p.toB[j] != free || r.n == 0 || n == len(found) {
				continue
			}
			if s := alikeInSound(q, r); s > 0 {
				found[n] = candidate{int8(i), int8(j), s}
				n++
			}
		}
	}
	for {
		best := -1
		for k := range found[:n] {
			c := &found[k]
			if p.toA[c.i] == free && p.toB[c.j] == free && (best < 0 || c.like > found[best].like) {
				best = k
			}
		}
		if best < 0 {
			return
		}
		p.match(int(found[best].i), int(found[best].j), found[best].like)
	}
}

// alikeInSound is the likeness of two words: 1 for one sound down to .75, and 0 for different words. Two words of the lexicon are
// told apart by meaning: Iran is not Iraq.
func alikeInSound(p, q *Part) float32 {
	if p.concept != 0 && q.concept != 0 || p.Role == Form || q.Role == Form {
		return 0
	}
	n := min(letters(p), letters(q))
	limit := spelling(n, p.Script != q.Script)
	if p.concept != 0 || q.concept != 0 { // the usual spellings of its words are in the lexicon
		if n < 5 {
			return 0
		}
		if n < 7 {
			limit = min(limit, 60)
		}
	}
	if limit == 0 {
		return 0
	}
	d := apart(p, q, limit)
	if d > limit || d > group.slip {
		if p.Script == q.Script && n >= 4 && letters(p)+letters(q) >= 9 && slipped(p.Clean, q.Clean) {
			return group.slipped
		}
		if d > limit {
			return 0
		}
	}
	f := float32(d) / float32(limit)
	return .998 - f*f*.25
}

// letters is the length of a word: of a Latin one as written, of others as read.
func letters(p *Part) int {
	if p.Script == phone.Latin {
		return len(p.Clean)
	}
	return int(p.readings[0].N)
}

// spelling is the distance in hundredths of a letter up to which two words are spellings of one, by the length of the shorter. Short words of one
// script must sound the same, longer ones may differ by what conventions of transliteration exchange, long ones in a letter or two.
func spelling(n int, scripts bool) int32 {
	if scripts {
		return int32(allowed(float32(n), person.across))
	}
	switch {
	case n <= 2:
		return 0
	case n <= 4:
		return 30
	case n <= 6:
		return 100
	case n <= 9:
		return 125
	}
	return 180
}

// joins matches a part with two neighbours of the other name that are written as one there: Goodwill and Good Will.
func (p *pairing) joins() {
	for i := range p.na {
		if p.toA[i] == free {
			p.join(i, p.a, p.b, &p.toA, &p.toB, p.nb, true)
		}
	}
	for j := range p.nb {
		if p.toB[j] == free {
			p.join(j, p.b, p.a, &p.toB, &p.toA, p.na, false)
		}
	}
}

func (p *pairing) join(i int, one, two *Name, toOne, toTwo *[maxGroupParts]int8, n int, first bool) {
	w := &one.Parts[i]
	if w.Role == Number || len(w.Clean) < 4 {
		return
	}
	size := letters(w)
	for j := 0; j+1 < n; j++ {
		l, r := &two.Parts[j], &two.Parts[j+1]
		if toTwo[j] != free && toTwo[j] != ignored || toTwo[j+1] != free && toTwo[j+1] != ignored || toTwo[j] == ignored && toTwo[j+1] == ignored {
			continue
		}
		if k := letters(l) + letters(r) - size; k < -2 || k > 2 {
			if l.Script == w.Script || k < -size/2 || k > size/2 {
				continue
			}
		}
		var like float32
		if len(l.Clean)+len(r.Clean) == len(w.Clean) && hashMore(l.id, r.Clean) == w.id {
			like = .99
		} else if w.concept == 0 && r.Role != Form {
			if z := join(l, r); z.N > 4 && z.N > w.readings[0].N/2 && w.n > 0 {
				limit := spelling(min(letters(l)+letters(r), letters(w)), l.Script != w.Script)
				if d := phone.Distance(&z, &w.readings[0], limit); d <= limit {
					f := float32(d) / float32(limit)
					like = .98 - f*f*.25
				}
			}
		}
		if like == 0 {
			continue
		}
		toOne[i] = int8(j)
		toTwo[j], toTwo[j+1] = int8(i), inJoin
		if l.Role == Particle {
			toTwo[j], toTwo[j+1] = inJoin, int8(i)
			toOne[i] = int8(j + 1)
		}
		if first {
			p.like[i] = like
		} else {
			p.like[toOne[i]] = like
		}
		p.fuzzy = true
		return
	}
}
