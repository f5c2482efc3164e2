package event

import (
	"errors"
	"math"

	"github.com/assaydata/assay/internal/link"
)

// ErrNotKept is the error of Redraw where linking did not keep the weights of the pairs.
var ErrNotKept = errors.New("the weights of the pairs were not kept (Options.Redraw)")

// Redraw draws anew whether each pair is one event, from its probability, and assigns the records again. It returns the cluster of each
// record by its position in Records, named by a position. Decisions of reviewers hold in every draw. The same seed gives the same draw.
//
// A logistic variable is added to the log odds of each pair: a pair that stands alone is then joined with exactly its probability, and where
// pairs compete, the assignment settles it as it did the first time. Rows that their dataset tells of one thing are drawn together.
func (l *Linked) Redraw(seed uint64) ([]int32, error) {
	if l.scored == nil {
		return nil, ErrNotKept
	}
	p := l.Records.population(l.words)
	drawn := make([]link.Scored, len(l.scored))
	for k, s := range l.scored {
		a, b := p.Unit[s.A], p.Unit[s.B]
		noise := logistic(seed, uint64(min(a, b))<<32|uint64(max(a, b)))
		drawn[k] = link.Scored{A: s.A, B: s.B, Same: s.Same + noise, Related: s.Related + noise}
	}
	return link.Assign(p, drawn), nil
}

// logistic is a logistic variable, in bits of log odds, that follows from a seed and a key (the finalizer of SplitMix64 by Steele, Lea and
// Flood 2014).
func logistic(seed, key uint64) float32 {
	x := key
	for range 2 {
		x += 0x9e3779b97f4a7c15 + seed
		x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
		x = (x ^ x>>27) * 0x94d049bb133111eb
		x ^= x >> 31
	}
	u := (float64(x>>11) + 0.5) / (1 << 53)
	return float32(math.Log2(u / (1 - u)))
}
