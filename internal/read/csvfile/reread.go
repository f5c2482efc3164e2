package csvfile

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/assaydata/assay/internal/read/container"
)

// Rereader reads records of a text again by the byte on which they begin.
type Rereader struct {
	Blob    *container.Blob
	Dialect Dialect
	Offsets []int64 // by row, in the decoded text
}

// Reread implements record.Rereader.
func (r *Rereader) Reread(ctx context.Context, rows []int, yield func(row int, cells []string) error) error {
	return r.reread(ctx, rows, func(b *raw, row int) error { return yield(row, b.texts(0, r.Blob.Encoding)) })
}

// RereadColumns implements record.ColumnRereader.
func (r *Rereader) RereadColumns(ctx context.Context, rows, columns []int, yield func(row int, cells []string) error) error {
	return r.reread(ctx, rows, func(b *raw, row int) error { return yield(row, b.some(0, columns, r.Blob.Encoding)) })
}

// reread calls take with each record, alone in its run.
func (r *Rereader) reread(ctx context.Context, rows []int, take func(b *raw, row int) error) error {
	if err := r.Blob.Check(); err != nil {
		return err
	}
	at, size, random := r.Blob.ReaderAt()
	if random {
		return r.random(ctx, at, size, rows, take)
	}
	stream, err := r.Blob.Open()
	if err != nil {
		return err
	}
	defer stream.Close()
	in := bufio.NewReaderSize(stream, 1<<20)
	pos := int64(0)
	var b raw
	for _, row := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := io.CopyN(io.Discard, in, r.Offsets[row]-pos); err != nil {
			return fmt.Errorf("%s: row %d is not there any more: %w", r.Blob.Name(), row+1, err)
		}
		// A record ends at latest where the next row begins, so the stream can go on from there. Between them may lie lines
		// that could not be read, of any length.
		end := r.Offsets[row] + maxRecord
		if row+1 < len(r.Offsets) {
			end = min(end, r.Offsets[row+1])
		}
		text, err := io.ReadAll(io.LimitReader(in, end-r.Offsets[row]))
		if cut := int64(len(text)) < end-r.Offsets[row] && row+1 < len(r.Offsets); cut || len(text) == 0 {
			return fmt.Errorf("%s: row %d is not there any more: %w", r.Blob.Name(), row+1, errors.Join(err, io.ErrUnexpectedEOF))
		}
		pos = r.Offsets[row] + int64(len(text))
		if err := r.cut(&b, text, row, take); err != nil {
			return err
		}
	}
	return nil
}

const (
	runBytes = 1 << 20  // bounds what is read at once of rows that follow each other
	gapBytes = 16 << 10 // between two rows that are read at once: reading more costs less than asking again
)

// random reads rows from a file with random access: rows that lie close together in one go, others one by one.
func (r *Rereader) random(ctx context.Context, at io.ReaderAt, size int64, rows []int, take func(*raw, int) error) error {
	skip := r.Blob.Skip
	var buf []byte
	var b raw
	for len(rows) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		start := r.Offsets[rows[0]]
		n := 0 // rows whose end is known, that fit and that lie close together
		for n < len(rows) && rows[n]+1 < len(r.Offsets) && r.Offsets[rows[n]+1]-start <= runBytes &&
			(n == 0 || r.Offsets[rows[n]]-r.Offsets[rows[n-1]+1] <= gapBytes) {
			n++
		}
		if n < 2 {
			if err := r.one(io.NewSectionReader(at, skip+start, size-skip-start), rows[0], take); err != nil {
				return err
			}
			rows = rows[1:]
			continue
		}
		length := int(r.Offsets[rows[n-1]+1] - start)
		if cap(buf) < length {
			buf = make([]byte, max(length, runBytes/4))
		}
		buf = buf[:length]
		if _, err := at.ReadAt(buf, skip+start); err != nil {
			return fmt.Errorf("%s: row %d is not there any more: %w", r.Blob.Name(), rows[0]+1, err)
		}
		for _, row := range rows[:n] {
			if err := r.cut(&b, buf[r.Offsets[row]-start:r.Offsets[row+1]-start], row, take); err != nil {
				return err
			}
		}
		rows = rows[n:]
	}
	return nil
}

// one reads one record from the place where it begins.
func (r *Rereader) one(in io.Reader, row int, take func(*raw, int) error) error {
	buf := make([]byte, 4096)
	filled := 0
	for {
		n, err := io.ReadFull(in, buf[filled:])
		filled += n
		done := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !done {
			return err
		}
		s := scanner{Dialect: r.Dialect, buf: buf, end: filled, eof: done, line: 1}
		var b raw
		if s.record(&b) && len(b.ends) > 0 {
			b.text = buf
			return take(&b, row)
		}
		if done || len(buf) > 2*maxRecord {
			return fmt.Errorf("%s: row %d is not there any more", r.Blob.Name(), row+1)
		}
		buf = append(buf, make([]byte, len(buf))...)
	}
}

// cut takes the one record that a text begins with. b is used again.
func (r *Rereader) cut(b *raw, text []byte, row int, take func(*raw, int) error) error {
	s := scanner{Dialect: r.Dialect, buf: text, end: len(text), eof: true, line: 1}
	b.reset()
	if !s.record(b) || len(b.ends) == 0 {
		return fmt.Errorf("%s: row %d is not there any more", r.Blob.Name(), row+1)
	}
	b.text = text
	return take(b, row)
}
