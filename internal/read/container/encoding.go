package container

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Encoding turns text of one byte a character into UTF-8. The zero value is [Windows1252].
type Encoding struct {
	Name  string
	table *[256]char
}

// char is what one byte means: n bytes of UTF-8. Broken is set for bytes without meaning and for control characters.
type char struct {
	utf8   [3]byte
	n      uint8
	broken bool
	r      rune
}

// The encodings that occur in event datasets. Latin-1 is read as windows-1252, of which its printable part is a subset,
// as the WHATWG Encoding Standard prescribes.
var (
	Windows1252 = newEncoding("windows-1252", charmap.Windows1252)
	MacRoman    = newEncoding("Mac OS Roman", charmap.Macintosh)
	Windows1251 = newEncoding("windows-1251", charmap.Windows1251)
	CP850       = newEncoding("DOS code page 850", charmap.CodePage850)
	Latin1      = newEncoding("latin-1", charmap.ISO8859_1)
)

func newEncoding(name string, m *charmap.Charmap) Encoding {
	t := new([256]char)
	for i := range t {
		r := m.DecodeByte(byte(i))
		// The charmap lets these five bytes pass as control characters or not, depending on the table: they have no meaning.
		if m == charmap.Windows1252 && slices.Contains([]byte{0x81, 0x8d, 0x8f, 0x90, 0x9d}, byte(i)) {
			r = utf8.RuneError
		}
		c := &t[i]
		c.r = r
		c.n = uint8(utf8.EncodeRune(c.utf8[:], min(r, 0xffff)))
		c.broken = r == utf8.RuneError || r >= 0x7f && r < 0xa0
	}
	return Encoding{name, t}
}

// LookupEncoding finds an encoding by a name that a user writes: "windows-1250", "latin1", "macroman", "IBM850",
// "koi8-r"…
func LookupEncoding(name string) (Encoding, bool) {
	key := plainName(name)
	for _, e := range []Encoding{Windows1252, MacRoman, Windows1251, CP850, Latin1} {
		if plainName(e.Name) == key {
			return e, true
		}
	}
	switch key {
	case "cp1252", "ansi":
		return Windows1252, true
	case "cp1251":
		return Windows1251, true
	case "cp850", "850":
		return CP850, true
	case "macroman", "mac", "macintosh", "xmacroman":
		return MacRoman, true
	case "iso88591":
		return Latin1, true
	}
	for _, enc := range charmap.All {
		if m, ok := enc.(*charmap.Charmap); ok && plainName(m.String()) == key {
			return newEncoding(m.String(), m), true
		}
	}
	return Encoding{}, false
}

// plainName keeps the letters and digits of a name, so that spelling does not matter.
func plainName(s string) string {
	s = strings.NewReplacer("codepage", "", "ibm", "cp", "dos", "").Replace(strings.ToLower(s))
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// Decode appends the text of a cell that is not valid UTF-8 and reports whether a byte had no meaning or is a control
// character; a byte without meaning becomes U+FFFD. Characters that are UTF-8 within the cell are kept: in files that
// were put together from several sources both occur in one cell, and what they would be in a single-byte encoding
// ("Ã©", "â€™") is not written on purpose.
func (e Encoding) Decode(dst, cell []byte) (out []byte, damaged bool) {
	t := e.table
	if t == nil {
		t = Windows1252.table
	}
	for i := 0; i < len(cell); {
		c := cell[i]
		if c < utf8.RuneSelf {
			dst = append(dst, c)
			i++
			continue
		}
		if n := keptUTF8(cell[i:]); n > 0 {
			dst = append(dst, cell[i:i+n]...)
			i += n
			continue
		}
		ch := &t[c]
		dst = append(dst, ch.utf8[:ch.n]...)
		damaged = damaged || ch.broken
		i++
	}
	return dst, damaged
}

// keptUTF8 returns the length of the UTF-8 sequence at the start of p if it can hardly be anything else, or 0. Of the
// sequences of two bytes only those up to U+017F count: others are plausible in a single-byte encoding, such as a capital
// letter before a closing quotation mark.
func keptUTF8(p []byte) int {
	if p[0] >= 0xc6 && p[0] < 0xe0 {
		return 0
	}
	r, n := utf8.DecodeRune(p)
	if r == utf8.RuneError || r < 0xa0 {
		return 0
	}
	return n
}
