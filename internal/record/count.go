package record

import "math"

// Count is a number of persons as a source gives it: a best estimate between a low and a high one. A part that is not
// stated is NaN. Counts may be fractional where a dataset shares one total over several rows.
type Count struct{ Low, Best, High float32 }

// NaN32 is a missing part of a [Count].
var NaN32 = float32(math.NaN())

// NoCount is a count of which nothing is stated.
func NoCount() Count { return Count{NaN32, NaN32, NaN32} }

// Known reports whether a best estimate is stated.
func (c Count) Known() bool { return c.Best == c.Best }
