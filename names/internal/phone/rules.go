package phone

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A rule reads one grapheme. Its text is one line: the grapheme, conditions, "=", the symbols, and after each "|" the symbols of
// another reading. Conditions: ^ at the start of the token, $ at its end, <abc after one of these letters, >abc before one of them
// (V stands for all vowels of the script, C for its other letters), 3+ at least three letters come before. The longest grapheme
// whose conditions hold is read, and among rules of one grapheme that with the most conditions, then the first.
type rule struct {
	text           string
	initial, final bool
	after, before  string
	atLeast        int
	out            [][]Phone
}

func (r *rule) conditions() (n int) {
	for _, c := range []bool{r.initial, r.final, r.after != "", r.before != "", r.atLeast > 0} {
		if c {
			n++
		}
	}
	return n
}

type ruleSet struct {
	kind   int
	vowels string
	first  map[rune][]rule // by first letter, longest grapheme first
	like   map[rune]rune   // letters of other scripts that look like one of this
}

// parseRules compiles a rule text; line comments begin with #. The texts are constants, so a mistake in one is found by any test.
func parseRules(kind int, vowels, like, text string) *ruleSet {
	set := &ruleSet{kind: kind, vowels: vowels, first: map[rune][]rule{}, like: map[rune]rune{}}
	pair := []rune(like)
	for i := 0; i+1 < len(pair); i += 2 {
		set.like[pair[i]] = pair[i+1]
	}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		left, right, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		var out [][]Phone
		for reading := range strings.SplitSeq(right, "|") {
			var ps []Phone
			for _, name := range strings.Fields(reading) {
				p, ok := phones[kind][name]
				if !ok {
					panic("phone: rule names no symbol: " + line)
				}
				ps = append(ps, p)
			}
			out = append(out, ps)
		}
		var graphemes []string
		var r rule
		for _, f := range strings.Fields(left) {
			switch {
			case f == "^":
				r.initial = true
			case f == "$":
				r.final = true
			case f[0] == '<':
				r.after = f[1:]
			case f[0] == '>':
				r.before = f[1:]
			case strings.HasSuffix(f, "+"):
				r.atLeast = int(f[0] - '0')
			default:
				graphemes = append(graphemes, f)
			}
		}
		r.out = out
		for _, g := range graphemes {
			r.text = g
			c, _ := utf8.DecodeRuneInString(g)
			set.first[c] = append(set.first[c], r)
		}
	}
	for _, rs := range set.first {
		slices.SortStableFunc(rs, func(a, b rule) int {
			return cmp.Or(len(b.text)-len(a.text), b.conditions()-a.conditions())
		})
	}
	return set
}

func (s *ruleSet) read(token string, nth int) (out Reading, more bool) {
	out.Abjad = s.kind == abjad
	var before rune
	count := 0
	for i := 0; i < len(token) && !out.Cut(); {
		c, size := utf8.DecodeRuneInString(token[i:])
		r := s.match(token, i, c, before, count)
		if r == nil {
			if l, ok := s.like[c]; ok {
				if r = s.match(string(l), 0, l, before, count); r != nil {
					out.pushAll(r.out[0])
				}
			} else if p, ok := foreign(s.kind, c); ok {
				out.pushAll(p)
			} else if ScriptOf(c) != None {
				out.push(Phone(s.kind<<6 | unknownIndex))
			}
			before, i, count = c, i+size, count+1
			continue
		}
		more = more || len(r.out) > nth+1
		out.pushAll(r.out[min(nth, len(r.out)-1)])
		i += len(r.text)
		before, _ = utf8.DecodeLastRuneInString(r.text)
		count += utf8.RuneCountInString(r.text)
	}
	return out, more
}

func (r *Reading) pushAll(ps []Phone) {
	for _, p := range ps {
		r.push(p)
	}
}

func (s *ruleSet) match(token string, i int, c, before rune, count int) *rule {
	rs := s.first[c]
	for k := range rs {
		r := &rs[k]
		if !strings.HasPrefix(token[i:], r.text) || r.initial && i > 0 || r.final && i+len(r.text) < len(token) || count < r.atLeast {
			continue
		}
		if r.after != "" && !s.in(r.after, before) {
			continue
		}
		if r.before != "" {
			if next, _ := runeAt(token, i+len(r.text)); !s.in(r.before, next) {
				continue
			}
		}
		return r
	}
	return nil
}

func (s *ruleSet) in(set string, c rune) bool {
	if c == 0 {
		return false
	}
	for _, m := range set {
		switch {
		case m == c, m == 'V' && strings.ContainsRune(s.vowels, c):
			return true
		case m == 'C' && !strings.ContainsRune(s.vowels, c):
			return true
		}
	}
	return false
}

// foreign reads a letter of another script if that script has symbols of the same alphabet.
func foreign(kind int, c rune) ([]Phone, bool) {
	other := ruleSets[ScriptOf(c)]
	if other == nil || other.kind != kind {
		return nil, false
	}
	for _, r := range other.first[c] {
		if utf8.RuneCountInString(r.text) == 1 {
			return r.out[0], true
		}
	}
	return nil, false
}

var ruleSets [Other + 1]*ruleSet

func loadRules() {
	ruleSets[Latin] = parseRules(latin, latinVowels, latinLike, latinRules)
	ruleSets[Cyrillic] = parseRules(plain, cyrillicVowels, cyrillicLike, cyrillicRules)
	ruleSets[Arabic] = parseRules(abjad, "اويىآأإ", "", arabicRules)
	ruleSets[Hebrew] = parseRules(abjad, "אויה", "", hebrewRules)
	ruleSets[Georgian] = parseRules(plain, "აეიოუ", "", georgianRules)
	ruleSets[Armenian] = parseRules(plain, "աեէըիոօւու", "", armenianRules)
	ruleSets[Greek] = parseRules(plain, "αεηιουωάέήίόύώϊϋΐΰ", "", greekRules)
	ruleSets[Hangul] = parseRules(plain, "", "", hangulRules)
	for script, block := range map[Script]rune{Devanagari: devanagariBlock, Bengali: bengaliBlock, Gurmukhi: gurmukhiBlock, Gujarati: gujaratiBlock} {
		vowels, text := indicRules(block)
		ruleSets[script] = parseRules(plain, vowels, "", text)
	}
}
