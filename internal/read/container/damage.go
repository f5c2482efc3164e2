package container

import "encoding/binary"

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// Damage reports whether valid UTF-8 text carries traces of a wrong decoding: the replacement character U+FFFD, control
// characters other than tab and line breaks (C0, DEL, C1), and the pairs that appear when UTF-8 was read as windows-1252,
// Mac OS Roman or a DOS code page and saved again ("Ã©", "â€™", "√©", "├®").
func Damage(s []byte) bool {
	for len(s) >= 8 {
		w := binary.LittleEndian.Uint64(s)
		// A byte is plain if it is 0x20..0x7e: adding 1 must not reach 0x80, taking 0x20 must not borrow.
		if (w|(w+ones)|(w-0x20*ones))&highs == 0 {
			s = s[8:]
			continue
		}
		n := 0
		for n < 8 {
			k, bad := trace(s[n:])
			if bad {
				return true
			}
			n += k
		}
		s = s[min(n, len(s)):]
	}
	for len(s) > 0 {
		k, bad := trace(s)
		if bad {
			return true
		}
		s = s[min(k, len(s)):]
	}
	return false
}

// trace looks at the first character of s and returns its length.
func trace(s []byte) (int, bool) {
	c := s[0]
	switch {
	case c < 0x20:
		return 1, c != '\t' && c != '\n' && c != '\r'
	case c < 0x7f:
		return 1, false
	case c == 0x7f:
		return 1, true
	case c < 0xe0:
		if len(s) < 2 {
			return 1, false
		}
		return 2, c == 0xc2 && s[1] < 0xa0 || c == 0xc3 && trace2(s)
	case c < 0xf0:
		if len(s) < 3 {
			return 1, false
		}
		return 3, trace3(s)
	}
	return min(4, len(s)), false
}

// trace2 knows the sequences that begin with a character of two bytes, of which the first is 0xC3.
func trace2(s []byte) bool {
	switch s[1] {
	case 0x82, 0x83: // Â Ã
		return continues(s[2:])
	case 0xa2: // â€
		return len(s) > 4 && s[2] == 0xe2 && s[3] == 0x82 && s[4] == 0xac
	}
	return false
}

// continues reports whether the text after "Ã" or "Â" is what a byte 0x80-0xBF shows as in windows-1252.
func continues(s []byte) bool {
	if len(s) < 2 {
		return false
	}
	switch s[0] {
	case 0xc2: // U+0080-U+00BF
		return true
	case 0xc5: // Š Œ Ž š œ ž Ÿ
		return s[1] == 0xa0 || s[1] == 0x92 || s[1] == 0xbd || s[1] == 0xa1 || s[1] == 0x93 || s[1] == 0xbe || s[1] == 0xb8
	case 0xc6: // ƒ
		return s[1] == 0x92
	case 0xcb: // ˆ ˜
		return s[1] == 0x86 || s[1] == 0x9c
	case 0xe2:
		if len(s) < 3 {
			return false
		}
		if s[1] == 0x82 && s[2] == 0xac || s[1] == 0x84 && s[2] == 0xa2 { // € ™
			return true
		}
		// Quotes, dashes and dots may follow a capital at the end of a word, but not in the middle of one.
		return s[1] == 0x80 && len(s) > 3 && (s[3]|0x20 >= 'a' && s[3]|0x20 <= 'z')
	}
	return false
}

// trace3 knows the sequences of three bytes.
func trace3(s []byte) bool {
	next := func(i int) byte {
		if i < len(s) {
			return s[i]
		}
		return 0
	}
	switch {
	case s[0] == 0xef && s[1] == 0xbf && s[2] >= 0xbd: // U+FFFD, U+FFFE, U+FFFF
		return true
	case s[0] == 0xe2 && s[1] == 0x88 && s[2] == 0x9a: // √ as Mac OS Roman shows 0xC3
		return next(3) >= 0xc2
	case s[0] == 0xe2 && s[1] == 0x80 && s[2] == 0x9a: // ‚Ä as Mac OS Roman shows 0xE2 0x80
		return next(3) == 0xc3 && next(4) == 0x84
	case s[0] == 0xe2 && s[1] == 0x94 && (s[2] == 0x9c || s[2] == 0xac): // ├ ┬ as DOS shows 0xC3 0xC2
		return next(3) >= 0xc2 && !(next(3) == 0xe2 && next(4) == 0x94 && next(5) == 0x80) // ├─ is a drawn line
	}
	return false
}
