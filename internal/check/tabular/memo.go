package tabular

// Memo remembers, for each code of a first column, whether a relation held with the codes of two further columns that were
// seen with it last. Rows of one actor or dyad stand together, so that nearly all answers come from memory. The zero value
// is ready for use.
type Memo struct {
	last  [][2]uint32
	state []uint8 // 0 = not seen, 1 = fails, 2 = holds
}

// Holds returns f(a, b, c), from memory where the same codes were asked last for a.
func (m *Memo) Holds(a, b, c uint32, f func(a, b, c uint32) bool) bool {
	if int(a) >= len(m.state) {
		n := int(a)*2 + 64
		m.last = append(m.last, make([][2]uint32, n-len(m.last))...)
		m.state = append(m.state, make([]uint8, n-len(m.state))...)
	}
	if m.state[a] != 0 && m.last[a] == [2]uint32{b, c} {
		return m.state[a] == 2
	}
	m.last[a], m.state[a] = [2]uint32{b, c}, 1
	if f(a, b, c) {
		m.state[a] = 2
	}
	return m.state[a] == 2
}
