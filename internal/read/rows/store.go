package rows

import (
	"bufio"
	"context"
	"encoding/binary"
	"fmt"
	"os"
)

// Store keeps the records of a table in a temporary file, so that any of them is read again at once. It serves kinds of
// files that are slow to read a second time.
type Store struct {
	file *os.File
	temp string // path that is still to be removed
	w    *bufio.Writer
	ends []int64 // where each record ends
	buf  []byte
	err  error
}

// NewStore makes an empty store.
func NewStore() (*Store, error) {
	f, err := os.CreateTemp("", "assay-*")
	if err != nil {
		return nil, err
	}
	s := &Store{file: f, temp: f.Name(), w: bufio.NewWriterSize(f, 1<<18)}
	if os.Remove(s.temp) == nil { // goes away by itself, where the system allows that
		s.temp = ""
	}
	return s, nil
}

// Add appends a record: the number of its cells, their lengths, their bytes.
func (s *Store) Add(cells [][]byte) {
	if s.err != nil {
		return
	}
	b := binary.AppendUvarint(s.buf[:0], uint64(len(cells)))
	for _, c := range cells {
		b = binary.AppendUvarint(b, uint64(len(c)))
	}
	for _, c := range cells {
		b = append(b, c...)
	}
	s.buf = b
	end := int64(len(b))
	if n := len(s.ends); n > 0 {
		end += s.ends[n-1]
	}
	s.ends = append(s.ends, end)
	_, s.err = s.w.Write(b)
}

// Finish must be called after the last Add. An error (a full disk) means that the store cannot be used.
func (s *Store) Finish() error {
	if s.err == nil {
		s.err = s.w.Flush()
	}
	s.w, s.buf = nil, nil
	return s.err
}

// Len returns the number of records.
func (s *Store) Len() int { return len(s.ends) }

// Reread passes the wanted records to yield. It may run in several goroutines at once.
func (s *Store) Reread(ctx context.Context, rows []int, yield func(row int, cells []string) error) error {
	var buf []byte
	for i, row := range rows {
		if i&1023 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		if row < 0 || row >= len(s.ends) {
			return fmt.Errorf("row %d is not there any more", row+1)
		}
		var start int64
		if row > 0 {
			start = s.ends[row-1]
		}
		n := int(s.ends[row] - start)
		if cap(buf) < n {
			buf = make([]byte, n)
		}
		buf = buf[:n]
		if _, err := s.file.ReadAt(buf, start); err != nil {
			return err
		}
		if err := yield(row, unpack(buf)); err != nil {
			return err
		}
	}
	return nil
}

// unpack takes apart what Add wrote.
func unpack(b []byte) []string {
	count, k := binary.Uvarint(b)
	b = b[k:]
	lengths := make([]int, count)
	for i := range lengths {
		n, k := binary.Uvarint(b)
		lengths[i], b = int(n), b[k:]
	}
	all := string(b)
	cells := make([]string, count)
	for i, n := range lengths {
		cells[i], all = all[:n], all[n:]
	}
	return cells
}

// Close removes the file.
func (s *Store) Close() error {
	err := s.file.Close()
	if s.temp != "" {
		if e := os.Remove(s.temp); err == nil {
			err = e
		}
		s.temp = ""
	}
	return err
}
