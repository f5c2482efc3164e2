package link

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Each calls work for blocks of size elements that together make up n, on all cores. The result of work must not depend on the order
// of blocks.
func Each(n, size int, work func(from, to int)) {
	EachWith(n, size, func() struct{} { return struct{}{} }, func(_ struct{}, from, to int) { work(from, to) })
}

// EachWith is Each with something that every core has for itself. Each core is given blocks in ascending order.
func EachWith[T any](n, size int, own func() T, work func(mine T, from, to int)) {
	blocks := (n + size - 1) / size
	var next atomic.Int64
	var pool sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), blocks) {
		pool.Go(func() {
			mine := own()
			for b := int(next.Add(1)) - 1; b < blocks; b = int(next.Add(1)) - 1 {
				work(mine, b*size, min(n, (b+1)*size))
			}
		})
	}
	pool.Wait()
}

// Sort sorts a list on two cores. The order of elements that compare as equal is not kept.
func Sort[T any](list []T, compare func(x, y T) int) {
	const few = 1 << 13
	if len(list) < few || runtime.GOMAXPROCS(0) < 2 {
		slices.SortFunc(list, compare)
		return
	}
	half := len(list) / 2
	var pool sync.WaitGroup
	pool.Go(func() { slices.SortFunc(list[:half], compare) })
	slices.SortFunc(list[half:], compare)
	pool.Wait()
	// The first half is moved away, so that the rest can be merged into the list from its beginning.
	x, y := slices.Clone(list[:half]), list[half:]
	for k := range list {
		switch {
		case len(x) == 0:
			return
		case len(y) == 0 || compare(x[0], y[0]) <= 0:
			list[k], x = x[0], x[1:]
		default:
			list[k], y = y[0], y[1:]
		}
	}
}
