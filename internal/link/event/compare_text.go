package event

import "math"

// rarity is the information of a token that two records share, in bits: how rarely it occurs in the dataset in which it is more
// common.
func rarity(t uint32, a, b []uint32, na, nb int) float64 {
	p := max(float64(a[bucket(t)])/float64(na), float64(b[bucket(t)])/float64(nb))
	if p <= 0 {
		return 0
	}
	return min(12, -math.Log2(min(1, p)))
}

func (r *Records) compareArticle(i, j int32) uint8 {
	a, b := r.headline.of(i), r.headline.of(j)
	if len(a) < 3 || len(b) < 3 {
		return 0
	}
	da, db := r.headDF[r.data[i]], r.headDF[r.data[j]]
	na, nb := r.counts[r.data[i]], r.counts[r.data[j]]
	shared, least := r.overlap(a, b, da, db, na, nb, nil)
	switch f := shared / least; {
	case f >= 0.6 && shared >= 15:
		return 1
	case f >= 0.3 && shared >= 9:
		return 2
	case shared >= 3:
		return 3
	}
	return 4
}

// overlap adds up the rarity of the shared tokens, leaving out those that skip knows, and of all tokens of the poorer record.
func (r *Records) overlap(a, b, da, db []uint32, na, nb int, skip func(uint32) bool) (shared, least float64) {
	sumA, sumB := 0.0, 0.0
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			if skip == nil || !skip(a[0]) {
				sumA += rarity(a[0], da, da, na, na)
			}
			a = a[1:]
		case len(a) == 0 || b[0] < a[0]:
			if skip == nil || !skip(b[0]) {
				sumB += rarity(b[0], db, db, nb, nb)
			}
			b = b[1:]
		default:
			if skip == nil || !skip(a[0]) {
				w := rarity(a[0], da, db, na, nb)
				shared += w
				sumA += w
				sumB += w
			}
			a, b = a[1:], b[1:]
		}
	}
	return shared, max(1, min(sumA, sumB))
}

func (r *Records) compareOutlet(i, j int32) uint8 {
	a, b := r.outlets.of(i), r.outlets.of(j)
	if len(a) == 0 && len(b) == 0 {
		return 0
	}
	// An outlet may be named in a citation that stands in another column.
	switch {
	case len(a) > 0 && len(b) > 0:
		if common(a, b) > 0 {
			return 1
		}
	case len(a) > 0 && len(r.headline.of(j)) > 0:
		if within(a, r.headline.of(j)) {
			return 1
		}
	case len(b) > 0 && len(r.headline.of(i)) > 0:
		if within(b, r.headline.of(i)) {
			return 1
		}
	default:
		return 0
	}
	return 2
}

func compareExtent(a, b uint8) uint8 {
	multi := a&extentMulti + b&extentMulti
	linked := a&extentLinked + b&extentLinked
	switch {
	case multi == 0 && linked == 0:
		return 1
	case linked == 2*extentLinked:
		return 5
	case linked != 0 && multi != 0:
		return 6
	case linked != 0:
		return 4
	case multi == 2*extentMulti:
		return 3
	}
	return 2
}

// compareText compares the words of two records, leaving out those that name their places and actors, which have comparisons of
// their own.
func (r *Records) compareText(i, j int32) (similar, shared uint8) {
	a, b := r.text.of(i), r.text.of(j)
	if len(a) < 3 || len(b) < 3 {
		return 0, 0
	}
	p, q, x, y := r.places.of(i), r.places.of(j), r.actors.of(i), r.actors.of(j)
	u, v := r.admin1[i], r.admin1[j]
	skip := func(t uint32) bool {
		return t == u || t == v || has(p, t) || has(q, t) || has(x, t) || has(y, t)
	}
	s, least := r.overlap(a, b, r.df[r.data[i]], r.df[r.data[j]], r.counts[r.data[i]], r.counts[r.data[j]], skip)
	f := s / max(least, 8)
	switch {
	case r.note[i] != 0 && r.note[i] == r.note[j]:
		similar = 7
	case f < 0.04:
		similar = 1
	case f < 0.1:
		similar = 2
	case f < 0.18:
		similar = 3
	case f < 0.28:
		similar = 4
	case f < 0.42:
		similar = 5
	default:
		similar = 6
	}
	switch {
	case s < 2:
		shared = 1
	case s < 8:
		shared = 2
	case s < 18:
		shared = 3
	case s < 35:
		shared = 4
	default:
		shared = 5
	}
	return similar, shared
}

func has(list []uint32, t uint32) bool {
	for _, x := range list {
		if x == t {
			return true
		}
	}
	return false
}
