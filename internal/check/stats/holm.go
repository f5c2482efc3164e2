package stats

import (
	"cmp"
	"slices"
)

// Holm adjusts p-values by Holm's step-down method where tests were run in all and those that are not in p came out at 1: a
// scan of a series looks at every place but keeps few of them. The result is in the order of p. It holds whatever the tests
// have to do with one another.
func Holm(p []float64, tests int) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	out := make([]float64, len(p))
	running := 0.0
	for rank, i := range order {
		running = max(running, min(1, float64(max(tests-rank, 1))*p[i]))
		out[i] = running
	}
	return out
}
