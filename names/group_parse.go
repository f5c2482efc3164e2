package names

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/concept"
	"github.com/assaydata/assay/names/internal/phone"
)

// maxGroupParts of a name of a group are compared; more stay in the text.
const maxGroupParts = 24

// A part's concept holds two concepts of the lexicon, the second where the word is ambiguous, and their class.
const (
	conceptBits = 14
	conceptMask = 1<<conceptBits - 1
)

func packConcept(f concept.Found) uint32 {
	return uint32(f.ID)&conceptMask | uint32(f.Also)&conceptMask<<conceptBits
}

// entry is the lexicon's entry of a part; that of parts without a concept is empty.
func (p *Part) entry() *concept.Entry { return concept.Get(concept.ID(p.concept & conceptMask)) }

// groupBuilder collects the parts of the name of a group.
type groupBuilder struct {
	n       *Name
	words   []word
	telling int // parts so far that are neither particles nor forms
}

// parseGroup splits the name of a group, company or vessel.
func parseGroup(text string, kind Kind) *Name {
	b := groupBuilder{n: &Name{Text: text, Kind: kind}}
	b.words = wordsOf(text)
	b.bracketed()
	b.appended()
	b.parts(0)
	b.acronym()
	for i := range b.n.Parts {
		b.n.total += b.n.Parts[i].weight
	}
	return b.n
}

// bracketed takes an abbreviation in brackets out of the words.
func (b *groupBuilder) bracketed() {
	for i := 0; i < len(b.words); i++ {
		if !b.words[i].bracket {
			continue
		}
		end := i
		var short strings.Builder
		upper := true
		for end < len(b.words) && b.words[end].bracket {
			upper = upper && isUpper(b.words[end].raw)
			short.WriteString(b.words[end].raw)
			end++
		}
		s := short.String()
		if n := utf8.RuneCountInString(s); i > 0 && upper && n >= 2 && n <= 10 && (initialsOf(b.words[:i], s) || b.abbreviation(i, end)) {
			b.n.Acronym = strings.ToLower(s)
			b.words = append(b.words[:i:i], b.words[end:]...)
			i--
			continue
		}
		i = end - 1
	}
}

// appended takes an abbreviation out of the words that follows what it stands for without brackets: Harakat ul-Mujahidin/HUM.
func (b *groupBuilder) appended() {
	last := len(b.words) - 1
	if last < 2 || b.n.Acronym != "" {
		return
	}
	s := b.words[last].raw
	if n := utf8.RuneCountInString(s); n < 3 || n > 6 || b.words[last].capitals == "" || concept.Known(b.words[last].fold) || !firstLetters(b.words[:last], s) {
		return
	}
	b.n.Acronym = strings.ToLower(s)
	b.words = b.words[:last:last]
}

// abbreviation reports whether the words are a known abbreviation, and no place or legal form.
func (b *groupBuilder) abbreviation(i, end int) bool {
	folds, capitals := view(b.words[i:end])
	f, ok := concept.Longest(folds, capitals, func(id concept.ID, _ int) bool { return concept.Get(id).Class == concept.Name })
	return ok && f.Words == len(folds)
}

func view(words []word) (folds, capitals []string) {
	folds, capitals = make([]string, len(words)), make([]string, len(words))
	for i := range words {
		folds[i], capitals[i] = words[i].fold, words[i].capitals
	}
	return folds, capitals
}

// parts turns the words into parts. depth counts expansions of abbreviations.
func (b *groupBuilder) parts(depth int) {
	words := b.words
	at := make([]int, 0, len(words)) // of the words that tell something
	for i := range words {
		if !words[i].stop || b.numeral(i) {
			at = append(at, i)
		}
	}
	folds, capitals := make([]string, len(at)), make([]string, len(at))
	for i, k := range at {
		folds[i], capitals[i] = words[k].fold, words[k].capitals
	}
	next := 0
	for i := 0; i < len(at); {
		for ; next < at[i]; next++ {
			b.add(Part{Text: words[next].raw, Script: words[next].script, Role: Particle})
		}
		first, n := &words[at[i]], 1
		p := Part{Text: first.raw, Script: first.script}
		var f concept.Found
		found := false
		if v, k, ok := b.number(at, i, folds); ok {
			n = k
			p.Role, p.Clean, p.weight = Number, strconv.Itoa(v), numberBits
		} else if f, found = b.concept(folds[i:], capitals[i:], i == 0, first.letters, len(at)); found {
			n = f.Words
			e := concept.Get(f.ID)
			if e.Expand != "" && depth == 0 {
				b.expand(e.Expand)
				i, next = i+n, at[i+n-1]+1
				continue
			}
			p.concept, p.weight = packConcept(f), e.Bits
			switch e.Class {
			case concept.Place:
				p.Role = Place
			case concept.Form:
				p.Role = Form
			default:
				p.Role = Concept
			}
		}
		for k := 1; k < n; k++ {
			p.Text += " " + words[at[i+k]].raw
		}
		if p.Clean == "" {
			p.Clean = clean(folds[i:i+n], first, n)
		}
		if p.Role == Unknown {
			p.weight = wordBits(p.Clean)
		}
		b.add(p)
		i, next = i+n, at[i+n-1]+1
	}
	for ; next < len(words); next++ {
		b.add(Part{Text: words[next].raw, Script: words[next].script, Role: Particle})
	}
}

// clean is the form of a part that is read and hashed: the word as phone.Clean gives it, without its Arabic article.
func clean(folds []string, first *word, n int) string {
	if n > 1 {
		return strings.Join(folds, "")
	}
	c := phone.Clean(first.raw)
	if first.script == phone.Arabic {
		for _, article := range [...]string{"وال", "ال", "لل"} {
			if rest, ok := strings.CutPrefix(c, article); ok && utf8.RuneCountInString(rest) > 2 {
				return rest
			}
		}
	}
	return c
}

// expand reads the words for which an abbreviation stands.
func (b *groupBuilder) expand(text string) {
	in := groupBuilder{n: b.n, words: wordsOf(text), telling: b.telling}
	in.parts(1)
	b.telling = in.telling
}

// concept finds the concept with which the words begin. Legal forms of up to three letters are read as such only next to the ends
// of a name or as capitals: "as" and "co" are words.
func (b *groupBuilder) concept(folds, capitals []string, first, letters bool, all int) (concept.Found, bool) {
	return concept.Longest(folds, capitals, func(id concept.ID, n int) bool {
		e := concept.Get(id)
		switch e.Class {
		case concept.Stop:
			return false
		case concept.Form:
			rest := len(folds) - n
			return n < all && (first || rest <= 2)
		case concept.Word, concept.Place:
			return n > 1 || !letters && utf8.RuneCountInString(folds[0]) > 1
		}
		return true
	})
}

// numeral reports whether a word is a Roman numeral: of two letters and more anywhere but at the beginning, I, V and X only at the
// end, where nothing but a legal form of two words follows.
func (b *groupBuilder) numeral(i int) bool {
	w := &b.words[i]
	if i == 0 || w.dotted || w.script != phone.Latin {
		return false
	}
	if _, ok := roman(w.raw); !ok {
		return false
	}
	if len(w.raw) > 1 {
		return true
	}
	rest := b.words[i+1:]
	if len(rest) == 0 {
		return true
	}
	folds, capitals := view(rest)
	f, ok := concept.Longest(folds, capitals, func(id concept.ID, _ int) bool { return concept.Get(id).Class == concept.Form })
	return ok && f.Words == len(folds)
}

func (b *groupBuilder) number(at []int, i int, folds []string) (v, n int, ok bool) {
	if b.numeral(at[i]) {
		v, ok = roman(b.words[at[i]].raw)
		return v, 1, ok
	}
	return concept.Number(folds[i:])
}

const numberBits = 4

// wordBits is how much a word outside the lexicon tells, by its length: short ones agree by chance more often.
func wordBits(clean string) float32 {
	n := utf8.RuneCountInString(clean)
	if r, _ := utf8.DecodeRuneInString(clean); phone.ScriptOf(r) == phone.Arabic {
		n += n / 2 // short vowels are not written
	}
	switch {
	case n <= 1:
		return 1
	case n == 2:
		return 3
	case n == 3:
		return 4.5
	case n == 4:
		return 6
	case n == 5:
		return 7
	}
	return min(9, 7+float32(n-4)/4)
}

// add appends a part.
func (b *groupBuilder) add(p Part) {
	if len(b.n.Parts) >= maxGroupParts {
		return
	}
	if p.Role == Particle {
		p.Clean = phone.Clean(p.Text)
	}
	if p.Clean == "" {
		return
	}
	p.finish()
	p.nick = nickSet{}
	if p.Role == Number || strings.Contains(p.Text, " ") {
		p.n = 0
	}
	if p.Role != Particle && p.Role != Form {
		b.telling++
	}
	b.n.Parts = append(b.n.Parts, p)
}
