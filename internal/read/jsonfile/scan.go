package jsonfile

import (
	"errors"
	"fmt"
	"io"
)

// maxRecord bounds the bytes of one record. Records of event data have some kilobytes.
const maxRecord = 16 << 20

var errTooLong = errors.New("record too long")

// scanner cuts values out of a stream and counts its lines. It holds one value at a time.
type scanner struct {
	r    io.Reader
	buf  []byte
	pos  int // next byte in buf
	end  int // bytes in buf
	off  int64
	line int // line of the next byte, from 1
	err  error
	max  int // longest value that is kept
}

func newScanner(r io.Reader) *scanner {
	return &scanner{r: r, buf: make([]byte, 64<<10), line: 1, max: maxRecord}
}

// offset is the position of the next byte in the stream.
func (s *scanner) offset() int64 { return s.off + int64(s.pos) }

// fill reads more bytes behind those from keep on, which move to the front in any case. It reports false at the end of the
// stream.
func (s *scanner) fill(keep int) bool {
	if keep > 0 {
		copy(s.buf, s.buf[keep:s.end])
		s.off += int64(keep)
		s.pos -= keep
		s.end -= keep
	}
	if s.err != nil {
		return false
	}
	if s.end == len(s.buf) {
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	for tries := 0; tries < 100; tries++ {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		if err != nil {
			s.err = err
		}
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// peek returns the next byte that is not white space without taking it, 0 at the end of the stream.
func (s *scanner) peek() byte {
	for {
		for ; s.pos < s.end; s.pos++ {
			switch s.buf[s.pos] {
			case '\n':
				s.line++
			case ' ', '\t', '\r':
			default:
				return s.buf[s.pos]
			}
		}
		if !s.fill(s.pos) {
			return 0
		}
	}
}

// take takes the byte that peek returned.
func (s *scanner) take() { s.pos++ }

// failure is why the stream ended: io.EOF where it ended well.
func (s *scanner) failure() error {
	if s.err == nil {
		return io.EOF
	}
	return s.err
}

// value takes the value that begins at the next byte, a bracketed one to its closing bracket, and returns its bytes,
// which are valid until the next call. A value over the limit is taken too, but only errTooLong is returned. At the end
// of the stream within a value it returns io.ErrUnexpectedEOF or the error of the stream.
func (s *scanner) value(keep bool) ([]byte, error) {
	start := s.pos
	depth := 0
	inString, escaped := false, false
	tooLong := false
	for {
		for ; s.pos < s.end; s.pos++ {
			c := s.buf[s.pos]
			if c == '\n' {
				s.line++
			}
			switch {
			case escaped:
				escaped = false
			case inString:
				switch c {
				case '\\':
					escaped = true
				case '"':
					inString = false
					if depth == 0 {
						s.pos++
						return s.taken(start, tooLong)
					}
				}
			case c == '"':
				inString = true
			case c == '{' || c == '[':
				depth++
			case c == '}' || c == ']':
				if depth == 0 { // closes what is around a number or word
					return s.taken(start, tooLong)
				}
				if depth--; depth == 0 {
					s.pos++
					return s.taken(start, tooLong)
				}
			case depth == 0 && (c == ',' || c == ':' || c == ' ' || c == '\t' || c == '\r' || c == '\n'):
				if c == '\n' {
					s.line-- // it is counted when it is skipped
				}
				return s.taken(start, tooLong)
			}
		}
		if !keep || s.pos-start > s.max {
			tooLong = tooLong || keep
			start = s.pos
		}
		more := s.fill(start)
		start = 0
		if !more {
			if depth == 0 && !inString && s.err == io.EOF {
				return s.taken(start, tooLong)
			}
			if s.err == io.EOF {
				return nil, io.ErrUnexpectedEOF
			}
			return nil, s.err
		}
	}
}

func (s *scanner) taken(start int, tooLong bool) ([]byte, error) {
	if tooLong || s.pos-start > s.max {
		return nil, errTooLong
	}
	return s.buf[start:s.pos], nil
}

// rest takes the line from the next byte on, without its end.
func (s *scanner) rest() ([]byte, error) {
	start := s.pos
	tooLong := false
	for {
		for ; s.pos < s.end; s.pos++ {
			if s.buf[s.pos] == '\n' {
				return s.taken(start, tooLong) // the break itself is counted when it is skipped
			}
		}
		if s.pos-start > s.max {
			tooLong = true
			start = s.pos
		}
		more := s.fill(start)
		start = 0
		if !more {
			if s.err != io.EOF {
				return nil, s.err
			}
			return s.taken(start, tooLong)
		}
	}
}

// skip passes over n bytes.
func (s *scanner) skip(n int64) error {
	for n > 0 {
		if s.pos == s.end && !s.fill(s.pos) {
			return fmt.Errorf("the input is shorter than before: %w", s.failure())
		}
		k := min(int64(s.end-s.pos), n)
		for _, c := range s.buf[s.pos : s.pos+int(k)] {
			if c == '\n' {
				s.line++
			}
		}
		s.pos += int(k)
		n -= k
	}
	return nil
}
