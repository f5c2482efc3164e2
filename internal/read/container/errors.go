package container

import (
	"errors"
	"fmt"
)

// ErrEmpty is in the chain of the error for a file, archive member or input without any byte.
var ErrEmpty = errors.New("nothing in it: 0 bytes")

// DamagedError says that compressed data broke off or is corrupt. The bytes read before it are good.
type DamagedError struct {
	Path   string
	After  int64 // decompressed bytes that could be read
	Reason string
	Err    error // io.ErrUnexpectedEOF where the data broke off
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("%s: %s after %d bytes of text (hint: fetch or copy the file again)",
		e.Path, e.Reason, e.After)
}

func (e *DamagedError) Unwrap() error { return e.Err }

// ChangedError says that a file is no longer the one that was opened.
type ChangedError struct {
	Path string
	What string // what happened: "shrank from 10 to 5 bytes"
}

func (e *ChangedError) Error() string {
	return fmt.Sprintf("%s: the file changed while it was being read: %s (hint: let the other program finish, then run again)",
		e.Path, e.What)
}

// LimitError says that an input unfolds to more than is allowed.
type LimitError struct {
	Path   string
	Limit  int64 // bytes
	Reason string
}

func (e *LimitError) Error() string {
	return fmt.Sprintf("%s: %s; reading stopped, the file may be built to fill the disk (hint: if you trust it, decompress it yourself and name the result)",
		e.Path, e.Reason)
}

// UnsupportedError says that a file is something that cannot be read as tables, and what to do instead.
type UnsupportedError struct {
	Path string
	What string
	Hint string
}

func (e *UnsupportedError) Error() string {
	if e.Hint == "" {
		return e.Path + ": " + e.What
	}
	return fmt.Sprintf("%s: %s (hint: %s)", e.Path, e.What, e.Hint)
}
