package note

import (
	"encoding/binary"
	"math/bits"
)

// token is a word, a number or a mark of a sentence. lo and hi bound a number.
type token struct {
	class  class
	key    key
	lo, hi float32
}

// sentenceTokens bounds the part of a sentence that is looked at together. Longer sentences are cut.
const sentenceTokens = 120

const (
	other = iota
	letter
	digit
	space
	lead
)

var classes = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= 0x80 && c != 0xE2:
			t[c] = letter
		case c >= '0' && c <= '9':
			t[c] = digit
		case c == 0xE2: // may begin a typographic mark
			t[c] = lead
		case c == ' ', c == '\t', c == '\n', c == '\r':
			t[c] = space
		}
	}
	return t
}()

// key identifies a word without regard to the case of ASCII letters: its length in the top byte, and below it the word
// itself up to seven bytes, or a hash of the first and the last eight of a longer one.
type key uint64

// wordKey reads the word at the beginning of text and returns its key and its length in bytes, 0 where there is no word.
// A typographic mark (U+2010 to U+201F: dashes and quotes) ends a word although its bytes are above ASCII.
func wordKey(text []byte) (key, int) {
	n := 0
	for n < len(text) && (classes[text[n]] == letter || text[n] == 0xE2 && !mark(text[n:])) {
		n++
	}
	if n == 0 {
		return 0, 0
	}
	const lower = 0x2020202020202020
	size := uint64(min(n, 255)) << 56
	if n < 8 {
		return key((eight(text)|lower)&(1<<(8*n)-1) | size), n
	}
	k := (eight(text) | lower) * 3
	k ^= bits.RotateLeft64(eight(text[n-8:])|lower, 29)
	return key(k&(1<<56-1) | size), n
}

// eight returns the first eight bytes of text as a number, zeros beyond its end.
func eight(text []byte) uint64 {
	if len(text) >= 8 {
		return binary.LittleEndian.Uint64(text)
	}
	var v uint64
	for i, c := range text {
		v |= uint64(c) << (8 * i)
	}
	return v
}

// mark reports whether text, which begins with 0xE2, begins with one of U+2010 to U+201F.
func mark(text []byte) bool {
	return len(text) > 2 && text[1] == 0x80 && text[2] >= 0x90 && text[2] <= 0x9F
}

// sentence reads the tokens of the next sentence into buf and returns them with the rest of the text.
func sentence(text []byte, buf *[sentenceTokens]token) (tokens []token, rest []byte) {
	n := 0
	for i := 0; i < len(text); {
		if n == len(buf) {
			return buf[:n], text[i:]
		}
		c := text[i]
		switch classes[c] {
		case space:
			i++
		case digit:
			t, size := number(text, i)
			i += size
			buf[n] = t
			n++
		case letter, lead:
			k, size := wordKey(text[i:])
			if size == 0 { // a typographic dash or quote
				if third := text[i+2]; third == 0x93 || third == 0x94 {
					buf[n] = token{class: stop}
					n++
				}
				i += 3
				continue
			}
			i += size
			e := lookup(k)
			t := token{class: e.class, key: k}
			if i < len(text) && classes[text[i]] == digit { // M23
				t.class = plain
				for i < len(text) && (classes[text[i]] == digit || classes[text[i]] == letter) {
					i++
				}
			}
			if t.class == numeral {
				t.lo, t.hi = e.value, e.value
				if joined := i+1 < len(text) && text[i] == '-' && classes[text[i+1]] == letter; joined {
					next, _ := wordKey(text[i+1:])
					if lookup(next).class != numeral { // two-day
						t.class = plain
					}
				}
				n = addNumeral(buf[:], n, t)
				continue
			}
			buf[n] = t
			n++
		default:
			i++
			var t token
			switch c {
			case '.', '!', '?':
				if endsSentence(text, i, buf[:n]) {
					return buf[:n], text[i:]
				}
				continue
			case ',':
				t.class = comma
			case ';':
				t.class = stop
			case ':':
				t.class = colon
			case '(', '[':
				t.class = opening
			case ')', ']':
				t.class = closing
			case '&':
				t.class, t.key = and, wAnd
			case '-':
				if i < len(text) && classes[text[i]] != space {
					continue // inside a compound
				}
				t.class = stop
			default:
				continue
			}
			buf[n] = t
			n++
		}
	}
	return buf[:n], nil
}

// endsSentence tells the full stop at text[i-1] from one of an abbreviation.
func endsSentence(text []byte, i int, before []token) bool {
	if i >= len(text) {
		return true
	}
	if next := text[i]; classes[next] == letter && next >= 'a' && next <= 'z' {
		return false
	}
	if len(before) == 0 {
		return true
	}
	last := before[len(before)-1]
	return last.class != shortened && last.key>>56 != 1
}
