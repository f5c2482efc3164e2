package con006

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant changes the coded number of dead and leaves the note as it is: a digit too many, swapped digits, one off, none.
func plant(s *check.Sheet, n int) {
	e := s.Data.Events
	if e == nil || e.Note == nil || e.Deaths == nil {
		return
	}
	clear := func(row int) bool {
		best := e.Deaths[row].Best
		return best == best && best >= 1 && e.Note.DeadLow[row] == best && e.Note.DeadHigh[row] == best &&
			(e.Kinds == nil || e.Kinds[row] != record.KindProtest) && (e.Counted == nil || e.Counted[row])
	}
	for i, row := range s.Pick(n, clear) {
		best := int(e.Deaths[row].Best)
		wrong := best + 1 + s.Rand.IntN(3)
		switch i % 4 {
		case 0:
			wrong = best * 10
		case 1:
			if swapped := best%10*10 + best/10; best >= 10 && best < 100 && swapped != best {
				wrong = swapped
			}
		case 2:
			wrong = 0
		}
		s.Set(row, record.RoleBest, strconv.Itoa(wrong))
		s.Add(fmt.Sprintf("deaths set to %d, note says %d", wrong, best), row)
	}
}
