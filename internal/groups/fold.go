package groups

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a label to the form in which labels are compared: lower case without diacritics, apostrophes dropped, every
// other run of punctuation and spaces one space.
func Fold(label string) string {
	var b strings.Builder
	b.Grow(len(label))
	gap := false
	for _, r := range norm.NFKD.String(label) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r) || isApostrophe(r):
		default:
			gap = true
		}
	}
	return b.String()
}

// isApostrophe reports the marks that stand for ayn, hamza or an apostrophe, which transliterations set or omit at will.
func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘`´ʿʾʼʻ", r) }
