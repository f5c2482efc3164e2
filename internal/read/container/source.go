package container

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// source is a file on disk that is held open, so that every reading sees the same file even if its name is given to
// another one. The blobs of an archive share it.
type source struct {
	name     string // as the user named it
	file     *os.File
	size     int64
	modified time.Time
	temp     string // path of a spooled copy that is still to be removed

	mu    sync.Mutex
	users int

	once sync.Once
	sum  string
	err  error
}

func newSource(name string, f *os.File) (*source, error) {
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return &source{name: name, file: f, size: st.Size(), modified: st.ModTime()}, nil
}

// ReadAt reads the file as it was when it was opened; it fails if the file has become shorter.
func (s *source) ReadAt(p []byte, off int64) (int, error) {
	short := off+int64(len(p)) > s.size
	if short {
		if off >= s.size {
			return 0, io.EOF
		}
		p = p[:s.size-off]
	}
	n, err := s.file.ReadAt(p, off)
	if n < len(p) && errors.Is(err, io.EOF) {
		if err := s.check(); err != nil {
			return n, err
		}
		return n, &ChangedError{s.name, fmt.Sprintf("it ends at byte %d of %d", off+int64(n), s.size)}
	}
	if err == nil && short {
		err = io.EOF
	}
	return n, err
}

// check compares size and time of last change with those at opening.
func (s *source) check() error {
	st, err := s.file.Stat()
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", s.name, err)
	case st.Size() < s.size:
		return &ChangedError{s.name, fmt.Sprintf("it shrank from %d to %d bytes", s.size, st.Size())}
	case st.Size() > s.size:
		return &ChangedError{s.name, fmt.Sprintf("it grew from %d to %d bytes", s.size, st.Size())}
	case !st.ModTime().Equal(s.modified):
		return &ChangedError{s.name, "it was written to at " + st.ModTime().UTC().Format(time.RFC3339)}
	}
	return nil
}

func (s *source) digest() (string, error) {
	s.once.Do(func() {
		h := sha256.New()
		if _, s.err = io.CopyBuffer(h, s.reader(), make([]byte, 1<<20)); s.err == nil {
			s.sum = hex.EncodeToString(h.Sum(nil))
		}
	})
	return s.sum, s.err
}

// reader reads all bytes, and at the end makes sure that they are of one file.
func (s *source) reader() io.Reader {
	return &steady{r: io.NewSectionReader(s, 0, s.size), s: s}
}

type steady struct {
	r *io.SectionReader
	s *source
}

func (r *steady) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	if err == io.EOF {
		if changed := r.s.check(); changed != nil {
			return n, changed
		}
	}
	return n, err
}

func (s *source) hold() *source {
	s.mu.Lock()
	s.users++
	s.mu.Unlock()
	return s
}

// release closes the file when its last user has released it.
func (s *source) release() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.users--; s.users > 0 || s.file == nil {
		return nil
	}
	err := s.file.Close()
	if s.temp != "" {
		err = errors.Join(err, os.Remove(s.temp))
		s.temp = ""
	}
	return err
}

// spool copies r into a temporary file of at most limit bytes.
func spool(ctx context.Context, name string, r io.Reader, limit int64) (*source, error) {
	f, err := os.CreateTemp("", "assay-*")
	if err != nil {
		return nil, fmt.Errorf("%s: cannot make a temporary copy: %w (hint: set TMPDIR to a folder with space)", name, err)
	}
	// An open file without a name goes away by itself even if the program is killed. Where the system does not allow
	// that, the file is removed on release.
	temp := f.Name()
	if os.Remove(temp) == nil {
		temp = ""
	}
	discard := func(err error) (*source, error) {
		f.Close()
		if temp != "" {
			os.Remove(temp)
		}
		return nil, err
	}
	n, err := io.CopyBuffer(f, io.LimitReader(&cancellable{ctx, r}, limit+1), make([]byte, 1<<20))
	switch {
	case err != nil:
		return discard(err)
	case n > limit:
		return discard(&LimitError{name, limit, "more than " + bytesText(limit)})
	}
	s, err := newSource(name, f)
	if err != nil {
		return discard(err)
	}
	s.temp = temp
	return s, nil
}

type cancellable struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancellable) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
