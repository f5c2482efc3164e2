package record

import (
	"encoding/binary"
	"math/bits"
)

const (
	mixA = 0x9e3779b97f4a7c15
	mixB = 0xe7037ed1a0b428db
)

// Hash is a 64-bit hash of a text that is the same on every run and machine, never 0 for a text with at least one byte
// and 0 for the empty one. It folds eight bytes at a time by 128-bit multiplication.
func Hash(b []byte) uint64 {
	if len(b) == 0 {
		return 0
	}
	h := uint64(len(b)) * mixA
	for len(b) >= 8 {
		h = Mix(h ^ binary.LittleEndian.Uint64(b))
		b = b[8:]
	}
	if n := len(b); n > 0 {
		// The last bytes as a number, read by two loads that overlap: most texts are single words.
		var last uint64
		switch {
		case n >= 4:
			last = uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[n-4:]))<<(8*(n-4))
		case n >= 2:
			last = uint64(binary.LittleEndian.Uint16(b)) | uint64(binary.LittleEndian.Uint16(b[n-2:]))<<(8*(n-2))
		default:
			last = uint64(b[0])
		}
		h = Mix(h ^ last ^ uint64(n)<<56)
	}
	if h = Mix(h ^ mixB); h == 0 {
		return 1
	}
	return h
}

// Mix scrambles x so that every bit of the result depends on every bit of x.
func Mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^mixA, mixB)
	return hi ^ lo ^ x>>32
}

// Combine folds v into the running hash h; order matters.
func Combine(h, v uint64) uint64 { return Mix(bits.RotateLeft64(h, 23) ^ v) }
