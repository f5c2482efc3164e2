package audit

import "math/bits"

// bitset marks rows; it stays nil until the first row is marked.
type bitset []uint64

func (b *bitset) set(row, n int) {
	if *b == nil {
		*b = make(bitset, (n+63)/64)
	}
	(*b)[row/64] |= 1 << (row % 64)
}

// count returns the number of rows marked in b or in other.
func (b bitset) count(other bitset) (n int) {
	if b == nil {
		b, other = other, nil
	}
	for i, w := range b {
		if other != nil {
			w |= other[i]
		}
		n += bits.OnesCount64(w)
	}
	return n
}
