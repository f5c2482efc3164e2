package grouping

import "math/bits"

// Counter counts equal keys.
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

func (c *Counter) slot(key uint64) uint64 {
	slot := key & c.mask
	for c.counts[slot] != 0 && c.keys[slot] != key {
		slot = (slot + 1) & c.mask
	}
	return slot
}

// Add counts a key once. Key 0 is not counted.
func (c *Counter) Add(key uint64) {
	if key == 0 {
		return
	}
	slot := c.slot(key)
	c.keys[slot] = key
	c.counts[slot]++
}

// AddAll counts every key.
func (c *Counter) AddAll(keys []uint64) *Counter {
	for _, k := range keys {
		c.Add(k)
	}
	return c
}

// Of returns how often a key was added.
func (c *Counter) Of(key uint64) int {
	if key == 0 {
		return 0
	}
	return int(c.counts[c.slot(key)])
}
