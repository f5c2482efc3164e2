package table

import (
	"bytes"
)

// interner gives each distinct text a code in order of first appearance; code 0 is the empty text. Texts lie end to end
// in one arena.
type interner struct {
	slots  []uint32 // code + 1, 0 = free; length a power of two
	hashes []uint64 // by code
	ends   []uint32 // by code: end of the text in arena
	arena  []byte
	damage []bool // by code
}

func newInterner() *interner {
	n := &interner{slots: make([]uint32, 64)}
	n.reset()
	return n
}

func (n *interner) reset() {
	clear(n.slots)
	n.hashes, n.ends, n.arena, n.damage = n.hashes[:0], n.ends[:0], n.arena[:0], n.damage[:0]
	n.add(nil, 0)
}

func (n *interner) text(code uint32) []byte {
	if code == 0 {
		return nil
	}
	return n.arena[n.ends[code-1]:n.ends[code]]
}

func (n *interner) len() int { return len(n.hashes) }

// code returns the code of a text and whether it is new. The caller sets damage[code] for new ones.
func (n *interner) code(text []byte, hash uint64) (uint32, bool) {
	mask := uint64(len(n.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := n.slots[i]
		if s == 0 {
			break
		}
		if n.hashes[s-1] == hash && bytes.Equal(n.text(s-1), text) {
			return s - 1, false
		}
	}
	return n.add(text, hash), true
}

func (n *interner) add(text []byte, hash uint64) uint32 {
	if len(n.hashes)*2 >= len(n.slots) {
		n.grow()
	}
	code := uint32(len(n.hashes))
	n.arena = append(n.arena, text...)
	n.hashes = append(n.hashes, hash)
	n.ends = append(n.ends, uint32(len(n.arena)))
	n.damage = append(n.damage, false)
	n.put(code)
	return code
}

func (n *interner) put(code uint32) {
	mask := uint64(len(n.slots) - 1)
	i := n.hashes[code] & mask
	for n.slots[i] != 0 {
		i = (i + 1) & mask
	}
	n.slots[i] = code + 1
}

func (n *interner) grow() {
	n.slots = make([]uint32, 2*len(n.slots))
	for code := range n.hashes {
		n.put(uint32(code))
	}
}

// texts returns the distinct texts as strings that share one allocation.
func (n *interner) texts() []string {
	all := string(n.arena)
	out := make([]string, len(n.ends))
	start := uint32(0)
	for i, end := range n.ends {
		out[i] = all[start:end]
		start = end
	}
	return out
}
