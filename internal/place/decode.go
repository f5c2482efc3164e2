package place

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"
)

// The format of world.bin, written by tools/genplace:
//
//	"assayplace1"
//	length of the tables as packed, and the tables packed by gzip:
//	    n countries: code, iso2, iso3, iso number, sovereign, name, other names
//	    n units: country, code, name, English name, kind, other names, groups, centroid lat, lon (signed steps), km²
//	n arcs: first owner+1, second owner+1 (0 = none), number of points
//	number of all points, then all x, then all y: each the signed difference to the point before, over all arcs
//
// with numbers as unsigned varints, signed numbers as zigzag varints, a text as its length and bytes, a list as its length
// and items, and coordinates in steps of 1e-4 degrees. Arcs are not packed: that would save a seventh of the file and
// cost half as much time again at every start.
const magic = "assayplace1"

const (
	stepsPerDegree = 10_000
	// Vertices sit on even numbers and queries on odd ones, so that no query is ever level with a vertex and crossing
	// tests need no special cases.
	halves = 2 * stepsPerDegree
)

// vertex is a position in half steps; both numbers are even.
type vertex struct{ x, y int32 }

func (v vertex) point() Point { return Point{Lat: float64(v.y) / halves, Lon: float64(v.x) / halves} }

// arc is a chain of points that bounds one unit or two; b is NoUnit at a coast.
type arc struct {
	a, b     Unit
	from, to uint32 // points[from:to]
}

var errShort = errors.New("unexpected end of boundary data")

// decode reads the tables. The boundaries, which it returns as they stand in the file, are read when they are needed.
func decode(file []byte) (x *Index, boundaries []byte, err error) {
	if !bytes.HasPrefix(file, []byte(magic)) {
		return nil, nil, errors.New("boundary data: not in the format of this program (hint: run go generate ./internal/place)")
	}
	d := decoder{buf: file[len(magic):]}
	n := d.number()
	if n > len(d.buf) {
		return nil, nil, fmt.Errorf("boundary data: %w", errShort)
	}
	tables, err := unpack(d.buf[:n])
	if err != nil {
		return nil, nil, fmt.Errorf("boundary data: %w", err)
	}
	x = &Index{}
	if err := x.decodeTables(tables); err != nil {
		return nil, nil, fmt.Errorf("boundary data: %w", err)
	}
	boundaries = d.buf[n:]
	x.lines = sync.OnceValue(func() *lines {
		l, err := decodeLines(boundaries, len(x.units))
		if err != nil {
			l = &lines{} // a world of sea
		}
		l.build(x)
		return l
	})
	x.build()
	return x, boundaries, nil
}

func unpack(packed []byte) ([]byte, error) {
	zr, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}

func (x *Index) decodeTables(raw []byte) error {
	d := decoder{buf: raw, texts: string(raw)}
	x.countries = make([]country, d.count(7))
	for i := range x.countries {
		x.countries[i] = country{
			code: d.text(), iso2: d.text(), iso3: d.text(), isoNumber: d.text(), sovereign: d.text(), name: d.text(),
			names: d.list(),
		}
	}
	x.units = make([]unit, d.count(10))
	for i := range x.units {
		u := unit{
			country: Country(d.below(len(x.countries))), code: d.text(), name: d.text(), english: d.text(), kind: d.text(),
			names: d.list(), groups: d.list(),
		}
		u.at = Point{Lat: float64(d.signed()) / stepsPerDegree, Lon: float64(d.signed()) / stepsPerDegree}
		u.km2 = float64(d.number())
		x.units[i] = u
	}
	if len(x.countries) > math.MaxInt16 || len(x.units) > math.MaxInt16 {
		d.fail(errors.New("too many countries or units"))
	}
	return d.err
}

// decodeLines reads the boundaries of so many units.
func decodeLines(raw []byte, units int) (*lines, error) {
	d, l := decoder{buf: raw}, &lines{}
	l.arcs = make([]arc, d.count(3))
	at := uint32(0)
	for i := range l.arcs {
		a, b := Unit(d.below(units+1)-1), Unit(d.below(units+1)-1)
		n := uint32(d.count(2))
		if a < 0 || n < 2 {
			d.fail(errors.New("an arc without owner or length"))
			return nil, d.err
		}
		l.arcs[i] = arc{a: a, b: b, from: at, to: at + n}
		at += n
	}
	if n := d.count(2); d.err == nil && n != int(at) {
		d.fail(errors.New("arcs and points disagree"))
	}
	if d.err != nil {
		return nil, d.err
	}
	l.points = make([]vertex, at)
	last := int32(0)
	for i := range l.points {
		last += 2 * int32(d.signed())
		l.points[i].x = last
	}
	last = 0
	for i := range l.points {
		last += 2 * int32(d.signed())
		l.points[i].y = last
	}
	for _, p := range l.points {
		if p.x < -180*halves || p.x > 180*halves || p.y < -90*halves || p.y > 90*halves {
			d.fail(errors.New("a point off the globe"))
			break
		}
	}
	return l, d.err
}

// decoder reads the format above. The first error sticks and every later read returns zero.
type decoder struct {
	buf   []byte
	err   error
	texts string   // all of buf at the start: every text is a piece of it
	lists []string // backing of the next lists of texts
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
	d.buf = nil
}

func (d *decoder) number() int {
	n, size := binary.Uvarint(d.buf)
	if size <= 0 || n > math.MaxInt32 {
		d.fail(errShort)
		return 0
	}
	d.buf = d.buf[size:]
	return int(n)
}

func (d *decoder) signed() int {
	if len(d.buf) > 0 && d.buf[0] < 0x80 { // nearly all coordinates
		n := int(d.buf[0]>>1) ^ -int(d.buf[0]&1)
		d.buf = d.buf[1:]
		return n
	}
	n, size := binary.Varint(d.buf)
	if size <= 0 || n > math.MaxInt32/2 || n < math.MinInt32/2 {
		d.fail(errShort)
		return 0
	}
	d.buf = d.buf[size:]
	return int(n)
}

// count reads the length of a list whose items take at least width bytes each, so that a damaged length cannot ask for
// more memory than the data could fill.
func (d *decoder) count(width int) int {
	n := d.number()
	if n > len(d.buf)/width {
		d.fail(errShort)
		return 0
	}
	return n
}

// below reads an index into a list of n items.
func (d *decoder) below(n int) int {
	i := d.number()
	if i >= n {
		d.fail(errors.New("an index out of range"))
		return 0
	}
	return i
}

func (d *decoder) text() string {
	n := d.number()
	if n > len(d.buf) {
		d.fail(errShort)
		return ""
	}
	at := len(d.texts) - len(d.buf)
	d.buf = d.buf[n:]
	return d.texts[at : at+n]
}

func (d *decoder) list() []string {
	n := d.count(1)
	if n == 0 {
		return nil
	}
	if cap(d.lists)-len(d.lists) < n {
		d.lists = make([]string, 0, max(4096, n))
	}
	at := len(d.lists)
	for range n {
		d.lists = append(d.lists, d.text())
	}
	return d.lists[at:len(d.lists):len(d.lists)]
}
