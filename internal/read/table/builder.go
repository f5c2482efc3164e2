package table

import (
	"github.com/assaydata/assay/internal/record"
)

// Builder merges blocks, in file order, into the columns of a dataset.
type Builder struct {
	plan  *Plan
	data  *record.Dataset
	dicts []*interner
	facts *record.NoteFacts
	remap []uint32
	grown bool

	Offsets []int64 // place of each record in the decoded text
}

// NewBuilder prepares the columns of d, whose names and codebook entries must be set.
func NewBuilder(p *Plan, d *record.Dataset) *Builder {
	t := &Builder{plan: p, data: d, dicts: make([]*interner, len(p.columns))}
	for i := range p.columns {
		d.Columns[i].Storage = p.columns[i].storage
		if p.columns[i].storage == record.Coded {
			t.dicts[i] = newInterner()
		}
		if p.columns[i].note {
			t.facts = &record.NoteFacts{}
		}
	}
	return t
}

// Add appends a block. The block may be reset afterwards.
func (t *Builder) Add(b *Block) {
	d, base := t.data, t.data.N
	for i := range b.cols {
		from, to := &b.cols[i], &d.Columns[i]
		switch to.Storage {
		case record.Coded:
			to.Codes = t.addCodes(t.dicts[i], from, to.Codes)
		case record.Real:
			to.Reals = append(to.Reals, from.reals...)
		case record.Packed:
			start := uint32(len(to.Bytes))
			to.Bytes = append(to.Bytes, from.bytes...)
			for _, e := range from.ends {
				to.Ends = append(to.Ends, start+e)
			}
		case record.Digest:
			to.Hashes = append(to.Hashes, from.hashes...)
			to.Lengths = append(to.Lengths, from.lengths...)
		}
		for _, row := range from.damaged {
			to.Damaged = append(to.Damaged, int32(base)+row)
		}
	}
	d.Lines = append(d.Lines, b.lines...)
	d.RowHash = append(d.RowHash, b.rowHash...)
	t.Offsets = append(t.Offsets, b.offsets...)
	if t.facts != nil {
		t.facts.Opens = append(t.facts.Opens, b.facts.Opens...)
		t.facts.DeadLow = append(t.facts.DeadLow, b.facts.DeadLow...)
		t.facts.DeadHigh = append(t.facts.DeadHigh, b.facts.DeadHigh...)
		t.facts.SaidLow = append(t.facts.SaidLow, b.facts.SaidLow...)
		t.facts.SaidHigh = append(t.facts.SaidHigh, b.facts.SaidHigh...)
		t.facts.NoDead = append(t.facts.NoDead, b.facts.NoDead...)
	}
	for _, p := range b.Problems {
		if p.Row >= 0 {
			p.Row += base
		}
		d.Problems = append(d.Problems, p)
	}
	for _, row := range b.Unread {
		d.Skips = append(d.Skips, base+row)
	}
	d.Unread += len(b.Unread)
	d.N += b.n
}

// addCodes appends the codes of one column of a block under the codes of the whole column.
func (t *Builder) addCodes(dict *interner, from *blockColumn, codes []uint32) []uint32 {
	t.remap = t.remap[:0]
	for local := range from.dict.hashes {
		code, fresh := dict.code(from.dict.text(uint32(local)), from.dict.hashes[local])
		if fresh {
			dict.damage[code] = from.dict.damage[local]
		}
		t.remap = append(t.remap, code)
	}
	start := len(codes)
	codes = append(codes, from.codes...)
	for i, c := range codes[start:] {
		codes[start+i] = t.remap[c]
	}
	return codes
}

// Grow makes room for about n rows in all, so that the columns are not copied as they grow.
func (t *Builder) Grow(n int) {
	if t.grown || n <= t.data.N {
		return
	}
	t.grown = true
	d := t.data
	for i := range d.Columns {
		c := &d.Columns[i]
		switch c.Storage {
		case record.Coded:
			c.Codes = grow(c.Codes, n)
		case record.Real:
			c.Reals = grow(c.Reals, n)
		case record.Packed:
			c.Ends = grow(c.Ends, n)
			if d.N > 0 {
				c.Bytes = grow(c.Bytes, int(float64(len(c.Bytes))/float64(d.N)*float64(n)*1.1))
			}
		case record.Digest:
			c.Hashes = grow(c.Hashes, n)
			c.Lengths = grow(c.Lengths, n)
		}
	}
	d.Lines, d.RowHash, t.Offsets = grow(d.Lines, n), grow(d.RowHash, n), grow(t.Offsets, n)
	if f := t.facts; f != nil {
		f.Opens, f.DeadLow, f.DeadHigh, f.NoDead = grow(f.Opens, n), grow(f.DeadLow, n), grow(f.DeadHigh, n), grow(f.NoDead, n)
		f.SaidLow, f.SaidHigh = grow(f.SaidLow, n), grow(f.SaidHigh, n)
	}
}

func grow[T any](s []T, n int) []T {
	if cap(s) >= n {
		return s
	}
	out := make([]T, len(s), n)
	copy(out, s)
	return out
}

// Finish parses the dictionaries under the types of their columns. It returns what the notes said, nil where the table
// has no notes.
func (t *Builder) Finish() *record.NoteFacts {
	for i, dict := range t.dicts {
		if dict != nil {
			t.data.Columns[i].Dict = typed(dict, t.data.Columns[i].Field)
			t.dicts[i] = nil
		}
	}
	return t.facts
}
