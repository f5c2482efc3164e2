package table

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/note"
	"github.com/assaydata/assay/internal/record"
)

// Block is a run of records that follow each other in the file, coded by themselves. It is filled by one goroutine.
type Block struct {
	plan    *Plan
	n       int
	cols    []blockColumn
	lines   []uint32
	offsets []int64
	rowHash []uint64
	facts   record.NoteFacts
	scratch []byte

	Problems []record.Problem // Row is relative to the block
	Unread   []int            // rows of the block, each the row before which an unreadable record stands
	Err      error            // trouble that ends the file after this block
	Raw      any              // what the reader keeps with the block while it is being filled
}

type blockColumn struct {
	dict     *interner
	codes    []uint32
	last     uint32 // code of the cell above
	lastHash uint64
	reals    []float64
	bytes    []byte
	ends     []uint32
	hashes   []uint64
	lengths  []uint32
	damaged  []int32
}

func newBlock(p *Plan) *Block {
	b := &Block{plan: p, cols: make([]blockColumn, len(p.columns))}
	for i := range b.cols {
		if p.columns[i].storage == record.Coded {
			b.cols[i].dict = newInterner()
		}
	}
	return b
}

func (b *Block) reset() {
	b.n = 0
	for i := range b.cols {
		c := &b.cols[i]
		if c.dict != nil {
			c.dict.reset()
		}
		c.last, c.lastHash = 0, 0
		c.codes, c.reals, c.bytes, c.ends = c.codes[:0], c.reals[:0], c.bytes[:0], c.ends[:0]
		c.hashes, c.lengths, c.damaged = c.hashes[:0], c.lengths[:0], c.damaged[:0]
	}
	b.lines, b.offsets, b.rowHash = b.lines[:0], b.offsets[:0], b.rowHash[:0]
	f := &b.facts
	f.Opens, f.DeadLow, f.DeadHigh, f.NoDead = f.Opens[:0], f.DeadLow[:0], f.DeadHigh[:0], f.NoDead[:0]
	f.SaidLow, f.SaidHigh = f.SaidLow[:0], f.SaidHigh[:0]
	b.Problems, b.Unread, b.Err = b.Problems[:0], b.Unread[:0], nil
}

// Grow makes room for n records.
func (b *Block) Grow(n int) {
	for i := range b.cols {
		c := &b.cols[i]
		switch b.plan.columns[i].storage {
		case record.Coded:
			c.codes = slices.Grow(c.codes, n)
		case record.Real:
			c.reals = slices.Grow(c.reals, n)
		case record.Packed:
			c.ends = slices.Grow(c.ends, n)
		case record.Digest:
			c.hashes, c.lengths = slices.Grow(c.hashes, n), slices.Grow(c.lengths, n)
		}
	}
	b.lines, b.offsets, b.rowHash = slices.Grow(b.lines, n), slices.Grow(b.offsets, n), slices.Grow(b.rowHash, n)
}

// Rows returns the number of records added so far.
func (b *Block) Rows() int { return b.n }

// Row begins a record: line is its physical line from 1, offset its place in the decoded text.
func (b *Block) Row(line int, offset int64) {
	b.lines = append(b.lines, uint32(line))
	b.offsets = append(b.offsets, offset)
	b.rowHash = append(b.rowHash, 0)
	b.n++
}

// Cell adds the cell of the next column of the record begun by Row. Every column must be added, in order.
func (b *Block) Cell(column int, text []byte) {
	c, plan := &b.cols[column], &b.plan.columns[column]
	row := b.n - 1
	var h uint64
	switch plan.storage {
	case record.Coded:
		if bytes.Equal(c.dict.text(c.last), text) {
			h = c.lastHash
			break
		}
		h = b.coded(c, text)
	case record.Real:
		v, state := cell.Number(text)
		if state == record.Present && plan.missing != nil {
			for _, m := range plan.missing {
				if v == m {
					v = record.NaNOf(record.Missing)
				}
			}
		} else if state == record.Invalid && plan.isMissing(text) {
			v = record.NaNOf(record.Missing)
		}
		c.reals = append(c.reals, v)
		if !plan.skipHash {
			b.rowHash[row] = record.Combine(b.rowHash[row], floatBits(v)^uint64(column))
		}
		return
	case record.Packed:
		text, damaged := b.decode(text)
		if damaged {
			c.damaged = append(c.damaged, int32(row))
		}
		c.bytes = append(c.bytes, text...)
		c.ends = append(c.ends, uint32(len(c.bytes)))
		h = record.Hash(text)
		b.rowHash[row] = record.Combine(b.rowHash[row], h)
		return
	case record.Digest:
		text, damaged := b.decode(text)
		if damaged {
			c.damaged = append(c.damaged, int32(row))
		}
		h = record.Hash(text)
		c.hashes = append(c.hashes, h)
		c.lengths = append(c.lengths, uint32(len(text)))
		if plan.note {
			b.addNote(text)
		}
		b.rowHash[row] = record.Combine(b.rowHash[row], h)
		return
	}
	c.codes = append(c.codes, c.last)
	if !plan.skipHash {
		b.rowHash[row] = record.Combine(b.rowHash[row], h)
	}
	if plan.note {
		b.addNote(c.dict.text(c.last))
	}
}

// coded looks a text up in the block's dictionary and makes it the last one.
func (b *Block) coded(c *blockColumn, text []byte) uint64 {
	text, damaged := b.decode(text)
	h := record.Hash(text)
	code, fresh := c.dict.code(text, h)
	if fresh {
		c.dict.damage[code] = damaged
	}
	c.last, c.lastHash = code, h
	return h
}

func (b *Block) addNote(text []byte) {
	f := note.Read(text)
	b.facts.Opens = append(b.facts.Opens, f.Opens)
	b.facts.DeadLow = append(b.facts.DeadLow, f.DeadLow)
	b.facts.DeadHigh = append(b.facts.DeadHigh, f.DeadHigh)
	b.facts.SaidLow = append(b.facts.SaidLow, f.SaidLow)
	b.facts.SaidHigh = append(b.facts.SaidHigh, f.SaidHigh)
	b.facts.NoDead = append(b.facts.NoDead, f.NoDead)
}

// decode returns the text of a cell as UTF-8 and whether it carries traces of a wrong encoding. Valid UTF-8 is taken as it
// is; other bytes are read in the fallback encoding of the file, cell by cell, because files that were put together from
// several sources mix encodings. The result is valid until the next call.
func (b *Block) decode(text []byte) ([]byte, bool) {
	if !container.Damage(text) && (isASCII(text) || utf8.Valid(text)) {
		return text, false
	}
	if utf8.Valid(text) {
		return text, true
	}
	var damaged bool
	b.scratch, damaged = b.plan.encoding.Decode(b.scratch[:0], text)
	return b.scratch, damaged || container.Damage(b.scratch)
}
