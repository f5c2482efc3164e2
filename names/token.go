package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/phone"
)

// token is a run of letters, digits and marks of a name.
type token struct {
	raw    string // as written
	clean  string // phone.Clean of it
	script Script
	before rune // what stands between it and the token before: ' ', '-', ',' or 0 at the beginning
	in     rune // '(' inside brackets, '"' inside quotation marks
	dotted bool // a full stop follows: an abbreviation or an initial
}

const maxText = 1000 // bytes of a name that are read

// tokenise splits a text at everything that is not a letter, a digit or a mark within a word. Scripts that meet in one word are
// split as well: lists glue "Омар(Omar)".
func tokenise(text string) []token {
	if len(text) > maxText {
		text = text[:maxText]
		for len(text) > 0 && !utf8.ValidString(text[max(0, len(text)-4):]) && !utf8.RuneStart(text[len(text)-1]) {
			text = text[:len(text)-1]
		}
	}
	text = strings.ToValidUTF8(text, " ")
	var out []token
	var before, in rune
	start, script := -1, phone.None
	flush := func(end int) {
		if start < 0 {
			return
		}
		raw := text[start:end]
		start = -1
		if c := phone.Clean(raw); c != "" {
			out = append(out, token{raw: raw, clean: c, script: script, before: before, in: in})
			before = 0
		}
		script = phone.None
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			s := phone.ScriptOf(r)
			if script == phone.Cyrillic && strings.ContainsRune("Il1", r) {
				s = phone.Cyrillic // the palochka of Caucasian languages, as keyboards have it
			}
			if start >= 0 && s != phone.None && script != phone.None && s != script {
				flush(i)
				before = ' '
			}
			if start < 0 {
				start = i
			}
			if s != phone.None {
				script = s
			}
			continue
		case start >= 0 && (unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r) || mark(r) || r == 'ـ'):
			continue // within a word: an apostrophe, a vowel sign, a zero-width joiner
		}
		had := start >= 0
		flush(i)
		if r == '.' && had && len(out) > 0 {
			out[len(out)-1].dotted = true
		}
		switch {
		case r == '(' || r == '[' || r == '（':
			in = '('
		case (r == ')' || r == ']' || r == '）') && in == '(':
			in = 0
		case quote(r):
			if in == '"' {
				in = 0
			} else if in == 0 {
				in = '"'
			}
		}
		if len(out) > 0 {
			before = stronger(before, r)
		}
	}
	flush(len(text))
	return out
}

// stronger is the separator that says more: a comma more than a hyphen, a hyphen more than a space only if nothing else stands there.
func stronger(a, r rune) rune {
	switch {
	case r == ',' || r == '،' || a == ',':
		return ','
	case unicode.Is(unicode.Pd, r) && (a == 0 || a == '-'):
		return '-'
	}
	return ' '
}

// mark reports apostrophe-like marks, which stand within words as letters (ain, soft sign, okina) or as nothing.
func mark(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '′', 'ʹ', 'ʺ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', '|':
		return true
	}
	return false
}

func quote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»':
		return true
	}
	return false
}
