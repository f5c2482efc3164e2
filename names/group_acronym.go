package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialsOf reports whether the letters of an abbreviation are initials of the words, in order: each letter begins a word or, after
// the first, may be a further letter of the word before (AMIG from "Ammunition and Metallurgy Industries Group" needs
// none, KNIC neither, JAMBS and MODLEX do).
func initialsOf(words []word, short string) bool {
	letters := []rune(strings.ToLower(short))
	words = words[:min(len(words), maxGroupParts)]
	var match func(l, w int) bool
	budget := 2_000 // of steps: words repeat letters
	match = func(l, w int) bool {
		if budget--; budget < 0 {
			return false
		}
		if l == len(letters) {
			return true
		}
		for ; w < len(words); w++ {
			word := []rune(words[w].fold)
			for k := 0; k < len(word) && l+k < len(letters) && k < 3; k++ {
				if word[k] != letters[l+k] {
					break
				}
				if match(l+k+1, w+1) {
					return true
				}
			}
		}
		return false
	}
	return match(0, 0)
}

// firstLetters reports whether the letters of an abbreviation are the first letters of all words, or of all that tell something.
func firstLetters(words []word, short string) bool {
	for _, stops := range [...]bool{true, false} {
		rest := []rune(strings.ToLower(short))
		for i := range words {
			if words[i].stop && !stops {
				continue
			}
			r, _ := utf8.DecodeRuneInString(words[i].fold)
			if len(rest) == 0 || rest[0] != r {
				rest = append(rest, 0)
				break
			}
			rest = rest[1:]
		}
		if len(rest) == 0 {
			return true
		}
	}
	return false
}

// acronym notes that the whole name is an abbreviation: one word in capitals besides a legal form.
func (b *groupBuilder) acronym() {
	if b.n.Acronym != "" || b.telling != 1 {
		return
	}
	for i := range b.n.Parts {
		p := &b.n.Parts[i]
		if p.Role == Particle || p.Role == Form {
			continue
		}
		if n := utf8.RuneCountInString(p.Text); p.Role == Unknown && n >= 2 && n <= 8 && isUpper(p.Text) {
			b.n.Acronym = strings.ToLower(p.Text)
		}
	}
}

// single reports whether a name is an abbreviation and nothing else but a legal form.
func (n *Name) single() bool {
	if n.Acronym == "" {
		return false
	}
	telling := 0
	for i := range n.Parts {
		switch n.Parts[i].Role {
		case Particle, Form:
		default:
			telling++
		}
	}
	return telling == 1 && strings.EqualFold(n.lone(), n.Acronym)
}

// lone is the text of the first part that tells something.
func (n *Name) lone() string {
	for i := range n.Parts {
		if r := n.Parts[i].Role; r != Particle && r != Form {
			return n.Parts[i].Text
		}
	}
	return ""
}

// spells reports whether an abbreviation is made of the initials of a name: of all words that tell something, or of all words, or of all
// but legal forms at the end. Letters are compared within one script, Arabic articles left out. It does not allocate.
func (n *Name) spells(short string) bool {
	return n.initialsAre(short, true, true) || n.initialsAre(short, false, true) || n.initialsAre(short, true, false) || n.initialsAre(short, false, false)
}

func (n *Name) initialsAre(short string, particles, forms bool) bool {
	rest := short
	count := 0
	for i := range n.Parts {
		p := &n.Parts[i]
		if p.Role == Particle && (!particles || articles[p.Clean]) || p.Role == Form && !forms {
			continue
		}
		inWord := false
		for _, r := range p.Text {
			letter := unicode.IsLetter(r) || unicode.IsDigit(r)
			if letter && !inWord {
				want, size := utf8.DecodeRuneInString(rest)
				if size == 0 || unicode.ToLower(r) != want {
					return false
				}
				rest = rest[size:]
				count++
			}
			inWord = letter || inWord && (r == '\'' || r == '’')
		}
	}
	return rest == "" && count >= 2
}

var articles = map[string]bool{
	"al": true, "el": true, "as": true, "ash": true, "an": true, "ar": true, "az": true, "at": true, "ad": true, "ul": true, "the": true,
}
