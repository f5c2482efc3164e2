package casereport

import (
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// yearOf turns a day into a year with a fraction.
func yearOf(d record.Day) float64 {
	y, m, day := d.Date()
	return float64(y) + (float64(m-1)*30.44+float64(day-1))/365.25
}

// logTicks are values from 1, 2, 5, 10, 20 … that cover an interval, with one below and one above, thinned to about most.
func logTicks(low, high float64, most int) []float64 {
	low, high = math.Max(low, 1), math.Max(high, 2)
	var all []float64
	for p := math.Pow(10, math.Floor(math.Log10(low))); p <= high*10; p *= 10 {
		for _, m := range []float64{1, 2, 5} {
			all = append(all, p*m)
		}
	}
	from, to := 0, len(all)-1
	for from+1 < len(all) && all[from+1] <= low {
		from++
	}
	for to > from && all[to-1] >= high {
		to--
	}
	all = all[from : to+1]
	if len(all) <= most {
		return all
	}
	var tens []float64
	for i, v := range all {
		if l := math.Log10(v); math.Abs(l-math.Round(l)) < 1e-9 || i == 0 || i == len(all)-1 {
			tens = append(tens, v)
		}
	}
	return tens
}

// linearTicks are round values from 0 up to at least high.
func linearTicks(high float64, about int) []float64 {
	if !(high > 0) {
		return []float64{0, 1}
	}
	raw := high / float64(about)
	base := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * base
	for _, m := range []float64{1, 2, 5} {
		if m*base >= raw*0.9999 {
			step = m * base
			break
		}
	}
	var out []float64
	for v := 0.0; ; v += step {
		out = append(out, v)
		if v >= high*0.9999 {
			return out
		}
	}
}

// yearTicks are at most about nine years, the ends included where they are round.
func yearTicks(first, last int) []int {
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100} {
		step = s
		if (last-first)/s < 8 {
			break
		}
	}
	var out []int
	for y := first; y <= last; y++ {
		if y%step == 0 {
			out = append(out, y)
		}
	}
	return out
}

// count writes a number of people, or of anything else, with no more digits than it has.
func count(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	if math.IsInf(v, 1) {
		return "no upper bound"
	}
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return wording.Thousands(int(v))
	}
	return strconv.FormatFloat(v, 'f', decimals(v), 64)
}

func decimals(v float64) int {
	switch a := math.Abs(v); {
	case a >= 10:
		return 0
	case a >= 1:
		return 1
	}
	return 2
}

// significant rounds to k significant figures: a computed value has no more digits than what it was computed from.
func significant(v float64, k int) float64 {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return v
	}
	p := math.Pow(10, float64(k)-1-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*p) / p
}
