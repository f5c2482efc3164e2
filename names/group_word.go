package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/concept"
	"github.com/assaydata/assay/names/internal/phone"
)

// word is a word of a group's name on the way to becoming a part, or some of one.
type word struct {
	raw      string
	fold     string // concept.Fold of it
	capitals string // raw where it is an abbreviation in capitals, else ""
	script   Script
	bracket  bool // stands in brackets
	dotted   bool
	letters  bool // made of letters that stood alone with full stops: an abbreviation
	stop     bool // tells nothing
}

// wordsOf splits the name of a group into words. Letters that stand alone become one word (S.A., H & M), letters and figures are set apart (M23)
// unless they are one known word or an ordinal.
func wordsOf(text string) []word {
	if strings.Contains(text, "%") {
		text = strings.ReplaceAll(text, "%", " percent ")
	}
	tokens := tokenise(text)
	out := make([]word, 0, len(tokens)+2)
	shout := true // the whole text is in capitals
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		raw, dotted := t.raw, t.dotted
		if isLetter(raw) {
			for i+1 < len(tokens) && t.script != phone.Arabic {
				last, next := tokens[i], tokens[i+1]
				if !isLetter(next.raw) || next.script != t.script || next.in != t.in || next.dotted && !last.dotted {
					break
				}
				i++
				raw += next.raw
				dotted = false
			}
		}
		if head, tail, ok := formBehind(raw, t.dotted); ok { // E.C.A. S.A.
			out = append(out, word{raw: head, fold: concept.Fold(head), script: t.script, bracket: t.in == '(', letters: true})
			raw = tail
		}
		if t.script == phone.Latin && utf8.RuneCountInString(raw) > 3 {
			raw = withoutGenitive(raw)
		}
		for _, r := range raw {
			shout = shout && !unicode.IsLower(r)
		}
		w := word{raw: raw, fold: concept.Fold(raw), script: t.script, bracket: t.in == '(', dotted: dotted, letters: t.dotted && raw != t.raw}
		if w.fold == "" {
			continue
		}
		if head, tail, ok := figures(raw); ok && !concept.Known(w.fold) {
			h, g := w, w
			h.raw, h.fold, g.raw, g.fold = head, concept.Fold(head), tail, concept.Fold(tail)
			out = append(out, h, g)
			continue
		}
		out = append(out, w)
	}
	for i := range out {
		w := &out[i]
		w.stop = concept.IsStop(w.fold)
		n := utf8.RuneCountInString(w.raw)
		if isUpper(w.raw) && (n > 3 || n == 3 && !shoutable[w.raw] || n > 1 && (!shout || len(out) == 1) || n == 1 && i > 0 && !shout) {
			w.capitals = w.raw
			if n > 1 {
				w.stop = false
			}
		} else if w.raw == "LeT" || w.raw == "JeM" || w.raw == "LeJ" {
			w.capitals = w.raw
		}
	}
	return out
}

// formBehind splits letters that stood alone where a legal form follows an abbreviation.
func formBehind(raw string, dotted bool) (head, tail string, ok bool) {
	if !dotted || len(raw) < 4 || !isUpper(raw) || concept.Known(concept.Fold(raw)) {
		return "", "", false
	}
	for n := 2; n < 4; n++ {
		if at := len(raw) - n; at > 1 && utf8.RuneStart(raw[at]) && concept.IsForm(concept.Fold(raw[at:])) {
			return raw[:at], raw[at:], true
		}
	}
	return "", "", false
}

// withoutGenitive drops an English 's.
func withoutGenitive(raw string) string {
	for _, s := range [...]string{"'s", "’s", "'S", "’S"} {
		if rest, ok := strings.CutSuffix(raw, s); ok {
			return rest
		}
	}
	return raw
}

// shoutable are abbreviations that are also words, which they are in a text in capitals.
var shoutable = map[string]bool{"LET": true, "TIP": true, "ETA": true, "THE": true, "AND": true, "FOR": true}

func isLetter(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && unicode.IsLetter(r)
}

func isUpper(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// figures splits a word where letters and figures meet, once: M23, G9, 3MG. Ordinals stay whole.
func figures(s string) (head, tail string, ok bool) {
	first := true
	var digit bool
	for i, r := range s {
		d := unicode.IsDigit(r)
		if !first && d != digit {
			if _, _, number := concept.Number([]string{concept.Fold(s)}); number {
				return "", "", false
			}
			return s[:i], s[i:], true
		}
		first, digit = false, d
	}
	return "", "", false
}

// roman reads a Roman numeral in capitals from 1 to 39.
func roman(s string) (int, bool) {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		v := 0
		switch s[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		default:
			return 0, false
		}
		if v < last {
			total -= v
		} else {
			total, last = total+v, v
		}
	}
	return total, total > 0 && total < 40 && romanOf(total) == s
}

func romanOf(n int) string {
	units := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + units[n%10]
}
