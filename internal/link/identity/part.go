package identity

import (
	"math"
	"math/bits"
	"unicode/utf8"

	"github.com/assaydata/assay/names"
)

// part is a given or family name out of a column of its own.
type part struct {
	name *names.Name
	keys []uint64
	bits float32 // what agreement of the name with itself tells, by package names
	rare uint8   // class of how many records have it
}

func makeParts(v *vocabulary, m *names.Matcher) []part {
	out := make([]part, len(v.text))
	total := 0
	for _, n := range v.count {
		total += int(n)
	}
	each(len(out), func(from, to int) {
		for i := max(1, from); i < to; i++ {
			p := &out[i]
			p.name = names.Parse(v.text[i], names.Person)
			p.keys = p.name.Keys(nil)
			p.bits = m.Compare(p.name, p.name).Bits
			share := float64(v.count[i]) / float64(total)
			switch {
			case share > 1.0/50:
				p.rare = 0
			case share > 1.0/300:
				p.rare = 1
			case share > 1.0/2500 && v.count[i] > 3:
				p.rare = 2
			default:
				p.rare = 3
			}
		}
	})
	return out
}

// likeness of two texts of names, 0 to 1: 1 − edits / length of the longer, where swapping two neighbouring letters is one edit, or what
// package names makes of them across scripts, nicknames and transliterations.
func (r *Records) likeness(a, b int32) float64 {
	x, y := r.tokens.text[a], r.tokens.text[b]
	s := similarity(x, y)
	if s > 0.84 {
		return s
	}
	p, q := &r.parts[a], &r.parts[b]
	if p.bits > 0 && q.bits > 0 && (shareKey(p.keys, q.keys) || p.script() != q.script()) {
		s = math.Max(s, float64(r.matcher.Compare(p.name, q.name).Bits/min(p.bits, q.bits)))
	}
	return s
}

func (p *part) script() names.Script {
	if len(p.name.Parts) == 0 {
		return 0
	}
	return p.name.Parts[0].Script
}

func shareKey(a, b []uint64) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// similarity of two texts, 0 to 1; 0 also for those that are less alike than three fifths or so.
func similarity(x, y string) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	n := max(utf8.RuneCountInString(x), utf8.RuneCountInString(y))
	most := n*2/5 + 1
	d := edits(x, y, most)
	if d > most {
		return 0
	}
	return 1 - float64(d)/float64(n)
}

// longest is the number of letters of a text that are compared.
const longest = 64

// edits is the least number of letters to change, add, leave out or swap with their neighbour to turn one text into the other (optimal
// string alignment), or more than most.
func edits(x, y string, most int) int {
	if x == y {
		return 0
	}
	if letters(x, y) > most {
		return most + 1
	}
	if ascii(x) && ascii(y) {
		var bx, by [longest]byte
		return align(bx[:copy(bx[:], x)], by[:copy(by[:], y)], most)
	}
	var bx, by [longest]rune
	return align(runes(bx[:0], x), runes(by[:0], y), most)
}

// letters is a lower bound of the edits of two texts: how many kinds of letters one of them has and the other lacks.
func letters(x, y string) int {
	var a, b uint64
	for i := range len(x) {
		a |= 1 << (x[i] & 63)
	}
	for i := range len(y) {
		b |= 1 << (y[i] & 63)
	}
	return max(bits.OnesCount64(a&^b), bits.OnesCount64(b&^a))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func align[T byte | rune](a, b []T, most int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > most {
		return most + 1
	}
	for len(a) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 {
		return len(b)
	}
	var rows [3][longest + 1]int8
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(a) + 1 {
		last[j] = int8(j)
	}
	for i := 1; i <= len(b); i++ {
		now[0] = int8(i)
		least := now[0]
		for j := 1; j <= len(a); j++ {
			c := int8(1)
			if b[i-1] == a[j-1] {
				c = 0
			}
			d := min(last[j]+1, now[j-1]+1, last[j-1]+c)
			if i > 1 && j > 1 && b[i-1] == a[j-2] && b[i-2] == a[j-1] {
				d = min(d, before[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if int(least) > most {
			return most + 1
		}
		before, last, now = last, now, before
	}
	return int(last[len(a)])
}

func runes(to []rune, s string) []rune {
	for _, r := range s {
		if len(to) == longest {
			break
		}
		to = append(to, r)
	}
	return to
}
