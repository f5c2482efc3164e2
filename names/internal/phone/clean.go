package phone

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean prepares a name, or a token of one, for [Readings]: compatibility forms are unfolded (NFKC), letters are in lower case,
// apostrophe-like marks, tatweel, zero-width and direction marks, Hebrew points and Arabic vowel signs are dropped (shadda stays),
// Arabic presentation forms become letters and are put into reading order if a scan left them in visual order, and what was typed
// for the palochka beside Cyrillic letters (Ӏ, I, l, 1, |) becomes ӏ. Diacritics of Latin letters stay. Bytes that are not UTF-8
// become U+FFFD.
func Clean(s string) string {
	if clean(s) {
		return s
	}
	rs := []rune(s)
	rs = reorder(rs)
	rs = keep(rs, false)
	rs = []rune(norm.NFKC.String(string(rs)))
	for i, r := range rs {
		rs[i] = lower(r)
	}
	rs = keep(rs, true)
	palochka(rs)
	return string(rs)
}

func clean(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' || c == '\'' || c == '`' {
			return false
		}
	}
	return true
}

func lower(r rune) rune {
	r = unicode.ToLower(r)
	if 0x2D00 <= r && r <= 0x2D25 { // Georgian church letters have the order of the modern alphabet
		r += 0x10D0 - 0x2D00
	}
	return r
}

// keep drops what has no sound. An apostrophe is dropped everywhere but after the Hebrew letters that it changes (geresh).
// Combining marks that belong to no composed letter are dropped only after NFKC (composed).
func keep(rs []rune, composed bool) []rune {
	out := rs[:0]
	for _, r := range rs {
		if apostrophe(r) {
			if len(out) > 0 && strings.ContainsRune("גזצץת", out[len(out)-1]) {
				out = append(out, '׳')
			}
			continue
		}
		if dropped(r) || composed && 0x300 <= r && r <= 0x36F {
			continue
		}
		out = append(out, r)
	}
	return out
}

// apostrophe lists the marks of names.md section 4: apostrophes, primes, half rings and turned commas.
func apostrophe(r rune) bool {
	switch r {
	case '\'', '`', 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xFF07, 0xA78B, 0xA78C, 0x055A, 0x05F3, 0x02C8, 0x02CA, 0x02CB:
		return true
	}
	return 0x2B9 <= r && r <= 0x2BF
}

func dropped(r rune) bool {
	switch {
	case r < 0x300:
		return r == 0xAD
	case 0x483 <= r && r <= 0x489, 0x591 <= r && r <= 0x5BD, r == 0x5BF, r == 0x5C1, r == 0x5C2, r == 0x5C4, r == 0x5C5, r == 0x5C7:
		return true
	case r == 0x640, 0x610 <= r && r <= 0x61A, r == 0x61C, r == 0x670, 0x6D6 <= r && r <= 0x6DC, 0x6DF <= r && r <= 0x6E8, 0x6EA <= r && r <= 0x6ED:
		return true
	case 0x64B <= r && r <= 0x652:
		return r != 0x651
	case 0x656 <= r && r <= 0x65F:
		return true
	case 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F, r == 0xFEFF, 0xFE00 <= r && r <= 0xFE0F:
		return true
	case 0x1AB0 <= r && r <= 0x1AFF, 0x1DC0 <= r && r <= 0x1DFF, 0x20D0 <= r && r <= 0x20FF, 0xE0000 <= r && r <= 0xE01EF:
		return true
	}
	return false
}

// palochka normalises what is typed for it. A Latin i stands for it after the letters that it changes and beside vowels; elsewhere
// it is the Ukrainian і. The two passes let letters that stand side by side follow each other.
func palochka(rs []rune) {
	for i := len(rs) - 1; i >= 0; i-- {
		rs[i] = palochkaAt(rs, i)
	}
	for i := range rs {
		rs[i] = palochkaAt(rs, i)
	}
}

func palochkaAt(rs []rune, i int) rune {
	r := rs[i]
	if r != 'i' && r != 'l' && r != '1' && r != '|' {
		return r
	}
	var before, after rune
	if i > 0 {
		before = rs[i-1]
	}
	if i+1 < len(rs) {
		after = rs[i+1]
	}
	switch {
	case ScriptOf(before) != Cyrillic && ScriptOf(after) != Cyrillic:
		return r
	case r == 'i' && !strings.ContainsRune("гктпцчх", before) && !strings.ContainsRune("аеиоуюяэё", after):
		return 'і'
	case (r == '1' || r == '|') && (unicode.IsDigit(before) || unicode.IsDigit(after)):
		return r
	}
	return 'ӏ'
}

// reorder puts runs of Arabic presentation forms that stand in visual order (the word begins with a final form and ends with an
// initial one) into reading order.
func reorder(rs []rune) []rune {
	for i := 0; i < len(rs); i++ {
		if form(rs[i]) == 0 {
			continue
		}
		j := i
		for j < len(rs) && (form(rs[j]) != 0 || rs[j] == 0x640) {
			j++
		}
		for j > i && rs[j-1] == 0x640 {
			j--
		}
		first, last := form(rs[i]), form(rs[j-1])
		if joinsBefore(first) && !joinsBefore(last) || joinsAfter(last) && !joinsAfter(first) {
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				rs[a], rs[b] = rs[b], rs[a]
			}
		}
		i = j
	}
	return rs
}

func joinsBefore(f byte) bool { return f == 'f' || f == 'm' }
func joinsAfter(f byte) bool  { return f == 'i' || f == 'm' }

// form returns the shape of an Arabic presentation form of block B (Unicode chart FE70-FEFF): isolated, final, initial, medial; 0
// for other runes.
func form(r rune) byte {
	const four = "sfim"
	switch {
	case r < 0xFE80 || r > 0xFEFC:
		return 0
	case r == 0xFE80:
		return 's'
	case r <= 0xFE88, r >= 0xFEF5:
		if (r-0xFE81)%2 == 0 {
			return 's'
		}
		return 'f'
	case r <= 0xFE8C:
		return four[(r-0xFE89)%4]
	case r <= 0xFE8E:
		return "sf"[r-0xFE8D]
	case r <= 0xFE92:
		return four[(r-0xFE8F)%4]
	case r <= 0xFE94:
		return "sf"[r-0xFE93]
	case r <= 0xFEA8:
		return four[(r-0xFE95)%4]
	case r <= 0xFEB0:
		return "sf"[(r-0xFEA9)%2]
	case r <= 0xFEEC:
		return four[(r-0xFEB1)%4]
	case r <= 0xFEF0:
		return "sf"[(r-0xFEED)%2]
	}
	return four[(r-0xFEF1)%4]
}
