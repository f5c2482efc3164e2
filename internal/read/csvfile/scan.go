package csvfile

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/assaydata/assay/internal/record"
)

const (
	blockBytes = 2 << 20 // raw text of one block
	maxRecord  = 8 << 20 // longest record; longer ones are damage, not data

	// minQuoted is what remains of maxRecord for a quoted field after many that were never closed. It still holds the
	// longest notes of event data.
	minQuoted = 16 << 10

	// shortRest is how much of the end of a text that broke off is taken for one record that was cut.
	shortRest = 64 << 10
)

// span is one cell in the raw text of a block. Escaped cells hold doubled quotation marks.
type span struct {
	start, end uint32
	escaped    bool
}

// raw is a run of records as they stand in the file.
type raw struct {
	text    []byte // owned by the block
	cells   []span
	ends    []uint32 // for each record, the end of its cells
	lines   []uint32
	offsets []int64

	problems []record.Problem // Row counts from the first record of the run
	unread   []int

	scratch []byte // for cells that are escaped
}

func (b *raw) reset() {
	b.cells, b.ends, b.lines, b.offsets = b.cells[:0], b.ends[:0], b.lines[:0], b.offsets[:0]
	b.problems, b.unread = b.problems[:0], b.unread[:0]
}

// grow makes room, so that the lists of a new block are not copied as they grow.
func (b *raw) grow(rows, cells int) {
	b.cells = slices.Grow(b.cells, cells)
	b.ends, b.lines, b.offsets = slices.Grow(b.ends, rows), slices.Grow(b.lines, rows), slices.Grow(b.offsets, rows)
}

// scanner splits text into records. The text is in buf[pos:end]; more is read as needed.
type scanner struct {
	Dialect
	r     io.Reader
	buf   []byte
	pos   int
	end   int
	base  int64 // place of buf[0] in the text
	line  int   // physical line of buf[pos], from 1
	eof   bool
	err   error // what ended the text, nil at its regular end
	width int   // number of fields of the header, 0 while it is not known
	rows  int   // most records of a block so far, or what the first one may have
	cells int   // likewise
	tired int   // quoted fields so far that turned out to be damage after a long search

	// Between these places in the text, as the last search found, no quotation mark can close a field. Without them a
	// text full of opening marks would be searched again to its end from each of them.
	barrenFrom, barrenTo int64
}

// longest is how far the end of a quoted field is looked for. Each long search in vain halves it, so that damage on every
// line does not cost a long search for every line.
func (s *scanner) longest() int { return max(maxRecord>>min(s.tired, 16), minQuoted) }

// fill reads one block of records. It returns false at the end of the text. The text of the block moves into b.text.
func (s *scanner) fill(b *raw) bool {
	b.reset()
	// The rest of the last buffer begins the new one; the old buffer belongs to the block that was cut from it.
	rest := s.end - s.pos
	next := b.text[:cap(b.text)]
	if len(next) < max(blockBytes, 2*rest) {
		next = make([]byte, max(blockBytes, 2*rest))
	}
	copy(next, s.buf[s.pos:s.end])
	s.base += int64(s.pos)
	s.buf, s.pos, s.end = next, 0, rest
	if !s.eof || rest > 0 {
		b.grow(s.rows+s.rows/8, s.cells+s.cells/8)
	}
	for {
		s.more()
		// Without a line end there is no whole record yet: the fields of what may be a huge line are not looked for.
		if s.eof || bytes.IndexByte(s.buf[s.pos:s.end], s.Newline) >= 0 {
			for s.record(b) {
			}
		}
		if len(b.ends) > 0 || len(b.problems) > 0 || s.eof && s.pos >= s.end {
			break
		}
		if s.end-s.pos >= maxRecord {
			s.skipLine(b)
			continue
		}
		// Not one whole record fits.
		if s.pos > 0 {
			s.base += int64(s.pos)
			copy(s.buf, s.buf[s.pos:s.end])
			s.end -= s.pos
			s.pos = 0
		}
		if s.end == len(s.buf) {
			s.buf = append(s.buf, make([]byte, len(s.buf))...)
		}
	}
	b.text = s.buf
	s.rows, s.cells = max(s.rows, len(b.ends)), max(s.cells, len(b.cells))
	// What is left of the buffer is copied by the next call before the block is given back.
	return len(b.ends) > 0 || len(b.problems) > 0
}

// more reads until the buffer is full or the text ends.
func (s *scanner) more() {
	for !s.eof && s.end < len(s.buf) {
		n, err := s.r.Read(s.buf[s.end:])
		s.end += n
		if err != nil {
			s.eof = true
			if err != io.EOF {
				s.err = err
			}
		}
	}
}

// record cuts the next record off the buffer. It returns false where the buffer holds no further whole record; then
// nothing was consumed but blank lines.
func (s *scanner) record(b *raw) bool {
	for s.pos < s.end && s.blank() {
	}
	if s.pos >= s.end {
		return false
	}
	cells, lines := len(b.cells), 0
	i := s.fields(b, &lines)
	if i < 0 {
		b.cells = b.cells[:cells]
		switch {
		case i == needMore:
			return false
		case s.err != nil && s.end-s.pos < shortRest:
			return s.breakOff(b)
		case s.eof && s.end-s.pos < s.longest():
			return s.firstLine(b, s.end, "a quotation mark that opens a field is never closed")
		}
		return s.firstLine(b, s.pos+s.longest(), fmt.Sprintf("a quotation mark that opens a field is not closed within %d kB", s.longest()>>10))
	}
	if i-s.pos > maxRecord {
		b.cells = b.cells[:cells]
		s.tooLong(b, s.line, int64(i-s.pos))
		s.pos, s.line = i, s.line+lines
		return true
	}
	if s.err != nil && i == s.end && s.buf[i-1] != s.Newline {
		// Its last value may be cut too: half a number would pass for a number.
		b.cells = b.cells[:cells]
		return s.breakOff(b)
	}
	// A record of several lines with the wrong number of fields is most likely a stray quotation mark that swallowed line
	// ends: only its first line is given up.
	if n := len(b.cells) - cells; lines > 1 && s.width > 0 && n != s.width {
		b.cells = b.cells[:cells]
		return s.firstLine(b, i, fmt.Sprintf("a quotation mark opens a field and the record runs over %d lines with %d fields instead of %d",
			lines, n, s.width))
	}
	if lines > 1 && s.width >= minWidth && s.swallowed(i) {
		b.cells = b.cells[:cells]
		return s.firstLine(b, i, fmt.Sprintf("a quotation mark opens a field that runs over %d lines, and one of these is a whole record by itself", lines))
	}
	s.keep(b, i, lines)
	return true
}

// minWidth is the number of fields from which a line of free text does not look like a record by chance. Event tables have
// 20 and more.
const minWidth = 8

// swallowed reports whether a line within the record that ends at next, other than its first, is a record by itself: then
// the mark that should have closed a field before it is missing, and a later one closed it with the right number of fields.
func (s *scanner) swallowed(next int) bool {
	delim := []byte{s.Delimiter}
	text := s.buf[s.pos:next]
	for n := bytes.IndexByte(text, s.Newline); n >= 0 && n+1 < len(text); n = bytes.IndexByte(text, s.Newline) {
		text = text[n+1:]
		line := text
		if end := bytes.IndexByte(line, s.Newline); end >= 0 {
			line = line[:end]
		}
		if bytes.Count(line, delim) < s.width-1 {
			continue
		}
		// The record may go on with a field of several lines; it begins here all the same.
		inner := scanner{Dialect: s.Dialect, buf: text, end: len(text), eof: true, tired: s.tired}
		var b raw
		lines := 0
		if inner.fields(&b, &lines) > 0 && len(b.cells) == s.width && wellFormed(text, b.cells) {
			return true
		}
	}
	return false
}

// wellFormed reports whether cells look like those of a record that begins here: the end of a record whose first field has
// several lines has a mark within an unquoted cell, and a line of delimiters says nothing.
func wellFormed(text []byte, cells []span) bool {
	filled := 0
	for _, c := range cells {
		quoted := c.start > 0 && text[c.start-1] == '"'
		if !quoted && bytes.IndexByte(text[c.start:c.end], '"') >= 0 {
			return false
		}
		if c.end > c.start {
			filled++
		}
	}
	return 2*filled >= len(cells)
}

// keep ends the record whose cells were just appended; i is the place after it.
func (s *scanner) keep(b *raw, i, lines int) {
	b.ends = append(b.ends, uint32(len(b.cells)))
	b.lines = append(b.lines, uint32(s.line))
	b.offsets = append(b.offsets, s.base+int64(s.pos))
	s.line += lines
	s.pos = i
}

// blank skips one blank line and reports whether there was one.
func (s *scanner) blank() bool {
	switch c := s.buf[s.pos]; {
	case c == s.Newline:
		s.pos++
		s.line++
		return true
	case c == '\r' && s.pos+1 < s.end && s.buf[s.pos+1] == '\n' && s.Newline == '\n':
		s.pos += 2
		s.line++
		return true
	}
	return false
}

// carriageReturns returns the place after the carriage returns at i that belong to a line end. Programs that convert line
// ends twice leave two of them.
func (s *scanner) carriageReturns(i int) int {
	for s.Newline == '\n' && i < s.end && s.buf[i] == '\r' {
		i++
	}
	return i
}

// What fields returns where it found no whole record.
const (
	needMore = -1 // the buffer ends within the record
	unclosed = -2 // a quoted field has no end, in the text or within reach
)

// fields appends the cells of the record at pos and returns the place after it; lines is the number of physical lines that
// it takes.
func (s *scanner) fields(b *raw, lines *int) int {
	buf, delim, nl := s.buf[:s.end], s.Delimiter, s.Newline
	reach := min(len(buf), s.pos+s.longest())
	i := s.pos
	for {
		if i < len(buf) && buf[i] == '"' {
			start, escaped := i+1, false
			j, from := start, s.base+int64(start)
			if from >= s.barrenFrom && from < s.barrenTo {
				j, from = min(int(s.barrenTo-s.base), reach), s.barrenFrom
			}
			for {
				q := -1
				if j < reach {
					q = bytes.IndexByte(buf[j:reach], '"')
				}
				if q < 0 {
					if !escaped {
						s.barrenFrom, s.barrenTo = from, s.base+int64(reach)
					}
					if s.eof || len(buf)-s.pos >= s.longest() {
						return unclosed
					}
					return needMore
				}
				j += q + 1
				end := s.carriageReturns(j)
				if end == len(buf) && !s.eof {
					return needMore
				}
				if end == len(buf) || buf[end] == nl || buf[j] == delim {
					break
				}
				if buf[j] == '"' {
					escaped = true
					j++
				}
				// Any other byte after a quotation mark: the mark is text.
			}
			if !escaped {
				s.barrenFrom, s.barrenTo = from, s.base+int64(j-1)
			}
			end := j - 1
			*lines += bytes.Count(buf[start:end], []byte{nl})
			b.cells = append(b.cells, span{uint32(start), uint32(end), escaped})
			i = j
		} else {
			start := i
			for _, c := range buf[i:] {
				if c == delim || c == nl {
					break
				}
				i++
			}
			if i == len(buf) && !s.eof {
				return needMore
			}
			end := i
			for nl == '\n' && end > start && (i == len(buf) || buf[i] == nl) && buf[end-1] == '\r' {
				end--
			}
			b.cells = append(b.cells, span{uint32(start), uint32(end), false})
		}
		switch {
		case i < len(buf) && buf[i] == delim:
			i++
			if i == len(buf) {
				if !s.eof {
					return needMore
				}
				b.cells = append(b.cells, span{uint32(i), uint32(i), false})
				*lines++
				return i
			}
			continue
		default:
			i = s.carriageReturns(i) // only after a closing quotation mark
		}
		*lines++
		if i < len(buf) {
			i++
		}
		return i
	}
}

// firstLine gives up the line at pos, which cannot be read as a record, and resumes after it. searched is the place up to
// which its end was looked for.
func (s *scanner) firstLine(b *raw, searched int, why string) bool {
	if searched-s.pos > minQuoted {
		s.tired++
	}
	n := bytes.IndexByte(s.buf[s.pos:s.end], s.Newline)
	i := s.end
	if n >= 0 {
		i = s.pos + n + 1
	}
	b.problems = append(b.problems, record.Problem{
		Row: -1, Line: s.line, Column: -1, Kind: "quote", Text: why + "; this line was left out and reading went on with the next",
		Hint: "close the quotation mark, or double it where it is part of the text",
	})
	b.unread = append(b.unread, len(b.ends))
	s.line++
	s.pos = i
	return true
}

// breakOff gives up the last record of a text that ended early.
func (s *scanner) breakOff(b *raw) bool {
	b.problems = append(b.problems, record.Problem{
		Row: -1, Line: s.line, Column: -1, Kind: "truncated", Text: "the file breaks off within this record; it was left out",
	})
	b.unread = append(b.unread, len(b.ends))
	s.pos = s.end
	return true
}

// skipLine passes over a line that is longer than any record may be, without holding it.
func (s *scanner) skipLine(b *raw) {
	line, length := s.line, int64(0)
	for {
		if n := bytes.IndexByte(s.buf[s.pos:s.end], s.Newline); n >= 0 {
			length += int64(n)
			s.pos += n + 1
			s.line++
			break
		}
		length += int64(s.end - s.pos)
		s.base += int64(s.end)
		s.pos, s.end = 0, 0
		if s.eof {
			break
		}
		s.more()
	}
	s.tooLong(b, line, length)
}

// tooLong notes a record of more than maxRecord bytes.
func (s *scanner) tooLong(b *raw, line int, length int64) {
	b.problems = append(b.problems, record.Problem{
		Row: -1, Line: line, Column: -1, Kind: "too-long",
		Text: fmt.Sprintf("a line of %d bytes is longer than a record may be (%d MB) and was left out", length, maxRecord>>20),
		Hint: "line ends may be missing, or the file may not be a table",
	})
	b.unread = append(b.unread, len(b.ends))
}

// unescape appends the text of an escaped cell.
func unescape(dst, cell []byte) []byte {
	for {
		q := bytes.IndexByte(cell, '"')
		if q < 0 || q+1 >= len(cell) {
			return append(dst, cell...)
		}
		dst = append(dst, cell[:q+1]...)
		cell = cell[q+1:]
		if cell[0] == '"' {
			cell = cell[1:]
		}
	}
}
