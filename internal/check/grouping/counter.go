package grouping

import "math/bits"

// Counter counts chosen keys among many. Only wanted keys take memory, so that the counter of a few keys over millions of
// rows stays in the processor's cache.
type Counter struct {
	mask   uint64
	keys   []uint64
	counts []int32
}

// NewCounter returns a counter with room for n different keys.
func NewCounter(n int) *Counter {
	size := 1 << bits.Len(uint(n+n/2+1))
	return &Counter{mask: uint64(size - 1), keys: make([]uint64, size), counts: make([]int32, size)}
}

// slot returns where a key stands, or the empty slot where it would.
func (c *Counter) slot(key uint64) uint64 {
	slot := key & c.mask
	for c.keys[slot] != 0 && c.keys[slot] != key {
		slot = (slot + 1) & c.mask
	}
	return slot
}

// Want says that a key is to be counted. Key 0 is never counted. No more keys may be wanted than there is room for.
func (c *Counter) Want(key uint64) { c.keys[c.slot(key)] = key }

// AddWanted counts a key once if it is wanted, and reports whether it is.
func (c *Counter) AddWanted(key uint64) bool {
	slot := c.slot(key)
	if key == 0 || c.keys[slot] == 0 {
		return false
	}
	c.counts[slot]++
	return true
}

// Of returns how often a key was counted.
func (c *Counter) Of(key uint64) int {
	slot := c.slot(key)
	if key == 0 || c.keys[slot] == 0 {
		return 0
	}
	return int(c.counts[slot])
}
