package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/assaydata/assay/internal/record"
)

// words cuts texts into words. Letters are folded to lower case without marks; the buffer that yield gets is used again.
type words struct {
	buf []byte
}

// each calls yield with every stem of a text, and with the number where it is one. number is -1 for a word.
func (w *words) each(text string, yield func(stem []byte, number int)) {
	w.split(text, func(word []byte) {
		if s, n := stem(word); n >= 0 || len(s) > 1 {
			yield(s, n)
		}
	})
}

// split calls yield with every folded word of a text.
func (w *words) split(text string, yield func(word []byte)) {
	if !ascii(text) {
		w.splitRunes(norm.NFKD.String(text), yield)
		return
	}
	b := w.buf[:0]
	for i := range len(text) {
		switch c := folded[text[i]]; {
		case c > dropped:
			b = append(b, c)
		case c == dropped || text[i] == ',' && thousands(b, text[i+1:]):
		case len(b) > 0:
			yield(b)
			b = b[:0]
		}
	}
	if len(b) > 0 {
		yield(b)
	}
	w.buf = b
}

// dropped marks bytes within a word that are no part of it, as the apostrophe of N'Djamena.
const dropped = 1

// folded is the lower case of letters and digits in ASCII, and 0 for what ends a word.
var folded = func() (t [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			t[c] = c
		case c >= 'A' && c <= 'Z':
			t[c] = c + 'a' - 'A'
		case c == '\'' || c == '`':
			t[c] = dropped
		}
	}
	return t
}()

// thousands reports whether a comma stands within a number: 1,200.
func thousands(before []byte, after string) bool {
	return digits(before) && after != "" && after[0] >= '0' && after[0] <= '9'
}

func (w *words) splitRunes(text string, yield func(word []byte)) {
	b := w.buf[:0]
	for i, r := range text {
		switch {
		case r < utf8.RuneSelf:
			switch c := folded[r]; {
			case c > dropped:
				b = append(b, c)
			case c == dropped || r == ',' && thousands(b, text[i+1:]):
			case len(b) > 0:
				yield(b)
				b = b[:0]
			}
		case unicode.Is(unicode.Mn, r) || r == '’' || r == '‘' || r == 'ʿ' || r == 'ʾ' || r == 'ʼ':
		case unicode.IsLetter(r):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		case len(b) > 0:
			yield(b)
			b = b[:0]
		}
	}
	if len(b) > 0 {
		yield(b)
	}
	w.buf = b
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func digits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

// stemLength is how much of a word counts: endings of verbs and plurals lie behind it in most words of news.
const stemLength = 7

// stem cuts a word to what its inflections share, and reads numbers, also those in words.
func stem(b []byte) (s []byte, number int) {
	if digits(b) {
		n := 0
		for _, c := range b {
			if n > 1e6 {
				break
			}
			n = n*10 + int(c-'0')
		}
		return b, n
	}
	if n, ok := numberWords[string(b)]; ok {
		return b, n
	}
	if n := len(b); n > 4 && b[n-1] == 's' && b[n-2] != 's' {
		b = b[:n-1]
	}
	switch n := len(b); {
	case n > 6 && string(b[n-3:]) == "ing":
		b = b[:n-3]
	case n > 5 && string(b[n-2:]) == "ed":
		b = b[:n-2]
	}
	if len(b) > stemLength {
		cut := stemLength
		for cut > 0 && !utf8.RuneStart(b[cut]) {
			cut--
		}
		b = b[:cut]
	}
	return b, -1
}

// fields lists the stems of a text.
func fields(text string) []string {
	var out []string
	var w words
	w.each(text, func(s []byte, _ int) { out = append(out, string(s)) })
	return out
}

// token is what stands for a stem in memory: the upper half of its hash.
func token(stem []byte) uint32 { return uint32(record.Hash(stem) >> 32) }

func tokenOf(stem string) uint32 { return token([]byte(stem)) }

// tokens lists the tokens of a name without the idle words; at least one where the name has any letters.
func tokens(name string) []uint32 {
	var out, all []uint32
	for _, s := range fields(name) {
		t := tokenOf(s)
		all = append(all, t)
		if !idle[s] {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return all
	}
	return out
}

// short cuts a text that is longer than any note of an event.
func short(s string) string {
	const most = 20_000
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "")
}
