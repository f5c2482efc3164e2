package csvfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/table"
	"github.com/assaydata/assay/internal/record"
)

const sniffBytes = 256 << 10

// File is a delimited text that is being read: first its first records, to find out what it is, then all.
type File struct {
	Dialect Dialect
	blob    *container.Blob
	stream  io.ReadCloser
	scan    scanner
	first   raw
	more    bool // the first block holds records
}

// Open reads the beginning of a text. A delimiter of 0 is guessed.
func Open(blob *container.Blob, delimiter byte) (*File, error) {
	r, err := blob.Open()
	if err != nil {
		return nil, err
	}
	f := &File{blob: blob, stream: r}
	f.scan = scanner{r: r, line: 1, buf: make([]byte, blockBytes)}
	f.scan.more()
	f.Dialect = Sniff(f.scan.buf[:min(f.scan.end, sniffBytes)])
	if delimiter != 0 {
		f.Dialect.Delimiter = delimiter
	}
	f.scan.Dialect = f.Dialect
	// The first record gives the width by which a swallowed line end is recognised.
	probe := scanner{Dialect: f.Dialect, buf: f.scan.buf, end: f.scan.end, eof: f.scan.eof, line: 1}
	var head raw
	if probe.record(&head) {
		f.scan.width = len(head.cells)
		f.scan.rows = bytes.Count(f.scan.buf[:f.scan.end], []byte{f.Dialect.Newline})
		f.scan.cells = min(f.scan.rows*f.scan.width, f.scan.end) // each takes a byte at least
		if !f.scan.eof {                                         // the first block takes as much again
			f.scan.rows, f.scan.cells = 2*f.scan.rows, 2*f.scan.cells
		}
	}
	f.more = f.scan.fill(&f.first)
	return f, nil
}

// First returns the first records, at most n, as text. Records that could not be read are not among them.
func (f *File) First(n int) [][]string {
	var out [][]string
	for i := 0; i < len(f.first.ends) && i < n; i++ {
		out = append(out, f.first.texts(i, f.blob.Encoding))
	}
	return out
}

// Err returns what ended the text early while its beginning was read.
func (f *File) Err() error { return f.scan.err }

// Lost returns a description of the first record that could not be read, "" if there is none.
func (f *File) Lost() string {
	if len(f.first.problems) == 0 {
		return ""
	}
	p := f.first.problems[0]
	return fmt.Sprintf("line %d: %s", p.Line, p.Text)
}

// Close closes the text.
func (f *File) Close() error { return f.stream.Close() }

// texts returns the cells of a record of the run. They share one piece of memory.
func (b *raw) texts(i int, enc container.Encoding) []string {
	cells := b.record(i)
	out := make([]string, len(cells))
	if len(cells) == 0 {
		return out
	}
	from := cells[0].start
	all := string(b.text[from:cells[len(cells)-1].end])
	valid := utf8.ValidString(all) // then all its cells are
	for k, c := range cells {
		if !c.escaped {
			if out[k] = all[c.start-from : c.end-from]; valid || utf8.ValidString(out[k]) {
				continue
			}
		}
		p := b.text[c.start:c.end]
		if c.escaped {
			b.scratch = unescape(b.scratch[:0], p)
			p = b.scratch
		}
		if !valid && !utf8.Valid(p) {
			p, _ = enc.Decode(nil, p)
		}
		out[k] = string(p)
	}
	return out
}

// some returns the cells of a record up to the last of some columns, which ascend; those of other columns are empty.
func (b *raw) some(i int, columns []int, enc container.Encoding) []string {
	cells := b.record(i)
	n, _ := slices.BinarySearch(columns, len(cells))
	if n == 0 {
		return nil
	}
	// All in one piece of memory.
	var room [32]int
	all, ends := b.scratch[:0], room[:0]
	for _, k := range columns[:n] {
		begin := len(all)
		p := b.text[cells[k].start:cells[k].end]
		if cells[k].escaped {
			all = unescape(all, p)
		} else {
			all = append(all, p...)
		}
		if p = all[begin:]; !utf8.Valid(p) {
			p, _ = enc.Decode(nil, p)
			all = append(all[:begin], p...)
		}
		ends = append(ends, len(all))
	}
	b.scratch = all
	out, text, begin := make([]string, columns[n-1]+1), string(all), 0
	for i, k := range columns[:n] {
		out[k], begin = text[begin:ends[i]], ends[i]
	}
	return out
}

func (b *raw) record(i int) []span {
	start := uint32(0)
	if i > 0 {
		start = b.ends[i-1]
	}
	return b.cells[start:b.ends[i]]
}

// rawBlock is what a block carries from the scanner to the coder.
type rawBlock struct {
	raw
	from   int // records to leave out: header and HXL row
	ragged int // number of fields of the last ragged record of the block
}

// Fill reads all records but the first skip ones into the builder. width is the number of columns. progress is called with
// the number of bytes of text read so far. The error is what ended the text early; the records before it are in.
func (f *File) Fill(ctx context.Context, t *table.Builder, workers, width, skip int, progress func(int64)) error {
	f.scan.width = width
	firstDone := false
	next := func(b *table.Block) bool {
		rb, _ := b.Raw.(*rawBlock)
		if rb == nil {
			rb = &rawBlock{}
			b.Raw = rb
		}
		rb.from = 0
		if !firstDone {
			firstDone = true
			if f.more {
				rb.raw, f.first = f.first, raw{}
				rb.from = min(skip, len(rb.ends))
				return true
			}
		}
		return f.scan.fill(&rb.raw)
	}
	work := func(b *table.Block) { code(b, b.Raw.(*rawBlock), width) }
	seen := false
	merged := func(b *table.Block) {
		rb := b.Raw.(*rawBlock)
		if !seen && b.Rows() > 0 {
			seen = true
			if _, size, ok := f.blob.ReaderAt(); ok {
				read := rb.offsets[len(rb.offsets)-1] - rb.offsets[0] + 1
				t.Grow(int(float64(size)/float64(read)*float64(len(rb.ends))*1.02) + 16)
			}
		}
		if progress != nil && len(rb.offsets) > 0 {
			progress(rb.offsets[len(rb.offsets)-1])
		}
	}
	if err := t.Pipe(ctx, workers, next, work, merged); err != nil {
		return err
	}
	if f.scan.err != nil {
		return f.scan.err
	}
	return f.blob.Check()
}

// code turns the raw records of a block into coded cells.
func code(b *table.Block, rb *rawBlock, width int) {
	var scratch []byte
	rb.ragged = -1
	b.Grow(len(rb.ends) - rb.from)
	for i := rb.from; i < len(rb.ends); i++ {
		cells := rb.record(i)
		b.Row(int(rb.lines[i]), rb.offsets[i])
		if len(cells) != width {
			ragged(b, rb, cells, width, int(rb.lines[i]))
		}
		for k := range width {
			if k >= len(cells) {
				b.Cell(k, nil)
				continue
			}
			c := cells[k]
			p := rb.text[c.start:c.end]
			if c.escaped {
				scratch = unescape(scratch[:0], p)
				p = scratch
			}
			b.Cell(k, p)
		}
	}
	b.Problems = append(b.Problems, rb.problems...)
	for _, row := range rb.unread {
		b.Unread = append(b.Unread, max(0, row-rb.from))
	}
}

// ragged notes a record with too few or too many fields. Where a file has one, it often has millions: they share the text.
func ragged(b *table.Block, rb *rawBlock, cells []span, width, line int) {
	p := record.Problem{Row: b.Rows() - 1, Line: line, Column: -1, Kind: "ragged"}
	n := len(cells)
	if n > width && !slices.ContainsFunc(cells[width:], func(c span) bool { return c.end > c.start }) {
		return // empty fields at the end say nothing
	}
	if last := len(b.Problems) - 1; last >= 0 && rb.ragged == n {
		p.Text, p.Hint = b.Problems[last].Text, b.Problems[last].Hint
	} else if n > width {
		p.Text = fmt.Sprintf("%d fields where the header has %d; the last %d were left out", n, width, n-width)
		p.Hint = "a field that holds the delimiter must stand in quotation marks; columns to the right of it are shifted"
	} else {
		p.Text = fmt.Sprintf("%d fields where the header has %d; the missing ones were taken as empty", n, width)
		p.Hint = "the row was cut, or a line end stands inside a field without quotation marks"
	}
	rb.ragged = n
	b.Problems = append(b.Problems, p)
}

// Describe says how the text is delimited, for people.
func (d Dialect) Describe() string {
	names := map[byte]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar", '^': "caret", 1: "control-A"}
	if n, ok := names[d.Delimiter]; ok {
		return n
	}
	return fmt.Sprintf("%q", d.Delimiter)
}

// ErrDelimiter is returned by [ParseDelimiter].
var ErrDelimiter = errors.New("a delimiter is one character, or tab, comma, semicolon, bar")

// ParseDelimiter reads a delimiter as a user writes it.
func ParseDelimiter(s string) (byte, error) {
	switch strings.ToLower(s) {
	case "":
		return 0, nil
	case "tab", "\\t":
		return '\t', nil
	case "comma":
		return ',', nil
	case "semicolon":
		return ';', nil
	case "bar", "pipe":
		return '|', nil
	}
	if len(s) != 1 || s[0] >= utf8.RuneSelf || s == "\"" || s == "\n" || s == "\r" {
		return 0, ErrDelimiter
	}
	return s[0], nil
}
