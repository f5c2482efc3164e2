package container

import (
	"unicode"
	"unicode/utf8"
)

// guess collects evidence for the single-byte encoding of the bytes that are no UTF-8.
type guess struct {
	stray int // bytes that belong to no UTF-8 sequence
	multi int // UTF-8 sequences of several bytes
	score [len(candidates)]int
}

// enough bytes are weighed to tell encodings apart; the rest are only counted.
const enough = 20_000

// candidates in order of preference: the first wins where the evidence is equal.
var candidates = [...]Encoding{Windows1252, MacRoman, Windows1251, CP850}

// add looks at a stretch of a file. A stretch from the middle may begin and end within a character.
func (g *guess) add(p []byte, start bool) {
	i := 0
	if !start {
		for i < min(3, len(p)) && p[i]&0xc0 == 0x80 {
			i++
		}
	}
	for i < len(p) {
		if p[i] < utf8.RuneSelf {
			i++
			continue
		}
		if r, n := utf8.DecodeRune(p[i:]); r != utf8.RuneError || n > 1 {
			g.multi++
			i += n
			continue
		}
		if len(p)-i < utf8.UTFMax && !utf8.FullRune(p[i:]) {
			return
		}
		if g.stray++; g.stray > enough {
			i++
			continue
		}
		for k := range candidates {
			g.score[k] += weigh(candidates[k].table, p, i)
		}
		i++
	}
}

// best returns the candidate that fits best. Bytes that fit none well are damage rather than text, and windows-1252 shows
// most of that as such.
func (g *guess) best() Encoding {
	best := 0
	for k, s := range g.score {
		if s > g.score[best] && s >= min(g.stray, enough) {
			best = k
		}
	}
	return candidates[best]
}

// weigh says how well the byte at i, read by the table, fits its neighbours. Words are of one script and not mixed in
// case, apostrophes stand within words, quotation marks at their edges.
func weigh(t *[256]char, p []byte, i int) int {
	r := t[p[i]].r
	before, after := ' ', ' '
	if i > 0 {
		before = t[p[i-1]].r
	}
	if i+1 < len(p) {
		after = t[p[i+1]].r
	}
	switch {
	case t[p[i]].broken:
		return -8
	case unicode.Is(unicode.Cyrillic, r):
		return weighCyrillic(r, before, after)
	case unicode.IsLetter(r):
		return weighLatin(r, before, after)
	}
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	open := func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == '"' || r == '\'' || r == ',' || r == ';'
	}
	switch r {
	case '’':
		if unicode.Is(unicode.Latin, before) && unicode.Is(unicode.Latin, after) {
			return 4
		}
		if !open(before) && !word(after) {
			return 2
		}
	case '“', '‘', '«':
		if open(before) && (word(after) || after > 0x80) {
			return 3
		}
		return -1
	case '”', '»':
		if !open(before) && !word(after) {
			return 3
		}
		return -1
	case '–', '—', '…', '•', 0xa0, '€', '£', '°', '½', 'º', 'ª', '´', '¿', '¡', '·', '®', '™', '©':
		return 1
	}
	return -2
}

func weighLatin(r, before, after rune) int {
	pl, nl := unicode.IsLetter(before), unicode.IsLetter(after)
	score := -1
	switch r {
	case 'é', 'è', 'ê', 'ë', 'á', 'à', 'â', 'ã', 'å', 'ä', 'í', 'î', 'ï', 'ó', 'ô', 'õ', 'ö', 'ú', 'û', 'ü', 'ñ', 'ç', 'ø', 'æ', 'ß',
		'É', 'Á', 'Ó', 'Í', 'Ú', 'Ñ', 'Ç', 'Ö', 'Ü', 'Ä', 'Å', 'Ø':
		score = 2
	}
	if !pl && !nl {
		score -= 2
	}
	if unicode.IsUpper(r) && pl && unicode.IsLower(before) || unicode.IsLower(r) && pl && unicode.IsUpper(before) && nl && unicode.IsUpper(after) {
		score -= 5
	}
	for _, n := range [...]rune{before, after} {
		if n >= utf8.RuneSelf { // two accents side by side are rare
			score -= 2
		}
	}
	return score
}

func weighCyrillic(r, before, after rune) int {
	score := 0
	for _, n := range [...]rune{before, after} {
		switch {
		case unicode.Is(unicode.Cyrillic, n):
			score += 2
		case unicode.IsLetter(n):
			score -= 4
		}
	}
	switch r {
	case 'Ђ', 'Ѓ', 'Љ', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', 'ѓ', 'љ', 'њ', 'ќ', 'ћ', 'џ', 'Ў', 'ў', 'Ґ', 'ґ', 'Ѕ', 'ѕ':
		score -= 3
	}
	if unicode.IsUpper(r) {
		switch {
		case unicode.IsLower(before), unicode.IsUpper(before) && unicode.IsLower(after):
			score -= 4
		case before == '’':
			score -= 2
		}
	}
	return score
}
