package format

import (
	"math"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// table computes f once for each distinct text of a coded column. num is the number that the text states, NaN where it
// states none or stands for "not known".
func table[T any](c *record.Column, f func(text string, num float64) T) []T {
	out := make([]T, len(c.Dict.Texts))
	for code, text := range c.Dict.Texts {
		out[code] = f(strings.TrimSpace(text), dictNumber(c.Dict, code))
	}
	return out
}

func dictNumber(dict *record.Dict, code int) float64 {
	if dict.States[code] != record.Present {
		return math.NaN()
	}
	if dict.Nums != nil {
		return dict.Nums[code]
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(dict.Texts[code]), 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// values computes f for every row, for a coded column once for each distinct text.
func values[T any](c *record.Column, n int, f func(text string, num float64) T) []T {
	out := make([]T, n)
	if c.Storage == record.Coded {
		per := table(c, f)
		for i, code := range c.Codes[:n] {
			out[i] = per[code]
		}
		return out
	}
	for i := range out {
		text, _ := c.Text(i)
		num, ok := c.Number(i)
		if !ok {
			num = math.NaN()
			if c.Storage == record.Packed {
				if v, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
					num = v
				}
			}
		}
		out[i] = f(strings.TrimSpace(text), num)
	}
	return out
}

// small turns a number into a code; 0 for no number and for one that is no code.
func small(_ string, num float64) uint8 {
	if num >= 0 && num <= 255 && num == math.Trunc(num) {
		return uint8(num)
	}
	return 0
}

// integer turns a number into a whole number; missing for no number.
const missing = math.MinInt32

func integer(_ string, num float64) int32 {
	if num != math.Trunc(num) || math.Abs(num) > 1e9 {
		return missing // also for NaN, which differs from itself
	}
	return int32(num)
}

// namedValues is values of the known column, nil where the file has none.
func namedValues[T any](d *record.Dataset, name string, f func(string, float64) T) []T {
	c := known(d, name)
	if c == nil {
		return nil
	}
	return values(c, d.N, f)
}

// known finds a column by its codebook name alone: a column that merely is called so means nothing.
func known(d *record.Dataset, name string) *record.Column {
	for i := range d.Columns {
		if f := d.Columns[i].Field; f != nil && f.Name == name {
			return &d.Columns[i]
		}
	}
	return nil
}

// days returns the date of each row, nil where no column has the role or where it holds no dates.
func days(d *record.Dataset, role record.Role) []record.Day {
	return columnDays(d.Role(role), d.N)
}

func columnDays(c *record.Column, n int) []record.Day {
	if c == nil || c.Storage != record.Coded || c.Dict.Days == nil {
		return nil
	}
	out := make([]record.Day, n)
	per := c.Dict.Days
	for i, code := range c.Codes[:n] {
		out[i] = per[code]
	}
	return out
}
