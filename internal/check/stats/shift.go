package stats

import "math"

// Shift is a change of level of a series between two neighbouring values.
type Shift struct {
	At            int // index of the first value after the change
	Before, After float64
	T, P          float64 // Student's t of the difference, corrected for autocorrelation, and its two-sided p-value
	Blurred       int     // the greater number, of the two sides, of values among the Near nearest ones that lie beyond the middle of both levels
}

// Window is the number of values on either side on which a level is estimated, Near the number that must bear out that the
// change is sharp and lasts, and AtLeast the least number of values on either side.
const (
	Window  = 24
	Near    = 12
	AtLeast = 12
)

// ShiftAt compares the values before and after index at, at most Window on either side. Months of one conflict resemble
// their neighbours, so that n values are worth fewer independent ones; the variance is corrected as for an autoregressive
// series of first order. It reports false where a side has fewer than AtLeast values.
func ShiftAt(y []float64, at int) (Shift, bool) {
	before, after := y[max(0, at-Window):at], y[at:min(len(y), at+Window)]
	if len(before) < AtLeast || len(after) < AtLeast {
		return Shift{}, false
	}
	s := Shift{At: at}
	var v1, v2 float64
	s.Before, v1 = Moments(before)
	s.After, v2 = Moments(after)
	rho := Autocorrelation(centre(before, s.Before), centre(after, s.After))
	n1, n2 := Independent(len(before), rho), Independent(len(after), rho)
	// The sample variance of correlated values is too small by about the part that they share.
	v1 *= float64(len(before)-1) / max(float64(len(before))-float64(len(before))/n1, 1)
	v2 *= float64(len(after)-1) / max(float64(len(after))-float64(len(after))/n2, 1)
	variance := v1/n1 + v2/n2
	df := max(1, n1+n2-2)
	switch {
	case variance > 0:
		s.T = (s.After - s.Before) / math.Sqrt(variance)
		s.P = BothT(s.T, df)
	case s.After == s.Before:
		s.P = 1
	default:
		s.T, s.P = math.Copysign(1000, s.After-s.Before), least // nothing varies on either side
	}
	middle := (s.Before + s.After) / 2
	beyond := func(v []float64, above bool) (n int) {
		for _, x := range v {
			if x != middle && (x > middle) == above {
				n++
			}
		}
		return n
	}
	rises := s.After > s.Before
	s.Blurred = max(beyond(before[max(0, len(before)-Near):], rises), beyond(after[:min(Near, len(after))], !rises))
	return s, true
}

func centre(v []float64, mean float64) []float64 {
	out := make([]float64, len(v))
	for i, x := range v {
		out[i] = x - mean
	}
	return out
}
