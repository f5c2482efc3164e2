package phone

import "unicode"

// Script is the writing system of a letter.
type Script uint8

// The scripts that have a table here; every other script is Other.
const (
	None Script = iota // no letter: digits, marks, punctuation
	Latin
	Cyrillic
	Greek
	Armenian
	Georgian
	Arabic
	Hebrew
	Devanagari
	Bengali
	Gurmukhi
	Gujarati
	Hangul
	Han
	Kana
	Other
)

var scriptNames = [...]string{
	"none", "Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Arabic", "Hebrew",
	"Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Hangul", "Han", "Kana", "other",
}

func (s Script) String() string {
	if int(s) < len(scriptNames) {
		return scriptNames[s]
	}
	return "other"
}

// ScriptOf returns the script of a letter, and of the vowel signs that belong to one; None for everything else.
func ScriptOf(r rune) Script {
	switch {
	case r < 0x80:
		if 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return Latin
		}
		return None
	case r < 0x250:
		if unicode.IsLetter(r) {
			return Latin
		}
		return None
	case !unicode.IsLetter(r) && !unicode.IsMark(r):
		return None
	}
	for _, t := range scriptTables {
		if unicode.Is(t.table, r) {
			return t.script
		}
	}
	if unicode.IsLetter(r) {
		return Other
	}
	return None
}

var scriptTables = []struct {
	table  *unicode.RangeTable
	script Script
}{
	{unicode.Cyrillic, Cyrillic},
	{unicode.Arabic, Arabic},
	{unicode.Latin, Latin},
	{unicode.Georgian, Georgian},
	{unicode.Hebrew, Hebrew},
	{unicode.Armenian, Armenian},
	{unicode.Greek, Greek},
	{unicode.Han, Han},
	{unicode.Hangul, Hangul},
	{unicode.Devanagari, Devanagari},
	{unicode.Bengali, Bengali},
	{unicode.Gurmukhi, Gurmukhi},
	{unicode.Gujarati, Gujarati},
	{unicode.Hiragana, Kana},
	{unicode.Katakana, Kana},
}
