package bench

import (
	"context"
	"sync"

	"github.com/assaydata/assay/internal/link"
)

// each calls do for every number below n, on all cores, and returns the error of the lowest number that failed. What do makes must
// depend on its number alone.
func each(ctx context.Context, n int, progress func(done, total int), do func(i int) error) error {
	errs := make([]error, n)
	var mu sync.Mutex
	done := 0
	link.Each(n, 1, func(i, _ int) {
		if errs[i] = ctx.Err(); errs[i] == nil {
			errs[i] = do(i)
		}
		mu.Lock()
		defer mu.Unlock()
		done++
		if progress != nil {
			progress(done, n)
		}
	})
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
