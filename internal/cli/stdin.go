package cli

import (
	"context"
	"io"
)

// interruptible is standard input that an interruption ends. A read from a terminal or a pipe blocks until somebody
// writes, so that the program would not see the interruption.
type interruptible struct {
	ctx  context.Context
	r    io.Reader
	buf  []byte
	rest []byte // read, but not yet returned
}

func newInterruptible(ctx context.Context, r io.Reader) io.Reader {
	if r == nil {
		return nil
	}
	return &interruptible{ctx: ctx, r: r, buf: make([]byte, 256<<10)}
}

func (i *interruptible) Read(p []byte) (int, error) {
	if len(i.rest) > 0 {
		n := copy(p, i.rest)
		i.rest = i.rest[n:]
		return n, nil
	}
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	// The buffer is not p: a read that is left behind may still write into it.
	go func() {
		n, err := i.r.Read(i.buf)
		done <- result{n, err}
	}()
	select {
	case got := <-done:
		n := copy(p, i.buf[:got.n])
		if i.rest = i.buf[n:got.n]; len(i.rest) > 0 {
			return n, nil // the error, if there is one, comes again with the next read
		}
		return n, got.err
	case <-i.ctx.Done():
		return 0, i.ctx.Err()
	}
}
