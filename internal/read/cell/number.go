package cell

import (
	"bytes"
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/record"
)

var pow10 = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// Number reads a decimal number with a point, an optional sign and an optional exponent ("12", "-0.5", "8e+05"). Spaces
// around it are ignored. It returns the state Empty for a blank cell and Invalid for everything else, among them numbers
// with a decimal comma or thousands separators, which could be read in two ways, and "NaN" and "Inf".
func Number(text []byte) (float64, record.State) {
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return record.NaNOf(record.Empty), record.Empty
	}
	p, neg := text, false
	switch p[0] {
	case '-':
		neg, p = true, p[1:]
	case '+':
		p = p[1:]
	}
	// Up to 15 digits are exact in a float64, and one division by a power of ten is then correctly rounded.
	var mantissa uint64
	digits, decimals, point := 0, 0, false
	for _, c := range p {
		switch {
		case c >= '0' && c <= '9':
			mantissa = mantissa*10 + uint64(c-'0')
			if mantissa > 0 {
				digits++
			}
			if point {
				decimals++
			}
		case c == '.' && !point:
			point = true
		default:
			return slowNumber(text)
		}
	}
	if digits > 15 || decimals >= len(pow10) || len(p) == 0 || len(p) == 1 && point {
		return slowNumber(text)
	}
	v := float64(mantissa) / pow10[decimals]
	if neg {
		v = -v
	}
	return v, record.Present
}

func slowNumber(text []byte) (float64, record.State) {
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || bytes.ContainsAny(text, "xXpP_") {
		return record.NaNOf(record.Invalid), record.Invalid
	}
	return v, record.Present
}

// Whole reports whether v is a whole number.
func Whole(v float64) bool { return v == math.Trunc(v) }
