package bench

import (
	"context"
	"runtime"
	"sync"
)

// each calls do for every number below n, on all cores, and returns the error of the lowest number that failed. What do makes must
// depend on its number alone.
func each(ctx context.Context, n int, progress func(done, total int), do func(i int) error) error {
	todo := make(chan int)
	errs := make([]error, n)
	var mu sync.Mutex
	done := 0
	var pool sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		pool.Go(func() {
			for i := range todo {
				if errs[i] = ctx.Err(); errs[i] == nil {
					errs[i] = do(i)
				}
				mu.Lock()
				done++
				if progress != nil {
					progress(done, n)
				}
				mu.Unlock()
			}
		})
	}
	for i := range n {
		todo <- i
	}
	close(todo)
	pool.Wait()
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
