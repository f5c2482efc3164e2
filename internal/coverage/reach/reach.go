// Package reach looks for a sign that some cases are hard to reach for every list. Such cases make every model of dependence between two
// lists too low, and its interval confidently so.
package reach

import (
	"errors"
	"fmt"
	"math"
	"math/bits"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/glm"
)

// Sign is what the test comes to.
type Sign struct {
	// Z is the signed root of the likelihood-ratio statistic, standard normal if the model is right; positive where all lists find the same
	// cases more often than the model has it.
	Z float64
	// N is the estimate with the common dependence in the model. It rests on a form of heterogeneity that the data do not choose
	// (that of Darroch, Fienberg, Glonek and Junker 1993), and is no estimate to report.
	N float64
	// Present says that Z is over 1.645: less than 5 % of right models have that.
	Present bool
}

const critical = 1.645

// ErrSparse is returned where the counts do not allow the test.
var ErrSparse = errors.New("too few overlaps to tell whether all lists find the same cases")

// Test adds to a log-linear model one term more, the same dependence between all pairs of lists, as unequal catchability makes it
// (Darroch, Fienberg, Glonek and Junker 1993, Journal of the American Statistical Association 88:1137-1148). Terms are the interactions of the
// model as masks of lists. Dependence that is common to all lists shows even where no pair shows it by itself. That nothing shows is no proof:
// cases that no list reaches leave no trace.
func Test(t *capture.Table, terms []uint32) (Sign, error) {
	lists := len(t.Lists)
	if lists < 3 {
		return Sign{}, fmt.Errorf("%d lists: %w", lists, ErrSparse)
	}
	kept, empty := terms[:0:0], terms[:0:0]
	for _, m := range terms {
		if t.Overlap(m) > 0 {
			kept = append(kept, m)
		} else {
			empty = append(empty, m) // minus infinity: its patterns have no expectation
		}
	}
	without, with := design(t, kept, empty, false), design(t, kept, empty, true)
	if len(with.Y) < with.P {
		return Sign{}, ErrSparse
	}
	for _, m := range []*glm.Poisson{without, with} {
		if err := m.Fit(); err != nil {
			return Sign{}, fmt.Errorf("%w: %w", ErrSparse, err)
		}
	}
	s := Sign{
		Z: math.Sqrt(math.Max(0, 2*(with.LogLike-without.LogLike))),
		N: float64(t.N()) + math.Exp(with.Beta[0]),
	}
	if with.Beta[with.P-1] < 0 {
		s.Z = -s.Z
	}
	s.Present = s.Z > critical
	return s, nil
}

// design has a row for every pattern that is expected: one, a column for each list and term, and the number of pairs of lists in the pattern.
func design(t *capture.Table, terms, empty []uint32, common bool) *glm.Poisson {
	m := &glm.Poisson{P: 1 + len(t.Lists) + len(terms)}
	if common {
		m.P++
	}
	dense := t.Dense()
next:
	for p := uint32(1); p < uint32(len(dense)); p++ {
		for _, e := range empty {
			if p&e == e {
				continue next
			}
		}
		m.X = append(m.X, 1)
		for j := range t.Lists {
			m.X = append(m.X, float64(p>>j&1))
		}
		for _, term := range terms {
			in := 0.0
			if p&term == term {
				in = 1
			}
			m.X = append(m.X, in)
		}
		if common {
			k := bits.OnesCount32(p)
			m.X = append(m.X, float64(k*(k-1)/2))
		}
		m.Y = append(m.Y, float64(dense[p]))
	}
	return m
}
