package fig009

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// plant rounds a third of the numbers of dead from 8 on to the next multiple of ten, as a source that says "some" does.
func plant(s *check.Sheet, _ int) {
	d := s.Data
	n := tabular.NumbersOf(d.Role(record.RoleBest))
	if !n.OK() {
		return
	}
	if _, of := tally(d, d.Role(record.RoleBest)); of < 150 {
		return
	}
	rounded := 0
	for row := range d.N {
		v := n.At(row)
		if v >= 8 && s.Rand.IntN(3) == 0 {
			s.Set(row, record.RoleBest, strconv.Itoa((int(v)+5)/10*10))
			rounded++
		}
	}
	if rounded > 0 {
		s.Add(fmt.Sprintf("%d numbers of dead rounded to tens", rounded))
	}
}
