package link

import (
	"context"
	"runtime"
	"sync"
)

// Ordered calls work for blocks of size elements that together make up n, on all cores, and take with the results in order, from
// the goroutine that calls it. Only a few results wait at a time. It returns the first error of take, or that of the context.
func Ordered[T any](ctx context.Context, n, size int, work func(from, to int) T, take func(T) error) error {
	workers := max(1, runtime.GOMAXPROCS(0))
	ctx, stop := context.WithCancel(ctx)
	var pool sync.WaitGroup
	defer pool.Wait()
	defer stop()
	type job struct {
		from int
		done chan T
	}
	waiting := make(chan chan T, 2*workers) // bounds how many results are in memory
	jobs := make(chan job)
	for range workers {
		pool.Go(func() {
			for j := range jobs {
				j.done <- work(j.from, min(n, j.from+size))
			}
		})
	}
	pool.Go(func() {
		defer close(waiting)
		defer close(jobs)
		for from := 0; from < n; from += size {
			done := make(chan T, 1)
			select {
			case waiting <- done:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- job{from, done}:
			case <-ctx.Done():
				return
			}
		}
	})
	for {
		select {
		case done, more := <-waiting:
			if !more {
				return ctx.Err()
			}
			select {
			case result := <-done:
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := take(result); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
