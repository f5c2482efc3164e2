package tabular

import (
	"math"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Numbers gives the number in each row of a column, whatever the column's storage and type.
type Numbers struct {
	codes  []uint32
	byCode []float64
	reals  []float64
}

// NumbersOf prepares a column. A column without numbers, or none at all, gives Numbers for which OK is false.
func NumbersOf(c *record.Column) Numbers {
	switch {
	case c == nil:
	case c.Storage == record.Real:
		return Numbers{reals: c.Reals}
	case c.Storage == record.Coded:
		return Numbers{codes: c.Codes, byCode: byCode(c.Dict)}
	}
	return Numbers{}
}

// byCode lists the number of each code. Columns that were not declared as numbers (a mapped table) are read here.
func byCode(d *record.Dict) []float64 {
	out := make([]float64, len(d.Texts))
	for code := range out {
		v := math.NaN()
		switch {
		case d.States[code] != record.Present:
		case d.Nums != nil:
			v = d.Nums[code]
		default:
			if n, err := strconv.ParseFloat(strings.TrimSpace(d.Texts[code]), 64); err == nil && !math.IsInf(n, 0) {
				v = n
			}
		}
		out[code] = v
	}
	return out
}

// OK reports whether there is a column.
func (n Numbers) OK() bool { return n.codes != nil || n.reals != nil }

// At returns the number in a row, NaN where there is none: an empty cell, a missing code, an unreadable text.
func (n Numbers) At(row int) float64 {
	if n.codes != nil {
		return n.byCode[n.codes[row]]
	}
	return n.reals[row]
}

// OfCode returns the number that a code of a coded column stands for, NaN where there is none.
func (n Numbers) OfCode(code int) float64 { return n.byCode[code] }

// Any reports whether some distinct value fulfils f. For a coded column this looks at the dictionary only.
func (n Numbers) Any(f func(float64) bool) bool {
	values := n.reals
	if n.codes != nil {
		values = n.byCode
	}
	for _, v := range values {
		if f(v) {
			return true
		}
	}
	return false
}
