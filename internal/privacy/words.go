package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word of a text: what it is compared by, and where it stands.
type token struct {
	text       string
	start, end int  // bytes
	dense      bool // of a script that puts no spaces between words; each character is a token
}

// tokens takes a text apart into words: letters, digits and their marks. Apostrophes within a word belong to it, but for the
// "'s" of English; characters that are not seen are skipped.
func tokens(s string) []token {
	var out []token
	var word []rune
	start, end := -1, 0
	flush := func() {
		if start >= 0 {
			if w := fold(word); w != "" {
				out = append(out, token{text: w, start: start, end: end})
			}
		}
		word, start = word[:0], -1
	}
	for i, r := range s {
		size := utf8.RuneLen(r)
		if size < 0 {
			size = 1 // a byte that is no UTF-8
		}
		switch {
		case r >= 0x0e00 && unicode.In(r, unspaced...): // none of them begins before Thai
			flush()
			out = append(out, token{text: string(r), start: i, end: i + size, dense: true})
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && start >= 0:
			if start < 0 {
				start = i
			}
			word = append(word, r)
			end = i + size
		case start >= 0 && (unicode.Is(unicode.Cf, r) || isApostrophe(r) && continues(s[i+size:])):
		default:
			flush()
		}
	}
	flush()
	return out
}

// unspaced are the scripts that are written without spaces between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼʿʾ`´", r) }

// continues reports whether a word goes on after an apostrophe: what follows is a letter, but not the s of a genitive.
func continues(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(r) {
		return false
	}
	if r != 's' && r != 'S' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return unicode.IsLetter(next)
}

// arabicForms joins letters that are written in several ways.
var arabicForms = strings.NewReplacer("ى", "ي", "ة", "ه", "ـ", "", "ک", "ك", "ی", "ي")

// fold is a word without case, accents, vowel points and the case endings of Cyrillic names.
func fold(word []rune) string {
	if !slices.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return strings.ToLower(string(word))
	}
	var b strings.Builder
	cyrillic := false
	for _, r := range norm.NFKD.String(strings.ToLower(string(word))) {
		if unicode.IsMark(r) {
			continue
		}
		cyrillic = cyrillic || unicode.Is(unicode.Cyrillic, r)
		b.WriteRune(r)
	}
	s := arabicForms.Replace(b.String())
	if cyrillic {
		return nominative(s)
	}
	return s
}

// endings are what Slavic cases add to a name, longest first. Both sides of a comparison lose them.
var endings = []string{"ого", "ому", "ыми", "ым", "ом", "ем", "ой", "ои", "а", "у", "е", "ы", "и", "я", "ю", "ь", "о"}

func nominative(s string) string {
	const stem = 4 // characters that must remain
	for _, e := range endings {
		if t, ok := strings.CutSuffix(s, e); ok && utf8.RuneCountInString(t) >= stem {
			return t
		}
	}
	return s
}

// folded is a whole text as it is compared.
func folded(s string) string {
	var words []string
	for _, t := range tokens(s) {
		words = append(words, t.text)
	}
	return strings.Join(words, " ")
}

// joins reports whether what stands between two words of a text may stand between two words of one name.
func joins(between string, comma, dense bool) bool {
	if between == "" {
		return dense
	}
	n := 0
	for _, r := range between {
		n++
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), unicode.Is(unicode.Cf, r), isApostrophe(r), strings.ContainsRune("_.·・‧•\"“”„«»", r):
		case r == ',' && comma:
		default:
			return false
		}
	}
	return n <= 4
}

func digits(s string) bool {
	return !slices.ContainsFunc([]rune(s), func(r rune) bool { return !unicode.IsDigit(r) })
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[folded(w)] = true
	}
	return out
}

var (
	// particles join the parts of a name and say nothing alone.
	particles = set(`abu abou abo aboo abi al el as ash ad at an az ar ul ud ibn ben bin bint umm um oum oglu ogly qizi kyzy
		de da di du del della der den van von la le the of and y e
		абу аль эль аш ад ибн бин бен умм оглы кызы ابو أبو ابي ابن بن بنت ام أم آل ال`)
	// ordinary words stand in columns of names, but are none.
	ordinary = set(`as above below same see unknown none not no other others various unnamed unidentified anonymous also known alias
		aka kunya nisba person man woman individual member leader commander chief head emir amir sheikh shaykh sheik imam mullah
		mufti haji hajji doctor dr engineer teacher judge colonel general captain major brother sister father son daughter
		mr mrs ms sir islam muslim state group latin cyrillic arabic russian english script spelling transliteration variant
		former deputy in`)
)
