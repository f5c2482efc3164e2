package audit

import (
	"math/bits"

	"github.com/assaydata/assay/internal/check"
)

// RowSet is the rows of one dataset of which findings speak.
type RowSet struct {
	bits     []uint64
	unlisted int // rows of which a finding speaks without listing them
	n        int // rows of the dataset
}

// Add adds the row of a finding and the further rows of which it says the same (Finding.Alike). Rows that it only refers
// to are not added, and a finding about the dataset as a whole adds none.
func (s *RowSet) Add(f *check.Finding) {
	if f.Row < 0 {
		return
	}
	if s.bits == nil {
		s.n = f.Data.N
		s.bits = make([]uint64, (s.n+63)/64)
	}
	s.set(f.Row)
	listed := min(f.Alike, len(f.Related))
	for _, r := range f.Related[:listed] {
		if r.Data == f.Data && r.Row >= 0 {
			s.set(r.Row)
		}
	}
	s.unlisted += f.Alike - listed
}

func (s *RowSet) set(row int) { s.bits[row/64] |= 1 << (row % 64) }

// Count returns the number of rows.
func (s *RowSet) Count() int { return s.union(&RowSet{}) }

// union returns the number of rows in s or in other.
func (s *RowSet) union(other *RowSet) int {
	if s.bits == nil {
		s, other = other, s
	}
	n := 0
	for i, w := range s.bits {
		if other.bits != nil {
			w |= other.bits[i]
		}
		n += bits.OnesCount64(w)
	}
	return min(n+s.unlisted+other.unlisted, s.n)
}
