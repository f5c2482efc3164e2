package val003

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// plant breaks bounds where the format states them, and sets negative and fractional counts.
func plant(s *check.Sheet, n int) {
	best := tabular.NumbersOf(s.Data.Role(record.RoleBest))
	if !best.OK() {
		return
	}
	low, high := tabular.NumbersOf(s.Data.Role(record.RoleLow)), tabular.NumbersOf(s.Data.Role(record.RoleHigh))
	bounded := low.OK() && high.OK()
	for i, row := range s.Pick(n, func(row int) bool { v := best.At(row); return v == v }) {
		size := 1 + s.Rand.IntN(3)
		if s.Rand.IntN(4) == 0 {
			size *= 25
		}
		set := func(role record.Role, v float64) {
			s.Set(row, role, wording.Num(v))
			s.Add(fmt.Sprintf("%s set to %s", role, wording.Num(v)), row)
		}
		switch {
		case bounded && i%3 == 0 && low.At(row) >= 1:
			set(record.RoleBest, max(low.At(row)-float64(size), 0))
		case bounded && i%3 == 1 && high.At(row) >= 0:
			set(record.RoleBest, high.At(row)+float64(size))
		case bounded && i%3 == 2 && high.At(row) >= 0:
			set(record.RoleLow, high.At(row)+float64(size))
		case i%2 == 1 && s.Data.Column("nkill") == nil:
			set(record.RoleBest, best.At(row)+0.5)
		default:
			// Not a missing-value code of any format.
			v := -float64([]int{1, 2, 3, 5, 12, 40, 150}[s.Rand.IntN(7)])
			s.Set(row, record.RoleBest, strconv.Itoa(int(v)))
			s.Add(fmt.Sprintf("deaths set to %s", wording.Num(v)), row)
		}
	}
}
