package evidence

import (
	"math"
	"slices"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// closeDays is how far apart the as-of dates of one statement may be given by two reports.
const closeDays = 62

// oneMonth is how far apart they may be where only the one who spoke is the same and not the body.
const oneMonth = 31

// CloseInTime reports whether two as-of dates lie within about two months of one another, as the dates that two reports
// give to one statement do. Dates that are not stated are not close.
func CloseInTime(a, b cell.Span) bool { return within(a, b, closeDays) }

func within(a, b cell.Span, days record.Day) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	return a.First <= b.Last+days && b.First <= a.Last+days && width(a)+width(b) <= 2*366+2
}

func width(s cell.Span) record.Day { return s.Last - s.First + 1 }

// Numbers returns the different numbers that a figure gives.
func Numbers(f *claim.Figure) []float64 {
	var out []float64
	for _, v := range []float64{f.Low, f.Best, f.High} {
		if !math.IsNaN(v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// SharedNumbers returns the numbers that two figures both give.
func SharedNumbers(a, b *claim.Figure) []float64 {
	var out []float64
	theirs := Numbers(b)
	for _, v := range Numbers(a) {
		if slices.Contains(theirs, v) {
			out = append(out, v)
		}
	}
	return out
}

// Digits returns the significant digits of a whole number: 2 of 2,400, 4 of 3,417, 0 of numbers that are not whole.
func Digits(v float64) int {
	if v <= 0 || v != math.Trunc(v) || v > 1e15 {
		return 0
	}
	n := 0
	for x := int64(v); x > 0; x /= 10 {
		if n > 0 || x%10 != 0 {
			n++
		}
	}
	return n
}
