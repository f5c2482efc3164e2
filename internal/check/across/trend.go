package across

import (
	"maps"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check/stats"
)

// Trend tests whether a share rises or falls over ordered classes, within strata: the score test of Cochran and Armitage with the
// variance of Mantel's extension, so that what the strata have in common with both cannot make the trend. The zero value is ready.
type Trend struct {
	strata map[uint64]*stratum
}

type stratum struct {
	n, hits    float64
	x, xx, hit float64 // sums of the scores, of their squares, and of those of the hits
}

// Add counts one event of a class with the given score.
func (t *Trend) Add(key uint64, score float64, hit bool) {
	if t.strata == nil {
		t.strata = map[uint64]*stratum{}
	}
	s := t.strata[key]
	if s == nil {
		s = &stratum{}
		t.strata[key] = s
	}
	s.n++
	s.x += score
	s.xx += score * score
	if hit {
		s.hits++
		s.hit += score
	}
}

// Z is the statistic, standard normal where there is no trend, positive where the share rises with the score, with its
// two-sided p-value. Strata in which all or none are hits say nothing.
func (t *Trend) Z() (z, p float64) {
	sum, variance := 0.0, 0.0
	// In order: sums of fractions depend on it.
	for _, key := range slices.Sorted(maps.Keys(t.strata)) {
		s := t.strata[key]
		if s.n < 2 {
			continue
		}
		sum += s.hit - s.hits*s.x/s.n
		variance += s.hits * (s.n - s.hits) / (s.n * (s.n - 1)) * (s.xx - s.x*s.x/s.n)
	}
	if variance <= 0 {
		return 0, 1
	}
	z = sum / math.Sqrt(variance)
	return z, stats.Both(z)
}
