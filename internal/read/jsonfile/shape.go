package jsonfile

import (
	"errors"
	"io"
	"strconv"
)

// layout is how records stand in a file.
type layout uint8

const (
	inArray  layout = iota // elements of an array
	inLines                // one a line
	inSeries               // one after the other, over several lines each
)

// shape says where the records of a file are.
type shape struct {
	layout layout
	start  int64  // offset of the first byte after the opening bracket, or 0
	key    string // the key whose array holds the records, "" where there is none
	empty  bool   // an array without elements
}

// lookAhead bounds how far a first object is followed to see whether another one comes after it.
const lookAhead = 16 << 20

var errNoRecords = errors.New("no array of objects in it (hint: read are an array of objects, an object that holds one, JSON Lines and GeoJSON)")

// finder walks over the first value of a stream.
type finder struct {
	s     *scanner
	found *shape // first array of objects
	empty *shape // first array without elements
}

// errFar ends the walk once the records are found and the look-ahead is used up.
var errFar = errors.New("look-ahead used up")

// findShape finds the records in a stream.
func findShape(r io.Reader) (shape, error) {
	s := newScanner(r)
	switch s.peek() {
	case '[':
		s.take()
		at := shape{layout: inArray, start: s.offset()}
		switch s.peek() {
		case '[':
			return at, errors.New("an array of arrays, whose columns have no names (hint: write each record as an object)")
		case ']':
			at.empty = true
		}
		return at, nil
	case '{':
	case 0:
		return shape{}, s.failure()
	default:
		return shape{}, errors.New("not JSON: it begins with neither { nor [")
	}
	f := &finder{s: s}
	first := s.line
	err := f.object(1, "")
	oneLine := s.line == first
	var next byte
	if err == nil {
		next = s.peek()
	}
	switch {
	case err == errFar:
		return *f.found, nil
	case err == nil && next == '{':
		if oneLine {
			return shape{layout: inLines}, nil
		}
		return shape{layout: inSeries}, nil
	case errors.Is(err, errBroken) && oneLine && f.lineFollows():
		return shape{layout: inLines}, nil // the first line is broken, the others may be good
	case f.found != nil:
		return *f.found, nil // what is broken behind the beginning of the records is met while they are read
	case err == nil && f.empty != nil:
		return *f.empty, nil
	case err == nil && oneLine:
		return shape{layout: inLines}, nil
	case err == nil:
		return shape{layout: inSeries}, nil
	}
	return shape{}, err
}

// lineFollows reports whether an object begins the next line.
func (f *finder) lineFollows() bool {
	_, err := f.s.rest()
	return (err == nil || err == errTooLong) && f.s.peek() == '{'
}

var errBroken = errors.New("broken JSON")

// object walks over an object whose opening brace comes next. Depth is 1 for the outermost.
func (f *finder) object(depth int, path string) error {
	s := f.s
	s.take()
	for {
		switch s.peek() {
		case '}':
			s.take()
			return nil
		case ',':
			s.take()
			continue
		case '"':
		case 0:
			return f.ended()
		default:
			return errBroken
		}
		raw, err := s.value(true)
		if err != nil {
			return err
		}
		key := path + string(unquote(nil, raw))
		if s.peek() != ':' {
			return errBroken
		}
		s.take()
		switch c := s.peek(); {
		case c == 0:
			return f.ended()
		case c == '{' && depth < 2:
			err = f.object(depth+1, key+".")
		case c == '[' && f.found == nil:
			err = f.array(key)
		default:
			_, err = s.value(false)
		}
		if err != nil {
			return err
		}
		if f.found != nil && s.offset() > lookAhead {
			return errFar
		}
	}
}

// array looks at what an array holds and walks over it.
func (f *finder) array(key string) error {
	s := f.s
	s.take()
	at := &shape{layout: inArray, start: s.offset(), key: key}
	switch s.peek() {
	case ']':
		s.take()
		at.empty = true
		if f.empty == nil {
			f.empty = at
		}
		return nil
	case '{':
		f.found = at
	}
	for {
		switch s.peek() {
		case ']':
			s.take()
			return nil
		case ',':
			s.take()
			continue
		case 0:
			return f.ended()
		}
		before := s.offset()
		if _, err := s.value(false); err != nil {
			return err
		}
		if s.offset() == before {
			return errBroken
		}
		if f.found != nil && s.offset() > lookAhead {
			return errFar
		}
	}
}

func (f *finder) ended() error {
	if err := f.s.failure(); err != io.EOF {
		return err
	}
	return io.ErrUnexpectedEOF
}

// where names the place of the records for people.
func (sh shape) where() string {
	if sh.key == "" {
		return ""
	}
	return "the records were read from " + strconv.Quote(sh.key)
}
