package names

import (
	"bufio"
	"bytes"
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"

	"github.com/assaydata/assay/names/internal/phone"
)

//go:embed frequencies.txt
var frequencyFile []byte

// Frequencies counts parts of names by their sound, so that all spellings of a part, in all scripts, are counted as one.
type Frequencies struct {
	buckets map[uint32][]counted // by consonant skeleton
	total   float64
}

type counted struct {
	reading phone.Reading
	count   float64
}

// oneSound is the distance, in hundredths of a letter, up to which two spellings are counted as one part.
const oneSound = 30

// NewFrequencies returns counts of nothing, to which the names of a user's own list can be added.
func NewFrequencies() *Frequencies { return &Frequencies{buckets: map[uint32][]counted{}} }

// Add counts the parts of a name.
func (f *Frequencies) Add(n *Name) {
	for i := range n.Parts {
		if p := &n.Parts[i]; p.n > 0 {
			f.add(&p.readings[0], 1)
			f.total++
		}
	}
}

func (f *Frequencies) add(r *phone.Reading, count float64) {
	key := r.Skeleton()
	list := f.buckets[key]
	for i := range list {
		if list[i].reading == *r {
			list[i].count += count
			return
		}
	}
	f.buckets[key] = append(list, counted{*r, count})
}

// Weigh gives the parts of a name weights by these counts instead of those that ship with the package.
func (f *Frequencies) Weigh(n *Name) {
	n.total = 0
	for i := range n.Parts {
		p := &n.Parts[i]
		switch p.weight = min(f.bits(p), p.room()); p.Role {
		case Initial:
			p.weight = initialBits
		case Kunya:
			p.weight *= .6
		case Nisba:
			p.weight = min(p.weight*.8, 9)
		case Laqab:
			p.weight *= .5
		case Title:
			p.weight = titleBits
		}
		n.total += p.weight
	}
}

// room is the most that a part of a length can tell: a name of three letters, or of three consonants where vowels are not written,
// is soon met by chance.
func (p *Part) room() float32 {
	switch {
	case p.n == 0 || p.Script == phone.Han:
		return mostBits
	case p.readings[0].Abjad:
		return 2.6 * float32(p.readings[0].N)
	}
	return 2.2 * float32(p.readings[0].N)
}

func (n *Name) weigh() { shipped().Weigh(n) }

const (
	leastBits = 4  // of the commonest part
	mostBits  = 13 // of a part that was never seen
)

// bits is how much a part tells: the negative logarithm of its share, within bounds.
func (f *Frequencies) bits(p *Part) float32 {
	if p.n == 0 {
		return leastBits
	}
	var c float64
	list := f.buckets[p.readings[0].Skeleton()]
	for i := range list {
		if e := &list[i]; phone.Distance(&p.readings[0], &e.reading, oneSound) <= oneSound {
			c += e.count
		}
	}
	if c == 0 {
		return mostBits
	}
	return float32(min(mostBits, max(leastBits, math.Log2(f.total/c))))
}

// shipped are the frequencies of frequencies.txt.
var shipped = sync.OnceValue(func() *Frequencies {
	f := NewFrequencies()
	s := bufio.NewScanner(bytes.NewReader(frequencyFile))
	for s.Scan() {
		line := s.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		part, count, ok := strings.Cut(line, " ")
		if !ok {
			f.total, _ = strconv.ParseFloat(line, 64)
			continue
		}
		n, _ := strconv.ParseFloat(count, 64)
		if rs := phone.Readings(nil, phone.Clean(part), phone.Latin); len(rs) > 0 {
			f.add(&rs[0], n)
		}
	}
	return f
})
