package parquetfile

import (
	"encoding/hex"
	"encoding/json"
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// column says how the values of a leaf are written.
type column struct {
	name     string
	repeated bool
	format   func(dst []byte, v parquet.Value) []byte
	text     bool // within a list the value is a JSON string
}

// columns lists the leaves of a schema in file order.
func columns(s *parquet.Schema) []column {
	var list []column
	for _, path := range s.Columns() {
		leaf, ok := s.Lookup(path...)
		if !ok {
			list = append(list, column{name: strings.Join(path, "."), format: appendBytes, text: true})
			continue
		}
		c := column{name: strings.Join(path, "."), repeated: leaf.MaxRepetitionLevel > 0}
		if c.repeated {
			c.name = listName(path)
		}
		c.format, c.text = formatter(leaf.Node.Type())
		list = append(list, c)
	}
	return list
}

// listName leaves out the levels that writers put between a list and its elements.
func listName(path []string) string {
	kept := path[:1:1]
	for _, p := range path[1:] {
		switch p {
		case "list", "element", "item", "array", "array_element", "bag", "key_value":
		default:
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, ".")
}

// formatter returns how values of a type are written, and whether the result is text rather than a number or truth value.
func formatter(t parquet.Type) (func([]byte, parquet.Value) []byte, bool) {
	if lt := t.LogicalType(); lt != nil {
		switch l := lt.Value.(type) {
		case *format.DateType:
			return appendDate, true
		case *format.TimestampType:
			return timestamp(unit(l.Unit)), true
		case *format.TimeType:
			return clock(unit(l.Unit)), true
		case *format.DecimalType:
			return decimal(int(l.Scale)), false
		case *format.IntType:
			if !l.IsSigned {
				return appendUnsigned, false
			}
		case *format.UUIDType:
			return appendUUID, true
		}
	}
	switch t.Kind() {
	case parquet.Boolean:
		return func(dst []byte, v parquet.Value) []byte { return strconv.AppendBool(dst, v.Boolean()) }, false
	case parquet.Int32:
		return func(dst []byte, v parquet.Value) []byte { return strconv.AppendInt(dst, int64(v.Int32()), 10) }, false
	case parquet.Int64:
		return func(dst []byte, v parquet.Value) []byte { return strconv.AppendInt(dst, v.Int64(), 10) }, false
	case parquet.Int96:
		return appendInt96, true
	case parquet.Float:
		return func(dst []byte, v parquet.Value) []byte { return appendFloat(dst, float64(v.Float()), 32) }, false
	case parquet.Double:
		return func(dst []byte, v parquet.Value) []byte { return appendFloat(dst, v.Double(), 64) }, false
	}
	return appendBytes, true
}

func unit(u format.TimeUnit) time.Duration {
	switch u.Value.(type) {
	case *format.MilliSeconds:
		return time.Millisecond
	case *format.MicroSeconds:
		return time.Microsecond
	}
	return time.Nanosecond
}

func appendFloat(dst []byte, v float64, bits int) []byte {
	if math.IsNaN(v) {
		return dst
	}
	return strconv.AppendFloat(dst, v, 'f', -1, bits)
}

// appendBytes writes text as it is, and bytes that are no text in hexadecimal: Parquet knows no other encoding than UTF-8.
func appendBytes(dst []byte, v parquet.Value) []byte {
	b := v.ByteArray()
	if utf8.Valid(b) {
		return append(dst, b...)
	}
	return hex.AppendEncode(append(dst, "0x"...), b)
}

func appendUnsigned(dst []byte, v parquet.Value) []byte {
	if v.Kind() == parquet.Int32 {
		return strconv.AppendUint(dst, uint64(v.Uint32()), 10)
	}
	return strconv.AppendUint(dst, v.Uint64(), 10)
}

func appendUUID(dst []byte, v parquet.Value) []byte {
	b := v.ByteArray()
	if len(b) != 16 {
		return appendBytes(dst, v)
	}
	for i, part := range [...][]byte{b[:4], b[4:6], b[6:8], b[8:10], b[10:]} {
		if i > 0 {
			dst = append(dst, '-')
		}
		dst = hex.AppendEncode(dst, part)
	}
	return dst
}

func appendDate(dst []byte, v parquet.Value) []byte {
	return time.Unix(int64(v.Int32())*86400, 0).UTC().AppendFormat(dst, time.DateOnly)
}

// timestamp writes "2006-01-02 15:04:05" with the fraction where there is one.
func timestamp(unit time.Duration) func([]byte, parquet.Value) []byte {
	per := int64(time.Second / unit)
	return func(dst []byte, v parquet.Value) []byte {
		n := v.Int64()
		sec, part := n/per, n%per
		if part < 0 {
			sec, part = sec-1, part+per
		}
		return appendTime(dst, time.Unix(sec, part*int64(unit)))
	}
}

func appendTime(dst []byte, t time.Time) []byte {
	return t.UTC().AppendFormat(dst, "2006-01-02 15:04:05.999999999")
}

func clock(unit time.Duration) func([]byte, parquet.Value) []byte {
	return func(dst []byte, v parquet.Value) []byte {
		n := int64(0)
		if v.Kind() == parquet.Int32 {
			n = int64(v.Int32())
		} else {
			n = v.Int64()
		}
		return time.Unix(0, n*int64(unit)).UTC().AppendFormat(dst, "15:04:05.999999999")
	}
}

// appendInt96 writes the timestamps of older Spark and Impala: nanoseconds of the day, then the Julian day.
func appendInt96(dst []byte, v parquet.Value) []byte {
	const julianOf1970 = 2_440_588
	i := v.Int96()
	nanos := int64(i[0]) | int64(i[1])<<32
	return appendTime(dst, time.Unix((int64(int32(i[2]))-julianOf1970)*86400, nanos))
}

func decimal(scale int) func([]byte, parquet.Value) []byte {
	return func(dst []byte, v parquet.Value) []byte {
		n := new(big.Int)
		switch v.Kind() {
		case parquet.Int32:
			n.SetInt64(int64(v.Int32()))
		case parquet.Int64:
			n.SetInt64(v.Int64())
		default: // big-endian two's complement
			b := v.ByteArray()
			n.SetBytes(b)
			if len(b) > 0 && b[0] >= 0x80 {
				n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
			}
		}
		digits := new(big.Int).Abs(n).String()
		if n.Sign() < 0 {
			dst = append(dst, '-')
		}
		if scale <= 0 {
			return append(append(dst, digits...), strings.Repeat("0", min(-scale, 64))...)
		}
		if pad := scale + 1 - len(digits); pad > 0 {
			digits = strings.Repeat("0", pad) + digits
		}
		whole := len(digits) - scale
		return append(append(append(dst, digits[:whole]...), '.'), digits[whole:]...)
	}
}

// appendList writes repeated values as JSON; a list without elements is an empty cell.
func (c *column) appendList(dst []byte, values []parquet.Value) []byte {
	if len(values) == 1 && values[0].IsNull() {
		return dst
	}
	dst = append(dst, '[')
	for i, v := range values {
		if i > 0 {
			dst = append(dst, ',')
		}
		start := len(dst)
		if !v.IsNull() {
			dst = c.format(dst, v)
		}
		switch {
		case v.IsNull() || len(dst) == start && !c.text:
			dst = append(dst, "null"...)
		case c.text:
			quoted, _ := json.Marshal(string(dst[start:])) // a string always can be written
			dst = append(dst[:start], quoted...)
		}
	}
	return append(dst, ']')
}
