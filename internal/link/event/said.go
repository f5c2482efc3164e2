package event

import (
	"math/bits"

	"github.com/assaydata/assay/internal/record"
)

// said is what texts say: one of them, or all those of a row.
type said struct {
	all, heads, outlets, places   []uint32 // tokens
	means, targets                uint64   // concepts
	hurt, died                    count
	severalPlaces, several, oneOf bool
	counted                       bool // how many died is known already: headlines need not say it
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

// classes are those of each stem that has any.
var classes = func() map[string]wordClass {
	out := map[string]wordClass{}
	for class, list := range map[wordClass]map[string]bool{
		isIdle: idle, isIdleOutlet: idleOutlet, isUnit: unitWords, isLink: linkWords, isSeries: seriesWords, isInjury: injuryWords,
	} {
		for stem := range list {
			out[stem] |= class
		}
	}
	return out
}()

// meaning looks up what a folded word means.
func meaning(folded []byte) word {
	s, n := stem(folded)
	w := word{token: token(s), number: int32(n)}
	if n >= 0 {
		return w
	}
	w.is = classes[string(s)]
	if len(s) < 2 {
		w.is |= isNothing
	}
	concept := conceptBits[string(s)]
	w.means, w.targets = concept[0], concept[1]
	return w
}

// mostWords bounds how many words a reader remembers: texts may hold no end of different ones.
const mostWords = 1 << 16

// lexis remembers what words mean, by open addressing: it is asked for every word of every text.
type lexis struct {
	slots []uint32 // place in words + 1, 0 = free; a power of two of them, at most half of them taken
	words []knownWord
}

type knownWord struct {
	hash uint64
	text string
	word
}

func newLexis() *lexis { return &lexis{slots: make([]uint32, 1<<12)} }

// of looks up a folded word. The result holds until the next call.
func (l *lexis) of(folded []byte) *word {
	h := record.Hash(folded)
	mask := uint64(len(l.slots) - 1)
	i := h & mask
	for ; l.slots[i] != 0; i = (i + 1) & mask {
		if w := &l.words[l.slots[i]-1]; w.hash == h && w.text == string(folded) {
			return &w.word
		}
	}
	if len(l.words) == mostWords {
		w := meaning(folded)
		return &w
	}
	l.words = append(l.words, knownWord{h, string(folded), meaning(folded)})
	l.slots[i] = uint32(len(l.words))
	if 2*len(l.words) > len(l.slots) {
		l.grow()
	}
	return &l.words[len(l.words)-1].word
}

func (l *lexis) grow() {
	l.slots = make([]uint32, 2*len(l.slots))
	mask := uint64(len(l.slots) - 1)
	for k := range l.words {
		i := l.words[k].hash & mask
		for l.slots[i] != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = uint32(k + 1)
	}
}

// reader reads texts. It serves one goroutine.
type reader struct {
	words words
	lexis *lexis
	row   said
	names []uint32
	chunk chunk
}

func newReader() *reader { return &reader{lexis: newLexis()} }

// setBits counts the concepts of a set.
func setBits(set uint64, n *[64]uint32) {
	for ; set != 0; set &= set - 1 {
		n[bits.TrailingZeros64(set)]++
	}
}
