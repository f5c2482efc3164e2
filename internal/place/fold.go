package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters gives Latin letters that Unicode does not decompose their usual plain spelling.
var letters = strings.NewReplacer(
	"ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i", "ə", "a", "ŋ", "ng",
	"ħ", "h",
)

// fold brings a name into the form that is compared: lower case, no diacritics, and words separated by one space.
// Apostrophes and their like disappear, any other punctuation separates words. Letters of all scripts are kept.
func fold(name string) string {
	if plain(name) {
		return foldPlain(name)
	}
	return foldAny(name)
}

// foldAny folds names in any letters.
func foldAny(name string) string {
	// Some letters have a lower case only after decomposition (ϔ), some decompose only in lower case (İ).
	s := norm.NFKD.String(strings.ToLower(norm.NFKD.String(strings.ReplaceAll(name, "&", " and "))))
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Mn, r) || strings.ContainsRune("'`’‘ʻʼʿʾ´.", r):
			// No letter and no gap: Dar'a is Dara, U.S. is US. Marks of Indic scripts go too, on both sides alike.
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mc, r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		default:
			space = true
		}
	}
	return letters.Replace(b.String())
}

// plain reports whether a name is of ASCII alone, as most are, and without an ampersand.
func plain(name string) bool {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf || name[i] == '&' {
			return false
		}
	}
	return true
}

// foldPlain is fold for plain names, in a tenth of the time.
func foldPlain(name string) string {
	out := make([]byte, 0, len(name))
	space := false
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case c == '\'' || c == '`' || c == '.':
			continue
		default:
			space = true
			continue
		}
		if space && len(out) > 0 {
			out = append(out, ' ')
		}
		space = false
		out = append(out, c)
	}
	return string(out)
}

// join takes the spaces out: Deir ez Zor and Deir-ezZor are one.
func join(folded string) string { return strings.ReplaceAll(folded, " ", "") }
