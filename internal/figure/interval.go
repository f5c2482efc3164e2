package figure

import (
	"math"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/wording"
)

// Interval is what a number as it is written can mean, both ends included. An end that nobody stated is 0 or +Inf.
type Interval struct{ Low, High float64 }

// Meets reports whether the intervals have a point in common.
func (i Interval) Meets(j Interval) bool { return i.Low <= j.High && j.Low <= i.High }

// Below reports whether every value of i is smaller than every value of j.
func (i Interval) Below(j Interval) bool { return i.High < j.Low }

// Unit returns half a unit of the last significant digit of a number: about 3,000 is 2,500 to 3,500, 3,200 is 3,150 to
// 3,250, 3,417 is 3,417. Where trailing zeros may or may not be significant the widest reading is taken, except that 10,
// 100 and so on are read as rounded to half of their own last zero (100 is 95 to 105).
func Unit(v float64) float64 {
	v = math.Abs(v)
	if v == 0 || v != math.Trunc(v) || v >= 1e15 {
		return 0
	}
	unit := 1.0
	for n := int64(v); n%10 == 0; n /= 10 {
		unit *= 10
	}
	if unit == v {
		unit /= 10
	}
	if unit <= 1 {
		return 0 // the last digit is not rounded: persons are counted
	}
	return unit / 2
}

// intervalOf reads low, best and high. A lower bound alone is open above, an upper bound alone open below.
func intervalOf(f *claim.Figure) Interval {
	i := Interval{0, math.Inf(1)}
	if !math.IsNaN(f.Low) {
		i.Low = f.Low
	}
	if !math.IsNaN(f.High) {
		i.High = f.High
	}
	if b := f.Best; !math.IsNaN(b) {
		u := Unit(b)
		if math.IsNaN(f.Low) {
			i.Low = b - u
		}
		if math.IsNaN(f.High) {
			i.High = b + u
		}
	}
	return i
}

// point returns the number by which a figure is known: its best value, the middle of its range on the log scale, or the
// bound that it states; NaN if it states none.
func point(f *claim.Figure) float64 {
	switch {
	case !math.IsNaN(f.Best):
		return f.Best
	case !math.IsNaN(f.Low) && !math.IsNaN(f.High):
		if f.Low > 0 {
			return math.Sqrt(f.Low * f.High)
		}
		return (f.Low + f.High) / 2
	case !math.IsNaN(f.Low):
		return f.Low
	}
	return f.High
}

// Bound says how the number is worded.
type Bound string

// The ways of wording a number.
const (
	Exactly Bound = ""
	AtLeast Bound = "at least"
	UpTo    Bound = "up to"
	Between Bound = "between"
)

func boundOf(f *claim.Figure) Bound {
	low, best, high := !math.IsNaN(f.Low), !math.IsNaN(f.Best), !math.IsNaN(f.High)
	switch {
	case low && high && f.Low != f.High:
		return Between
	case low && (!best || f.Best == f.Low) && !high:
		return AtLeast
	case high && (!best || f.Best == f.High) && !low:
		return UpTo
	}
	return Exactly
}

// Words prints the number as the figure words it: "at least 4,000", "5,000 to 7,000", "2,400".
func (f *Figure) Words() string {
	num := func(v float64) string {
		if v == math.Trunc(v) && v < 1e15 {
			return wording.Thousands(int(v))
		}
		return wording.Num(v)
	}
	switch f.Bound {
	case Between:
		if !math.IsNaN(f.Best) && f.Best != f.Low && f.Best != f.High {
			return num(f.Best) + " (" + num(f.Low) + " to " + num(f.High) + ")"
		}
		return num(f.Low) + " to " + num(f.High)
	case AtLeast:
		return "at least " + num(f.Low)
	case UpTo:
		return "up to " + num(f.High)
	}
	if math.IsNaN(f.Point) {
		return "no number"
	}
	return num(f.Point)
}
