package jsonfile

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

// Reader yields the records of one JSON table. It implements [rows.Records].
type Reader struct {
	name   string
	stream io.ReadCloser
	s      *scanner
	shape  shape
	ctx    context.Context

	header []string
	index  map[string]int
	order  []keyed // keys in the order of the record before, which is mostly that of the next
	geo    bool    // records are GeoJSON features
	lat    int     // column that takes the latitude of a point, -1 if none
	id     int     // column that takes the identifier of a feature, -1 if none

	cells   [][]byte
	text    []byte // unescaped texts of the current record
	spans   []span
	compact bytes.Buffer
	key     []byte

	n        int // records returned
	notes    []*rows.RecordError
	held     bool // the current record waits until its notes are returned
	line     int
	known    map[string]bool // what was noted already
	newKeys  int
	finished error
}

var _ rows.Records = (*Reader)(nil)

type keyed struct {
	raw    []byte // with quotation marks
	column int
}

// span is where the text of a cell stands in Reader.text.
type span struct {
	start, end int
	set        bool
}

// Open finds the records of a blob and settles the header: the keys of the first 1,000 records in order of appearance.
func Open(ctx context.Context, b *container.Blob) (*Reader, error) {
	sh, err := shapeOf(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", b.Name(), err)
	}
	r := &Reader{ctx: ctx, name: b.Name(), shape: sh, lat: -1, id: -1, known: map[string]bool{}}
	if err := r.start(b); err != nil {
		return nil, err
	}
	err = r.settleHeader()
	r.stream.Close()
	if err != nil {
		return nil, err
	}
	return r, r.start(b)
}

func shapeOf(b *container.Blob) (shape, error) {
	f, err := b.Open()
	if err != nil {
		return shape{}, err
	}
	defer f.Close()
	return findShape(f)
}

// start opens the stream and goes to the first record.
func (r *Reader) start(b *container.Blob) error {
	f, err := b.Open()
	if err != nil {
		return err
	}
	r.stream, r.s = f, newScanner(f)
	if err := r.s.skip(r.shape.start); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", r.name, err)
	}
	return nil
}

// Header returns the keys. For GeoJSON they are those of the properties, then latitude and longitude if the properties
// hold none.
func (r *Reader) Header() []string { return r.header }

// Remarks says what was assumed: which part of the file holds the records.
func (r *Reader) Remarks() []string {
	if w := r.shape.where(); w != "" {
		return []string{w}
	}
	return nil
}

// Close closes the file.
func (r *Reader) Close() error { return r.stream.Close() }

// Next implements [rows.Records]. The kinds of [rows.RecordError] are: json (no valid JSON), not-object, too-long,
// new-key, duplicate-key, loose-json, geometry.
func (r *Reader) Next() ([][]byte, int, error) {
	if !r.held {
		if r.finished != nil {
			return nil, 0, r.finished
		}
		if r.n&1023 == 0 {
			if err := r.ctx.Err(); err != nil {
				return nil, 0, err
			}
		}
		object, line, err := r.record()
		if err != nil {
			var trouble *rows.RecordError
			if !errors.As(err, &trouble) {
				r.finished = err
			}
			return nil, line, err
		}
		r.line = line
		r.split(object)
		r.held = true
	}
	if len(r.notes) > 0 {
		note := r.notes[0]
		r.notes = r.notes[1:]
		return nil, note.Line, note
	}
	r.held = false
	r.n++
	return r.cells, r.line, nil
}

// record returns the next object as valid JSON.
func (r *Reader) record() ([]byte, int, error) {
	raw, line, err := r.cut()
	switch {
	case errors.Is(err, errTooLong):
		return nil, line, &rows.RecordError{
			Line: line, Kind: "too-long", Lost: true,
			Text: fmt.Sprintf("a record of over %d MB", maxRecord>>20), Hint: "records are bounded so that memory is; split it",
		}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, line, fmt.Errorf("%s:%d: the file breaks off within a record (hint: fetch or copy it again; the %d records before are used): %w",
			r.name, line, r.n, err)
	case err != nil:
		return nil, line, err
	}
	if !json.Valid(raw) {
		fixed := repair(raw)
		if !json.Valid(fixed) {
			var v json.RawMessage
			why := "unknown"
			if err := json.Unmarshal(raw, &v); err != nil {
				why = err.Error()
			}
			return nil, line, &rows.RecordError{Line: line, Kind: "json", Lost: true, Text: "this record is no valid JSON: " + why, Hint: "correct the record in the file"}
		}
		r.noteOnce("loose-json", line, "this record is no strict JSON (NaN, Infinity or bare control characters); it was read all the same, not-a-number as empty",
			"write null, and escape control characters")
		raw = fixed
	}
	if raw[0] != '{' {
		return nil, line, &rows.RecordError{Line: line, Kind: "not-object", Lost: true, Text: "this element is no object", Hint: "each record must be an object with names"}
	}
	return raw, line, nil
}

// cut takes the bytes of the next record out of the stream.
func (r *Reader) cut() ([]byte, int, error) {
	s := r.s
	for {
		c := s.peek()
		line := s.line
		if c == 0 && s.pos == s.end {
			if err := s.failure(); err != io.EOF || r.shape.layout != inArray {
				return nil, line, err
			}
			return nil, line, io.ErrUnexpectedEOF // the array is not closed
		}
		if r.shape.layout == inLines {
			raw, err := s.rest()
			return bytes.TrimRight(raw, " \t\r"), line, err
		}
		switch {
		case c == ',':
			s.take()
			continue
		case c == ']' && r.shape.layout == inArray:
			s.take()
			return nil, line, io.EOF
		case c == '}' || c == ']' || c == ':':
			return nil, line, fmt.Errorf("%s:%d: broken JSON: %q where a record should begin (hint: the %d records before are used)", r.name, line, c, r.n)
		}
		raw, err := s.value(true)
		return raw, line, err
	}
}

func (r *Reader) noteOnce(kind string, line int, text, hint string) {
	if !r.known[kind] {
		r.known[kind] = true
		r.notes = append(r.notes, &rows.RecordError{Line: line, Kind: firstWord(kind), Text: text, Hint: hint})
	}
}

// Reread passes the records with the given numbers to yield. Rows ascend and count from 0 the records that
// [Reader.Next] returned.
func Reread(ctx context.Context, b *container.Blob, wanted []int, yield func(row int, cells []string) error) error {
	if len(wanted) == 0 {
		return nil
	}
	r, err := Open(ctx, b)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := rows.Reread(ctx, r, wanted, yield); err != nil {
		return fmt.Errorf("%s: %w", b.Name(), err)
	}
	return nil
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}
