package patch

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/csvfile"
)

// rewrite writes the text of a file with the edits made. Records without edits are copied byte for byte; of the others only
// the cells in question are written anew.
func rewrite(ctx context.Context, out io.Writer, src *csvfile.Rereader, edits []edit, compressed bool) (err error) {
	w := bufio.NewWriterSize(out, 1<<20)
	defer func() { err = errors.Join(err, w.Flush()) }()
	var to io.Writer = w
	if compressed {
		z := gzip.NewWriter(w)
		defer func() { err = errors.Join(err, z.Close()) }()
		to = z
	}
	b := src.Blob
	if b.Skip > 0 {
		if _, err := to.Write(mark(b)); err != nil {
			return err
		}
	}
	if order, wide := utf16(b); wide {
		if err := reversible(b); err != nil {
			return err
		}
		t := transform.NewWriter(to, unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder())
		defer func() { err = errors.Join(err, t.Close()) }()
		to = t
	}
	stream, err := b.Open()
	if err != nil {
		return err
	}
	defer stream.Close()
	s := splicer{ctx: ctx, in: bufio.NewReaderSize(stream, 1<<20), out: to, src: src}
	if err := s.run(edits); err != nil {
		return err
	}
	return b.Check()
}

type splicer struct {
	ctx context.Context
	in  *bufio.Reader
	out io.Writer
	src *csvfile.Rereader
	pos int64 // in the text
}

func (s *splicer) run(edits []edit) error {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column)) })
	offsets := s.src.Offsets
	for len(edits) > 0 {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		row, n := edits[0].row, 1
		for n < len(edits) && edits[n].row == row {
			n++
		}
		if err := s.copy(offsets[row] - s.pos); err != nil {
			return err
		}
		// The record ends at latest where the next row begins; what lies between them is copied with it.
		var rest io.Reader = s.in
		if row+1 < len(offsets) {
			rest = io.LimitReader(s.in, offsets[row+1]-s.pos)
		}
		text, err := io.ReadAll(rest)
		if err != nil {
			return err
		}
		s.pos += int64(len(text))
		changed, err := s.splice(text, edits[:n])
		if err != nil {
			return err
		}
		if _, err := s.out.Write(changed); err != nil {
			return err
		}
		edits = edits[n:]
	}
	_, err := io.Copy(s.out, &cancellable{s.ctx, s.in})
	return err
}

func (s *splicer) copy(n int64) error {
	done, err := io.CopyN(s.out, &cancellable{s.ctx, s.in}, n)
	s.pos += done
	return err
}

// splice puts the new contents of one record's cells into its text.
func (s *splicer) splice(text []byte, edits []edit) ([]byte, error) {
	cells, _, ok := cellsOf(text, 0, s.src.Dialect.Delimiter, s.src.Dialect.Newline)
	var out []byte
	at := 0
	for i := range edits {
		e := &edits[i]
		if !ok || e.column >= len(cells) || s.decoded(cells[e.column].text(text)) != e.old {
			return nil, fmt.Errorf("%s: row %d was not found again as it was read, please report this; %w", s.src.Blob.Name(), e.row+1, ErrRefused)
		}
		c := cells[e.column]
		if c.quoted {
			c.start, c.end = c.start-1, c.end+1
		}
		out = append(out, text[at:c.start]...)
		out = appendCell(out, e.content, c.quoted, len(cells) == 1, s.src.Dialect.Delimiter)
		at = c.end
	}
	return append(out, text[at:]...), nil
}

// decoded is a cell's text as the reader gives it.
func (s *splicer) decoded(cell []byte) string {
	if utf8.Valid(cell) {
		return string(cell)
	}
	out, _ := s.src.Blob.Encoding.Decode(nil, cell)
	return string(out)
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

// utf16 reports whether the text stands on disk as UTF-16.
func utf16(b *container.Blob) (unicode.Endianness, bool) {
	switch b.Charset {
	case "UTF-16 LE":
		return unicode.LittleEndian, true
	case "UTF-16 BE":
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// mark is the byte order mark of a blob that has one.
func mark(b *container.Blob) []byte {
	switch order, wide := utf16(b); {
	case !wide:
		return []byte("\xef\xbb\xbf")
	case order == unicode.BigEndian:
		return []byte("\xfe\xff")
	}
	return []byte("\xff\xfe")
}

// reversible makes sure that a text in UTF-16 is the same when it is decoded and encoded again: half a character cannot be
// kept that way.
func reversible(b *container.Blob) error {
	if b.Compressed {
		return fmt.Errorf("%s: %w: UTF-16 inside gzip (hint: decompress it first)", b.Name(), ErrUnsupported)
	}
	f, err := os.Open(b.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.Seek(b.Skip, io.SeekStart); err != nil {
		return err
	}
	text, err := b.Open()
	if err != nil {
		return err
	}
	defer text.Close()
	order, _ := utf16(b)
	again := bufio.NewReader(transform.NewReader(text, unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder()))
	was := bufio.NewReader(f)
	p, q := make([]byte, 1<<16), make([]byte, 1<<16)
	for {
		n, errP := io.ReadFull(was, p)
		m, errQ := io.ReadFull(again, q)
		if !bytes.Equal(p[:n], q[:m]) {
			return fmt.Errorf("%s: %w: parts of it are no valid UTF-16, which could not be kept (hint: convert it to UTF-8 first)", b.Name(), ErrUnsupported)
		}
		if errP != nil || errQ != nil {
			return nil
		}
	}
}
