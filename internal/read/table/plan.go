package table

import (
	"bytes"
	"encoding/binary"
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/record"
)

// Plan says how each column of a table is stored.
type Plan struct {
	columns  []planColumn
	encoding container.Encoding
}

type planColumn struct {
	storage  record.Storage
	note     bool      // facts are read from the text
	skipHash bool      // a saved row index says nothing about the row
	missing  []float64 // numbers that stand for "not known"
	texts    []string  // texts that stand for "not known"
}

// unknownText is the average length in bytes from which a column that no codebook knows is held as a digest.
const unknownText = 48

// NewPlan decides the storage of each column from its codebook entry, and for columns without one from a sample of the
// first records.
func NewPlan(header []string, fields []*record.Field, encoding container.Encoding, sample [][]string) *Plan {
	p := &Plan{columns: make([]planColumn, len(header)), encoding: encoding}
	noted := false
	for i := range header {
		var f *record.Field
		if i < len(fields) {
			f = fields[i]
		}
		c := &p.columns[i]
		c.skipHash = header[i] == ""
		if f == nil {
			c.storage = guessStorage(sample, i)
			continue
		}
		switch f.Type {
		case record.TypeText:
			c.storage = record.Digest
		case record.TypeID:
			c.storage = record.Packed
		case record.TypeCoord, record.TypeSerial:
			c.storage = record.Real
			for _, m := range f.Missing {
				if v, err := strconv.ParseFloat(m.Value, 64); err == nil {
					c.missing = append(c.missing, v)
				} else {
					c.texts = append(c.texts, m.Value)
				}
			}
		default:
			c.storage = record.Coded
		}
		if f.Role == record.RoleNote && !noted {
			c.note, noted = true, true
		}
	}
	return p
}

// guessStorage looks at what is in a column: long text, or text that hardly repeats, is not held.
func guessStorage(sample [][]string, column int) record.Storage {
	total, n := 0, 0
	distinct := map[string]bool{}
	for _, r := range sample {
		if column < len(r) && r[column] != "" {
			total += len(r[column])
			n++
			distinct[r[column]] = true
		}
	}
	if n > 0 && (total/n >= unknownText || n >= 200 && len(distinct)*10 > n*9) {
		return record.Digest
	}
	return record.Coded
}

func (c *planColumn) isMissing(text []byte) bool {
	text = bytes.TrimSpace(text)
	for _, t := range c.texts {
		if string(text) == t {
			return true
		}
	}
	return false
}

func floatBits(v float64) uint64 { return record.Mix(math.Float64bits(v)) }

func isASCII(b []byte) bool {
	for len(b) >= 8 {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
