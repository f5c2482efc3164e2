package table

import (
	"context"
	"sync"
)

// Pipe fills blocks on several cores and merges them in order.
//
// next is called by one goroutine, one block after the other, and gives the block its raw records (in Block.Raw, or as
// rows); it reports whether there is anything in the block. work is called by several goroutines and codes the raw records
// of one block; it may be nil. merged is called in file order after each merge; it may be nil. Pipe returns when next
// reports the end or a block carries an error, which is returned after the blocks before it and its own rows were merged.
func (t *Builder) Pipe(ctx context.Context, workers int, next func(*Block) bool, work func(*Block), merged func(*Block)) error {
	type job struct {
		block *Block
		done  chan struct{}
	}
	// As many blocks as can be in work, being merged or being read: this bounds the memory.
	free := make(chan *Block, workers+2)
	for range workers + 2 {
		free <- newBlock(t.plan)
	}
	todo, order := make(chan job), make(chan job, workers+2)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	go func() {
		defer close(order)
		defer close(todo)
		for {
			var b *Block
			select {
			case b = <-free:
			case <-ctx.Done():
				return
			}
			b.reset()
			if !next(b) {
				return
			}
			j := job{b, make(chan struct{})}
			stop := b.Err != nil // read before the block is handed over
			order <- j
			select {
			case todo <- j:
			case <-ctx.Done():
				close(j.done)
				return
			}
			if stop {
				return
			}
		}
	}()

	var pool sync.WaitGroup
	for range workers {
		pool.Add(1)
		go func() {
			defer pool.Done()
			for j := range todo {
				if work != nil {
					work(j.block)
				}
				close(j.done)
			}
		}()
	}

	var err error
	for j := range order {
		<-j.done
		if err != nil || ctx.Err() != nil {
			continue
		}
		t.Add(j.block)
		if merged != nil {
			merged(j.block)
		}
		err = j.block.Err
		free <- j.block
	}
	pool.Wait()
	if err == nil {
		err = context.Cause(ctx)
	}
	return err
}
