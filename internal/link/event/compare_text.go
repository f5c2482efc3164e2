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

func (f *focus) compareArticle(j int32) uint8 {
	r, i := f.Records, f.i
	a, b := r.headline.of(i), r.headline.of(j)
	if len(a) < 3 || len(b) < 3 {
		return 0
	}
	s := f.article.shared(a, b, r.headBits[r.data[i]], r.headBits[r.data[j]])
	switch f := s / max(1, min(r.headInfo[i], r.headInfo[j])); {
	case f >= 0.6 && s >= 15:
		return 1
	case f >= 0.3 && s >= 9:
		return 2
	case s >= 3:
		return 3
	}
	return 4
}

// informationOf is the information of all tokens of a list.
func informationOf(list []uint32, d []float32) float32 {
	var sum float32
	for _, t := range list {
		sum += d[bucket(t)]
	}
	return sum
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
	case (a|b)&(extentPlaces|extentSummary) != 0:
		return 7
	}
	return 2
}

// leastText is the information, in bits, from which on a record tells anything that could be compared: two or three words.
const leastText = 15

// compareText compares what two records tell, leaving out the words that name their own places and actors, which have comparisons
// of their own.
func (f *focus) compareText(j int32) (similar, rare uint8) {
	r, i := f.Records, f.i
	if min(r.aboutInfo[i], r.aboutInfo[j]) < leastText {
		return 0, 0
	}
	s := f.abouts.shared(r.about(i), r.about(j), r.textBits[r.data[i]], r.textBits[r.data[j]])
	share := s / max(8, min(r.aboutInfo[i], r.aboutInfo[j]))
	switch {
	case r.note[i] != 0 && r.note[i] == r.note[j]:
		similar = 7
	case share < 0.04:
		similar = 1
	case share < 0.1:
		similar = 2
	case share < 0.18:
		similar = 3
	case share < 0.28:
		similar = 4
	case share < 0.42:
		similar = 5
	default:
		similar = 6
	}
	switch {
	case s < 2:
		rare = 1
	case s < 8:
		rare = 2
	case s < 18:
		rare = 3
	case s < 35:
		rare = 4
	default:
		rare = 5
	}
	return similar, rare
}

func has(list []uint32, t uint32) bool {
	for _, x := range list {
		if x == t {
			return true
		}
	}
	return false
}
