package concept

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxWords bounds the words of one form.
const maxWords = 8

// Found is a concept found at the beginning of a sequence of words.
type Found struct {
	ID    ID
	Also  ID   // another concept of the same words, 0 for none: firqa is a group or a division
	Words int  // that it takes up
	Typed bool // one letter was missing, wrong or too many
}

// Longest finds the concept of the longest form with which a sequence of folded words begins; stop words within the sequence must have been left
// out. capitals are the same words as written where they are abbreviations in capitals, "" for others. accept can refuse
// a concept of that many words.
func Longest(words, capitals []string, accept func(ID, int) bool) (Found, bool) {
	x := shared()
	n := 1
	if len(words) > 0 {
		n = max(n, x.longest[words[0]])
		if s := sound(words[0]); s != "" {
			n = max(n, x.longest[soundMark+s])
		}
	}
	for n = min(n, len(words), maxWords); n > 0; n-- {
		if id := x.find(words[:n], capitals[:n], accept); id != 0 {
			return Found{ID: id, Also: x.other(words[:n], id), Words: n}, true
		}
	}
	if len(words) > 0 {
		if id := x.misspelt(words[0]); id != 0 && accept(id, 1) {
			return Found{ID: id, Words: 1, Typed: true}, true
		}
	}
	return Found{}, false
}

// other is a second concept of the class of id with that very spelling.
func (x *lexicon) other(words []string, id ID) ID {
	for _, o := range x.exact[strings.Join(words, " ")] {
		if o != id && x.entries[o].Class == x.entries[id].Class {
			return o
		}
	}
	return 0
}

func (x *lexicon) find(words, capitals []string, accept func(ID, int) bool) ID {
	n := len(words)
	key := words[0]
	if n > 1 {
		key = strings.Join(words, " ")
	}
	if id := x.abbr[key]; id != 0 && !slices.Contains(capitals, "") && accept(id, n) {
		return id
	}
	for _, id := range x.exact[key] {
		if accept(id, n) {
			return id
		}
	}
	if id := x.stem(key); id != 0 && accept(id, n) {
		return id
	}
	s := ""
	if n == 1 {
		s = sound(key)
	} else {
		s = soundOf(words)
	}
	if len(s) >= leastSound {
		for _, id := range x.sounds[s] {
			if accept(id, n) {
				return id
			}
		}
	}
	if n > 1 {
		return 0
	}
	if one, ok := strings.CutSuffix(key, "s"); ok && len(one) > 3 {
		for _, id := range x.exact[one] {
			if c := x.entries[id].Class; (c == Word || c == Place) && accept(id, 1) {
				return id
			}
		}
	}
	for _, prefix := range [...]string{"و", "ب", "ل"} { // and, in, for: written in one with the next word
		if rest, ok := strings.CutPrefix(key, prefix); ok && utf8.RuneCountInString(rest) >= 3 {
			for _, id := range x.exact[rest] {
				if x.entries[id].Class != Stop && accept(id, 1) {
					return id
				}
			}
		}
	}
	return x.glued(key, accept)
}

// stem looks a word up without up to four letters of inflection, fewer than the stem has: Gazprom is no form of gas. Latin stems of up
// to four letters have no inflection, for they begin too many other words.
func (x *lexicon) stem(key string) ID {
	for cut := 0; cut <= 4; cut++ {
		if id := x.stems[key]; id != 0 && (cut == 0 || cut < utf8.RuneCountInString(key) && (len(key) > 4 || !isLatin(key))) {
			return id
		}
		_, size := utf8.DecodeLastRuneInString(key)
		if key = key[:len(key)-size]; len(key) < 3 || strings.HasSuffix(key, " ") {
			return 0
		}
	}
	return 0
}

// glued looks a romanised word up without an Arabic article in front of it or the beginning of the next one behind it:
// Almuhajirin, Ansarul, Jamaatud. A final -i makes an adjective of a place; of other words it makes family names.
func (x *lexicon) glued(key string, accept func(ID, int) bool) ID {
	try := func(w string, places bool) ID {
		s := sound(w)
		if len(s) < leastSound {
			return 0
		}
		for _, id := range x.sounds[s] {
			if (!places || x.entries[id].Class == Place) && accept(id, 1) {
				return id
			}
		}
		return 0
	}
	for _, prefix := range [...]string{"al", "el", "wal"} {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			if id := try(rest, false); id != 0 {
				return id
			}
		}
	}
	for _, suffix := range [...]string{"ul", "al", "il", "us", "is", "ud", "ur", "ush", "ut", "u", "i"} {
		if rest, ok := strings.CutSuffix(key, suffix); ok {
			if id := try(rest, suffix == "i"); id != 0 {
				return id
			}
		}
	}
	return 0
}

// misspelt finds the long Latin form that differs in one letter.
func (x *lexicon) misspelt(key string) ID {
	if len(key) < longForm-1 || len(key) > longestForm || !isLatin(key) {
		return 0
	}
	check := func(form string) ID {
		if form == "" || !oneLetter(key, form) {
			return 0
		}
		return x.exact[form][0]
	}
	if id := check(x.deletes[key]); id != 0 {
		return id
	}
	if len(key) < longForm {
		return 0
	}
	for i := range key {
		d := key[:i] + key[i+1:]
		if ids := x.exact[d]; len(d) >= longForm && len(ids) > 0 && x.entries[ids[0]].Class != Place {
			return ids[0]
		}
		if id := check(x.deletes[d]); id != 0 {
			return id
		}
	}
	return 0
}

// oneLetter reports whether two words differ in one letter: one too many, one missing or, in words of nine letters and more, one
// instead of another.
func oneLetter(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	a, b = a[i:], b[i:]
	switch {
	case len(a) == len(b)+1:
		return a[1:] == b
	case len(b) == len(a)+1:
		return b[1:] == a
	case len(a) == len(b) && len(a) > 0 && i+len(a) > longForm:
		return a[1:] == b[1:]
	}
	return false
}

// IsStop reports whether a folded word tells nothing: an article, a preposition.
func IsStop(w string) bool { return shared().stop(w) }

// Number reads a number in words, or one word of it, from the beginning of a sequence of folded words: its value and the number of words.
// ok is false where the sequence begins with none.
func Number(words []string) (value, n int, ok bool) {
	x := shared()
	total, last := 0, 0
	for n < len(words) && n < maxWords {
		v, used := x.number(words[n:])
		if used == 0 {
			break
		}
		switch {
		case !ok:
			total, last = v, v
		case v >= 100 && last < v && total > 0 && total < v: // two hundred
			total, last = total*v, v
		case last >= 20 && v < 10 || last >= 100 && v < last: // forty four, hundred five
			total, last = total+v, v
		default:
			return total, n, true
		}
		ok = true
		n += used
	}
	return total, n, ok
}

func (x *lexicon) number(words []string) (value, n int) {
	for n = min(3, len(words)); n > 1; n-- {
		if v, ok := x.numbers[strings.Join(words[:n], " ")]; ok {
			return v, n
		}
	}
	w := words[0]
	if v, ok := digits(w); ok {
		return v, 1
	}
	if v, ok := x.numbers[w]; ok {
		return v, 1
	}
	return 0, 0
}

// digits reads 44, 44th, 3rd, in the digits of any script up to a million.
func digits(w string) (int, bool) {
	v, i := 0, 0
	for _, r := range w {
		d := digit(r)
		if d < 0 {
			break
		}
		if v = v*10 + d; v > 9_999_999 {
			return 0, false
		}
		i += utf8.RuneLen(r)
	}
	if i == 0 {
		return 0, false
	}
	switch w[i:] {
	case "", "st", "nd", "rd", "th", "er", "e", "eme", "ieme", "й", "я", "ый", "ая", "го", "ой", "и":
		return v, true
	}
	return 0, false
}

func digit(r rune) int {
	for _, zero := range [...]rune{'0', '٠', '۰', '०'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

// Known reports whether a folded word is a form or an abbreviation of some concept as it stands.
func Known(w string) bool {
	x := shared()
	return len(x.exact[w]) > 0 || x.abbr[w] != 0
}

// IsForm reports whether a folded word is a legal form.
func IsForm(w string) bool {
	x := shared()
	for _, id := range x.exact[w] {
		if x.entries[id].Class == Form {
			return true
		}
	}
	return false
}

// Inside reports whether a place lies within another, directly or by way of a third.
func Inside(part, whole ID) bool {
	x := shared()
	for depth := 0; part != 0 && int(part) < len(x.entries) && depth < 4; depth++ {
		if part = x.entries[part].Within; part == whole && whole != 0 {
			return true
		}
	}
	return false
}
