package grouping

import (
	"math"

	"github.com/assaydata/assay/internal/record"
)

// Keys is one hash a row over the cells that were added to it. A row that was left out has key 0 and stays out.
type Keys []uint64

// NewKeys returns keys for n rows to which nothing has been added yet.
func NewKeys(n int) Keys {
	k := make(Keys, n)
	for i := range k {
		k[i] = 1
	}
	return k
}

func (k Keys) fold(row int, v uint64) {
	if k[row] == 0 {
		return
	}
	h := record.Combine(k[row], v)
	if h == 0 {
		h = 1
	}
	k[row] = h
}

// Column adds the cells of a column; a nil column adds nothing. Two empty cells agree.
func (k Keys) Column(c *record.Column) Keys {
	switch {
	case c == nil:
	case c.Storage == record.Coded:
		for row, code := range c.Codes {
			k.fold(row, uint64(code))
		}
	default:
		for row := range k {
			k.fold(row, c.Same(row))
		}
	}
	return k
}

// Columns adds several columns.
func (k Keys) Columns(cs ...*record.Column) Keys {
	for _, c := range cs {
		k.Column(c)
	}
	return k
}

// Numbers adds the numbers of a column, so that 5 and 5.0 agree. Cells without a number agree with one another.
func (k Keys) Numbers(c *record.Column) Keys {
	if c == nil {
		return k
	}
	for row := range k {
		v, ok := c.Number(row)
		if !ok {
			v = math.NaN()
		}
		k.fold(row, floatBits(v))
	}
	return k
}

// Dates adds the first and last day that a row states, and leaves out rows that state none.
func (k Keys) Dates(t Dates) Keys {
	for row := range k {
		first, last, ok := t.Of(row)
		if !ok {
			k[row] = 0
			continue
		}
		k.fold(row, uint64(uint32(first))<<32|uint64(uint32(last)))
	}
	return k
}

// Point adds the coordinates, and leaves out rows without a point.
func (k Keys) Point(lat, lon []float64) Keys {
	for row := range k {
		if math.IsNaN(lat[row]) || math.IsNaN(lon[row]) {
			k[row] = 0
			continue
		}
		k.fold(row, floatBits(lat[row]))
		k.fold(row, floatBits(lon[row]))
	}
	return k
}

// Deaths adds the best estimate; where there is none, the low and high ones ("unknown, probably under ten").
func (k Keys) Deaths(counts []record.Count) Keys {
	for row := range k {
		c := counts[row]
		if c.Known() {
			k.fold(row, floatBits(float64(c.Best)))
			continue
		}
		k.fold(row, record.Combine(floatBits(float64(c.Low)), floatBits(float64(c.High))))
	}
	return k
}

// Floats adds numbers; NaNs agree with one another.
func (k Keys) Floats(v []float32) Keys {
	for row := range k {
		k.fold(row, floatBits(float64(v[row])))
	}
	return k
}

// Keep leaves out the rows for which ok does not hold.
func (k Keys) Keep(ok func(row int) bool) Keys {
	for row := range k {
		if k[row] != 0 && !ok(row) {
			k[row] = 0
		}
	}
	return k
}

// floatBits is equal for equal numbers: all NaNs are one, and so are the two zeros.
func floatBits(v float64) uint64 {
	if v != v {
		return math.Float64bits(record.NaNOf(record.Empty))
	}
	return math.Float64bits(v + 0)
}

// SameNumber reports whether two numbers are equal, with NaN equal to NaN.
func SameNumber[F float32 | float64](a, b F) bool { return a == b || a != a && b != b }

// SameCells reports whether two rows agree in all given columns; nil columns are passed over. Texts are compared where
// the column holds them, else by hash and length.
func SameCells(a, b int, cs ...*record.Column) bool {
	for _, c := range cs {
		if c == nil {
			continue
		}
		if c.Same(a) != c.Same(b) {
			return false
		}
		switch c.Storage {
		case record.Packed:
			ta, _ := c.Text(a)
			tb, _ := c.Text(b)
			if ta != tb {
				return false
			}
		case record.Digest:
			if c.Lengths[a] != c.Lengths[b] {
				return false
			}
		}
	}
	return true
}

// LongTexts groups the rows of a text column whose texts are equal and longer than more bytes.
func LongTexts(c *record.Column, n, more int) *Groups {
	k := NewKeys(n)
	switch {
	case c.Storage == record.Digest:
		k.Keep(func(row int) bool { return int(c.Lengths[row]) > more })
	case c.Storage == record.Coded:
		long := make([]bool, len(c.Dict.Texts))
		for code, text := range c.Dict.Texts {
			long[code] = len(text) > more
		}
		k.Keep(func(row int) bool { return long[c.Codes[row]] })
	default:
		k.Keep(func(row int) bool { text, _ := c.Text(row); return len(text) > more })
	}
	return Equal(k.Column(c)).Confirm(func(a, b int) bool { return SameCells(a, b, c) })
}
