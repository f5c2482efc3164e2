package grouping

import (
	"math"

	"github.com/assaydata/assay/internal/record"
)

// Stated returns the number of dead that the note of a row gives for all that it tells, and false where none was found in
// it: the greatest number stated, and the sum of all.
func Stated(d *record.Dataset, row int) (low, high float64, ok bool) {
	if d.Events == nil || d.Events.Note == nil {
		return 0, 0, false
	}
	facts := d.Events.Note
	if facts.SaidLow == nil || facts.SaidHigh == nil {
		return 0, 0, false
	}
	low, high = float64(facts.SaidLow[row]), float64(facts.SaidHigh[row])
	return low, high, !math.IsNaN(low) && !math.IsNaN(high)
}

// SharedOut reports whether rows of one note, with the given deaths each, add up to the number that the note gives: its
// toll was divided among them, and the sum over the rows is right.
func SharedOut(d *record.Dataset, rows []int32, each float64) bool {
	low, high, ok := Stated(d, int(rows[0]))
	return ok && each > 0 && Within(each*float64(len(rows)), low, high)
}

// Within reports whether a number of deaths is what a note states.
func Within(deaths, low, high float64) bool { return low <= deaths && deaths <= high }
