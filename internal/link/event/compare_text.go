package event

import "math"

// information turns counts of tokens by bucket into bits: how rarely a token occurs among n records, at most 12.
func information(df []uint32, n int) []float32 {
	out := make([]float32, len(df))
	for b, k := range df {
		if k > 0 {
			out[b] = float32(min(12, -math.Log2(min(1, float64(k)/float64(n)))))
		}
	}
	return out
}

func (r *Records) compareArticle(i, j int32) uint8 {
	a, b := r.headline.of(i), r.headline.of(j)
	if len(a) < 3 || len(b) < 3 {
		return 0
	}
	shared, least := overlap(a, b, r.headBits[r.data[i]], r.headBits[r.data[j]], nil)
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

// overlap adds up the information of the shared tokens, each as in the dataset in which it is more common, and of all tokens of the
// poorer record, leaving out those in skip.
func overlap(a, b []uint32, da, db []float32, skip []uint32) (shared, least float32) {
	var sumA, sumB float32
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			if !has(skip, a[0]) {
				sumA += da[bucket(a[0])]
			}
			a = a[1:]
		case len(a) == 0 || b[0] < a[0]:
			if !has(skip, b[0]) {
				sumB += db[bucket(b[0])]
			}
			b = b[1:]
		default:
			if !has(skip, a[0]) {
				w := min(da[bucket(a[0])], db[bucket(a[0])])
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
	var buf [48]uint32
	skip := append(buf[:0], r.admin1[i], r.admin1[j])
	for _, list := range [...][]uint32{r.places.of(i), r.places.of(j), r.actors.of(i), r.actors.of(j)} {
		skip = append(skip, list[:min(len(list), 10)]...)
	}
	s, least := overlap(a, b, r.textBits[r.data[i]], r.textBits[r.data[j]], skip)
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
