package record

import (
	"math"
	"strconv"
)

// Storage is how the cells of a column are held in memory.
type Storage uint8

const (
	Coded  Storage = iota // Codes index the distinct texts of Dict
	Real                  // Reals holds parsed numbers
	Packed                // one text a row, end to end in Bytes
	Digest                // a 64-bit hash and a length of each text; the text itself is read again from the file
)

// State says what is in a cell.
type State uint8

const (
	Present State = iota // a value that could be read
	Empty                // nothing, or white space
	Missing              // a code that the codebook defines as "not known"
	Invalid              // text that cannot be read as the column's type
)

// Missing, empty and unreadable numbers are quiet NaNs that differ in their payload, so that a column of numbers needs no
// second array for the state of its cells.
const nanBase = 0x7ff8_0000_0000_0a50

// NaNOf returns the NaN that stands for a number in the given state (Empty, Missing or Invalid).
func NaNOf(s State) float64 { return math.Float64frombits(nanBase + uint64(s)) }

// StateOf returns the state of a number made by [NaNOf], Present for every other number.
func StateOf(v float64) State {
	b := math.Float64bits(v)
	if b >= nanBase && b <= nanBase+uint64(Invalid) {
		return State(b - nanBase)
	}
	return Present
}

// Dict holds each distinct text of a coded column once, with what it says under the column's type. Code 0 is always the
// empty cell. All slices have the same length.
type Dict struct {
	Texts  []string
	States []State
	Nums   []float64 // for numeric types, dates excepted; a NaN as made by NaNOf where there is no number
	Days   []Day     // for dates: the day, the first day of a month or year, the earliest of a list; nil for other types
	Damage []bool    // the text carries traces of a wrong encoding or control characters
}

// Column is one column of a dataset. Which slices are filled depends on Storage.
type Column struct {
	Name    string // as it stands in the file
	Index   int    // position in the file from 0
	Field   *Field // entry of the codebook, nil for a column that the format does not know
	Storage Storage

	Codes []uint32 // Coded
	Dict  *Dict    // Coded

	Reals []float64 // Real

	Bytes []byte   // Packed
	Ends  []uint32 // Packed: end of each row's text in Bytes; Bytes stays under 4 GiB

	Hashes  []uint64 // Digest: hash of the text, 0 for an empty cell
	Lengths []uint32 // Digest: length in bytes

	Damaged []int32 // Digest and Packed: rows whose text carries traces of a wrong encoding, ascending
}

// Key returns the canonical name where the column is known, else its name in the file.
func (c *Column) Key() string {
	if c.Field != nil {
		return c.Field.Name
	}
	return c.Name
}

// State returns what is in the cell of a row.
func (c *Column) State(row int) State {
	switch c.Storage {
	case Coded:
		return c.Dict.States[c.Codes[row]]
	case Real:
		return StateOf(c.Reals[row])
	case Packed:
		if c.start(row) == c.Ends[row] {
			return Empty
		}
	case Digest:
		if c.Lengths[row] == 0 {
			return Empty
		}
	}
	return Present
}

// Has reports whether the cell holds a value: not empty, not a missing code, readable.
func (c *Column) Has(row int) bool { return c.State(row) == Present }

// Withheld reports whether outputs tell only how long the texts of a column are, since they may name people: running text, and
// labels of whom or what was attacked in words that the codebook leaves open.
func (c *Column) Withheld() bool {
	if c.Storage == Digest {
		return true
	}
	f := c.Field
	return f != nil && (f.Type == TypeText || f.Role == RoleNote || f.Persons && f.Type == TypeLabel)
}

func (c *Column) start(row int) uint32 {
	if row == 0 {
		return 0
	}
	return c.Ends[row-1]
}

// Text returns the text of a cell. A number is printed in its shortest form, which may differ from how the file writes
// it. For a digest it returns "" and false: ask [Dataset.Reread].
func (c *Column) Text(row int) (string, bool) {
	switch c.Storage {
	case Coded:
		return c.Dict.Texts[c.Codes[row]], true
	case Packed:
		return string(c.Bytes[c.start(row):c.Ends[row]]), true
	case Real:
		if StateOf(c.Reals[row]) != Present {
			return "", StateOf(c.Reals[row]) == Empty
		}
		return strconv.FormatFloat(c.Reals[row], 'f', -1, 64), true
	}
	return "", c.Lengths[row] == 0
}

// Number returns the number in a cell, and false where there is none.
func (c *Column) Number(row int) (float64, bool) {
	switch c.Storage {
	case Coded:
		if c.Dict.Nums == nil {
			return 0, false
		}
		code := c.Codes[row]
		return c.Dict.Nums[code], c.Dict.States[code] == Present
	case Real:
		v := c.Reals[row]
		return v, StateOf(v) == Present
	}
	return 0, false
}

// Day returns the date in a cell, and false where there is none or the column holds no dates.
func (c *Column) Day(row int) (Day, bool) {
	if c.Storage != Coded || c.Dict.Days == nil {
		return NoDay, false
	}
	d := c.Dict.Days[c.Codes[row]]
	return d, d != NoDay
}

// Same returns a value that is equal for two cells of this column exactly when the cells are equal (for packed and digest
// columns: up to a collision of 64-bit hashes).
func (c *Column) Same(row int) uint64 {
	switch c.Storage {
	case Coded:
		return uint64(c.Codes[row])
	case Real:
		return math.Float64bits(c.Reals[row])
	case Packed:
		return Hash(c.Bytes[c.start(row):c.Ends[row]])
	}
	return c.Hashes[row]
}

// Distinct returns the number of distinct texts of a coded column, 0 for the others.
func (c *Column) Distinct() int {
	if c.Storage != Coded {
		return 0
	}
	return len(c.Dict.Texts)
}
