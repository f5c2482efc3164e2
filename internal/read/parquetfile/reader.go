package parquetfile

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

// batch is how many rows are taken from a row group at a time.
const batch = 64

// Reader yields the rows of a Parquet file. It implements [rows.Records].
type Reader struct {
	ctx     context.Context
	name    string
	blob    *container.Blob
	file    *parquet.File
	columns []column
	header  []string

	group    int          // next row group
	rows     parquet.Rows // of the current group, nil before the first
	buf      []parquet.Row
	have, at int
	base     int   // row of the group that stands first in buf
	pending  error // what came with the last batch: io.EOF at the end of the group

	n        int // rows returned
	text     []byte
	ends     []int
	cells    [][]byte
	finished error
}

var _ rows.Records = (*Reader)(nil)

// Open reads the schema of a file.
func Open(ctx context.Context, b *container.Blob) (r *Reader, err error) {
	at, size, err := b.Random(ctx)
	if err != nil {
		return nil, err
	}
	r = &Reader{ctx: ctx, name: b.Name(), blob: b, buf: make([]parquet.Row, batch)}
	defer r.guard(&err)
	r.file, err = parquet.OpenFile(at, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, r.broken(err)
	}
	var unfolded int64
	for _, g := range r.file.Metadata().RowGroups {
		unfolded += g.TotalByteSize
	}
	if most := b.Limits().Unfolded(size); unfolded > most || unfolded < 0 {
		return nil, &container.LimitError{
			Path: r.name, Limit: most,
			Reason: fmt.Sprintf("a file of %d bytes that unfolds to %d, over the limit of %d", size, unfolded, most),
		}
	}
	r.columns = columns(r.file.Schema())
	if len(r.columns) == 0 {
		return nil, fmt.Errorf("%s: a Parquet file without columns: %w", r.name, container.ErrEmpty)
	}
	for _, c := range r.columns {
		r.header = append(r.header, c.name)
	}
	r.cells = make([][]byte, len(r.columns))
	r.ends = make([]int, len(r.columns))
	return r, nil
}

// guard turns a panic of the library into an error: it trusts page headers more than a damaged file deserves.
func (r *Reader) guard(err *error) {
	if p := recover(); p != nil {
		*err = r.broken(fmt.Errorf("%v", p))
	}
}

func (r *Reader) broken(err error) error {
	if changed := r.blob.Check(); changed != nil {
		return changed
	}
	return fmt.Errorf("%s: a damaged Parquet file, or one that uses a newer feature, after %d rows: %w (hint: fetch or write it again; the rows before are used)",
		r.name, r.n, err)
}

// Header returns the names of the leaves.
func (r *Reader) Header() []string { return r.header }

// NumRows returns the number of rows that the file says it has.
func (r *Reader) NumRows() int64 { return r.file.NumRows() }

// Next implements [rows.Records]; lines are 0.
func (r *Reader) Next() (cells [][]byte, line int, err error) {
	if r.finished != nil {
		return nil, 0, r.finished
	}
	defer func() { r.finished = err }()
	defer r.guard(&err)
	if r.at == r.have {
		if err := r.fill(); err != nil {
			return nil, 0, err
		}
	}
	row := r.buf[r.at]
	r.at++
	r.n++
	r.split(row)
	return r.cells, 0, nil
}

// fill takes the next rows, from the next group where one is used up.
func (r *Reader) fill() error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	r.base += r.have
	r.at, r.have = 0, 0
	for {
		// The values of a batch stand in the pages that its group holds, so that nothing is closed before they are used.
		switch {
		case errors.Is(r.pending, io.EOF):
			r.pending = nil
			closed := r.rows.Close()
			if r.rows = nil; closed != nil {
				return r.broken(closed)
			}
		case r.pending != nil:
			return r.broken(r.pending)
		}
		if r.rows == nil {
			groups := r.file.RowGroups()
			if r.group == len(groups) {
				return r.end()
			}
			r.rows, r.base = groups[r.group].Rows(), 0
			r.group++
		}
		r.have, r.pending = r.rows.ReadRows(r.buf)
		if r.have > 0 {
			return nil
		}
		if r.pending == nil {
			r.pending = io.ErrNoProgress
		}
	}
}

// end makes sure that the file gave as many rows as it says.
func (r *Reader) end() error {
	if int64(r.n) < r.file.NumRows() {
		return r.broken(fmt.Errorf("it should have %d rows: %w", r.file.NumRows(), io.ErrUnexpectedEOF))
	}
	if err := r.blob.Check(); err != nil {
		return err
	}
	return io.EOF
}

// split writes the values of a row into cells.
func (r *Reader) split(row parquet.Row) {
	r.text = r.text[:0]
	clear(r.ends)
	next := 0
	row.Range(func(i int, values []parquet.Value) bool {
		for ; next < i; next++ {
			r.ends[next] = len(r.text)
		}
		c := &r.columns[i]
		switch {
		case c.repeated:
			r.text = c.appendList(r.text, values)
		case len(values) > 0 && !values[0].IsNull():
			r.text = c.format(r.text, values[0])
		}
		r.ends[i] = len(r.text)
		next = i + 1
		return true
	})
	for ; next < len(r.ends); next++ {
		r.ends[next] = len(r.text)
	}
	start := 0
	for i, end := range r.ends {
		r.cells[i] = r.text[start:end:end]
		start = end
	}
}

// Close lets go of the pages that are held.
func (r *Reader) Close() (err error) {
	defer r.guard(&err)
	if r.rows != nil {
		err = r.rows.Close()
		r.rows = nil
	}
	return err
}

// Reread passes the rows with the given numbers to yield. Rows ascend and count from 0. Row groups without a wanted row
// are not read.
func Reread(ctx context.Context, b *container.Blob, wanted []int, yield func(row int, cells []string) error) (err error) {
	if len(wanted) == 0 {
		return nil
	}
	r, err := Open(ctx, b)
	if err != nil {
		return err
	}
	defer r.Close()
	first := 0 // row number of the first row of the group
	at := 0
	for g, group := range r.file.RowGroups() {
		end := first + int(group.NumRows())
		for at < len(wanted) && wanted[at] < end {
			if err := r.seek(g, wanted[at]-first); err != nil {
				return err
			}
			cells, _, err := r.Next()
			if err != nil {
				return err
			}
			texts := make([]string, len(cells))
			for i, c := range cells {
				texts[i] = string(c)
			}
			for row := wanted[at]; at < len(wanted) && wanted[at] == row; at++ {
				if err := yield(row, texts); err != nil {
					return err
				}
			}
		}
		first = end
	}
	if at < len(wanted) {
		return fmt.Errorf("%s: row %d is not there any more", r.name, wanted[at]+1)
	}
	return nil
}

// seek goes to a row of a group.
func (r *Reader) seek(group, row int) (err error) {
	defer r.guard(&err)
	switch {
	case r.rows == nil || r.group != group+1:
		if err := r.Close(); err != nil {
			return err
		}
		r.rows, r.group = r.file.RowGroups()[group].Rows(), group+1
	case row >= r.base && row < r.base+r.have:
		r.at = row - r.base
		return nil
	}
	r.at, r.have, r.base, r.pending = 0, 0, row, nil
	if err := r.rows.SeekToRow(int64(row)); err != nil {
		return r.broken(err)
	}
	return nil
}
