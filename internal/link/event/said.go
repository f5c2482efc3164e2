package event

import "math/bits"

// said is what texts say: one of them, or all those of a row.
type said struct {
	all, heads, outlets, places   []uint32 // tokens
	means, targets                uint64   // concepts
	hurt, died                    count
	severalPlaces, several, oneOf bool
}

func (s *said) reset() {
	*s = said{
		all: s.all[:0], heads: s.heads[:0], outlets: s.outlets[:0], places: s.places[:0],
		hurt: count{nan32, nan32, nan32}, died: count{nan32, nan32, nan32},
	}
}

// add takes in what a further text says.
func (s *said) add(o *said) {
	s.all = append(s.all, o.all...)
	s.heads = append(s.heads, o.heads...)
	s.outlets = append(s.outlets, o.outlets...)
	s.places = append(s.places, o.places...)
	s.means |= o.means
	s.targets |= o.targets
	if s.hurt.best != s.hurt.best {
		s.hurt = o.hurt
	}
	if o.died.low == o.died.low {
		s.dead(o.died.low)
	}
	s.severalPlaces, s.several, s.oneOf = s.severalPlaces || o.severalPlaces, s.several || o.several, s.oneOf || o.oneOf
}

// dead takes up how many dead a cited headline states. Several headlines widen the range: tolls grow.
func (s *said) dead(n float32) {
	if s.died.low != s.died.low {
		s.died = count{n, n, n}
		return
	}
	s.died.low, s.died.high = min(s.died.low, n), max(s.died.high, n)
}

// word is what a word means wherever it stands.
type word struct {
	token          uint32
	number         int32 // -1 for a word
	is             wordClass
	means, targets uint64
}

type wordClass uint8

const (
	isNothing wordClass = 1 << iota // one letter
	isIdle
	isIdleOutlet
	isUnit
	isLink
	isSeries
	isInjury
)

// meaning looks up what a folded word means.
func meaning(folded []byte) word {
	s, n := stem(folded)
	w := word{token: token(s), number: int32(n)}
	if n >= 0 {
		return w
	}
	if len(s) < 2 {
		w.is |= isNothing
	}
	for class, list := range map[wordClass]map[string]bool{
		isIdle: idle, isIdleOutlet: idleOutlet, isUnit: unitWords, isLink: linkWords, isSeries: seriesWords, isInjury: injuryWords,
	} {
		if list[string(s)] {
			w.is |= class
		}
	}
	concept := conceptBits[string(s)]
	w.means, w.targets = concept[0], concept[1]
	return w
}

// mostWords bounds how many words a reader remembers: texts may hold no end of different ones.
const mostWords = 1 << 16

// reader reads texts and remembers the words that it met. It serves one goroutine.
type reader struct {
	words words
	known map[string]*word
	row   said
	names []uint32
	chunk chunk
}

func newReader() *reader { return &reader{known: map[string]*word{}} }

func (r *reader) lookup(folded []byte) *word {
	if w, ok := r.known[string(folded)]; ok {
		return w
	}
	w := meaning(folded)
	if len(r.known) < mostWords {
		r.known[string(folded)] = &w
	}
	return &w
}

// setBits counts the concepts of a set.
func setBits(set uint64, n *[64]uint32) {
	for ; set != 0; set &= set - 1 {
		n[bits.TrailingZeros64(set)]++
	}
}
