package tabular

import "github.com/assaydata/assay/internal/record"

// Raw returns the bytes of a packed cell without copying them, nil for columns that are stored otherwise.
func Raw(c *record.Column, row int) []byte {
	if c == nil || c.Storage != record.Packed {
		return nil
	}
	start := uint32(0)
	if row > 0 {
		start = c.Ends[row-1]
	}
	return c.Bytes[start:c.Ends[row]]
}

// StartsWith reports whether the text of a packed or coded cell begins with a byte.
func StartsWith(c *record.Column, row int, b byte) bool {
	switch c.Storage {
	case record.Packed:
		raw := Raw(c, row)
		return len(raw) > 0 && raw[0] == b
	case record.Coded:
		text := c.Dict.Texts[c.Codes[row]]
		return text != "" && text[0] == b
	case record.Real:
		return b == '-' && c.Reals[row] < 0
	}
	return false
}

// Digits reads the one run of digits in an identifier ("163NIG" and "UGA6301" give 163 and 6301) as a number; ok is false
// where there is none or more than one.
func Digits(id []byte) (n int64, ok bool) {
	start := -1
	for i, c := range id {
		if c < '0' || c > '9' {
			continue
		}
		if start < 0 {
			start = i
		} else if id[i-1] < '0' || id[i-1] > '9' {
			return 0, false
		}
		if n > 1<<53 {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	return n, start >= 0
}

// Whole reads a whole number, possibly negative or written as "12.0".
func Whole(id []byte) (n int64, ok bool) {
	negative := false
	if len(id) > 0 && id[0] == '-' {
		negative, id = true, id[1:]
	}
	if len(id) > 2 && string(id[len(id)-2:]) == ".0" {
		id = id[:len(id)-2]
	}
	if len(id) == 0 || len(id) > 18 {
		return 0, false
	}
	for _, c := range id {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int64(c-'0')
	}
	if negative {
		n = -n
	}
	return n, true
}
