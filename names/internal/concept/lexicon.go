package concept

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// ID is a concept; 0 is none. IDs are stable within one build of the program only.
type ID uint32

// Class says what kind of word a concept is.
type Class uint8

const (
	Word  Class = iota // of a group or a line of business: front, brigade, bank
	Place              // a country, region or city
	Form               // a legal form
	Stop               // tells nothing
	Name               // a name known by several words or an abbreviation
)

// Entry is one concept.
type Entry struct {
	Key    string // as in the files: "front"; for countries the ISO code
	Class  Class
	Family uint16  // kind of concept; 0 is none
	Kin    uint8   // concepts of one kin are exchanged for each other in translations; 0 is none
	Bits   float32 // how much it tells that two names share it
	Within ID      // of a place: the place in which it lies
	Unit   bool    // an armed unit: battalion, forces
	Sounds bool    // its romanisations match by sound
	Expand string  // of an abbreviation: the words that it stands for
}

//go:embed words.tsv industry.tsv forms.tsv stop.tsv places.tsv names.tsv numbers.tsv
var files embed.FS

// lexicon holds the entries and the tables by which they are found. Keys are folded words joined by spaces, stop words left out
// of those of several words.
type lexicon struct {
	entries []Entry // by ID; the first is none
	exact   map[string][]ID
	stems   map[string]ID // forms in *, without it
	sounds  map[string][]ID
	abbr    map[string]ID     // in capitals
	deletes map[string]string // long Latin forms, by themselves with one letter left out
	longest map[string]int    // first word of forms of several words: most words
	numbers map[string]int    // value
	family  map[string]uint16 // numbers of families
}

var load = sync.OnceValues(build)

func build() (*lexicon, error) {
	x := &lexicon{
		entries: make([]Entry, 1, 1024),
		exact:   make(map[string][]ID, 1<<13), stems: map[string]ID{}, sounds: map[string][]ID{}, abbr: map[string]ID{},
		deletes: map[string]string{}, longest: map[string]int{}, numbers: map[string]int{}, family: map[string]uint16{},
	}
	// Stop words come first because they are left out of the keys of forms of several words; then classes by precedence.
	for _, f := range []struct {
		name  string
		class Class
	}{{"stop.tsv", Stop}, {"names.tsv", Name}, {"places.tsv", Place}, {"words.tsv", Word}, {"industry.tsv", Word}, {"forms.tsv", Form}} {
		text, err := files.ReadFile(f.name)
		if err != nil {
			return nil, err
		}
		if err := x.read(f.name, text, f.class); err != nil {
			return nil, err
		}
		if f.class == Place {
			x.addCountries()
		}
	}
	text, err := files.ReadFile("numbers.tsv")
	if err != nil {
		return nil, err
	}
	return x, x.readNumbers("numbers.tsv", text)
}

// shared is the lexicon that is part of the program. A test parses it; were it damaged all the same, it would be empty.
func shared() *lexicon {
	x, err := load()
	if err != nil {
		return &lexicon{entries: make([]Entry, 1)}
	}
	return x
}

// Get returns an entry. The zero entry belongs to no concept.
func Get(id ID) *Entry {
	x := shared()
	if int(id) >= len(x.entries) {
		id = 0
	}
	return &x.entries[id]
}

// lines calls f with the columns of each line that is not a comment.
func lines(file string, text []byte, columns int, f func(line int, cols []string) error) error {
	s := bufio.NewScanner(bytes.NewReader(text))
	s.Buffer(nil, 1<<20)
	for n := 1; s.Scan(); n++ {
		t := s.Text()
		if t == "" || t[0] == '#' {
			continue
		}
		cols := strings.Split(t, "\t")
		if len(cols) != columns {
			return fmt.Errorf("%s:%d: has %d columns, not %d (hint: separate them by tabs)", file, n, len(cols), columns)
		}
		if err := f(n, cols); err != nil {
			return fmt.Errorf("%s:%d: %w", file, n, err)
		}
	}
	return s.Err()
}

// kin says which families are exchanged: a movement is called a party, a battalion a brigade or a group.
var kin = map[string]uint8{"body": 1, "unit": 1, "firm": Firm, "charity": 3, "branch": 4}

// Firm is the kin of descriptions of firms: company, industries, enterprise.
const Firm = 2

func (x *lexicon) read(file string, text []byte, class Class) error {
	type within struct {
		id    ID
		place string
	}
	var lie []within
	byKey := map[string]ID{}
	err := lines(file, text, 4, func(_ int, c []string) error {
		bits, err := strconv.ParseFloat(c[2], 32)
		if err != nil || bits < 0 || math.IsNaN(bits) || bits > 20 {
			return fmt.Errorf("%q is not a number of bits", c[2])
		}
		if byKey[c[0]] != 0 {
			return fmt.Errorf("%s is listed twice", c[0])
		}
		id := ID(len(x.entries))
		byKey[c[0]] = id
		e := Entry{Key: c[0], Class: class, Bits: float32(bits), Sounds: file != "industry.tsv"}
		switch {
		case c[1] == "-":
		case class == Place:
			lie = append(lie, within{id, c[1]})
		default:
			if x.family[c[1]] == 0 {
				x.family[c[1]] = uint16(len(x.family) + 1)
			}
			e.Family, e.Kin, e.Unit = x.family[c[1]], kin[c[1]], c[1] == "unit"
		}
		x.entries = append(x.entries, e)
		return x.forms(id, c[3])
	})
	if err != nil {
		return err
	}
	for _, l := range lie {
		at, ok := byKey[l.place]
		if !ok {
			if len(l.place) != 2 {
				return fmt.Errorf("%s: %s lies within %s, which is not listed", file, x.entries[l.id].Key, l.place)
			}
			at = ID(len(x.entries)) // a country without adjectives of its own: addCountries gives its names
			byKey[l.place] = at
			x.entries = append(x.entries, Entry{Key: l.place, Class: Place, Bits: countryBits})
		}
		x.entries[l.id].Within = at
	}
	return nil
}

// forms reads "language: form, form; language: form" and puts the forms into the tables.
func (x *lexicon) forms(id ID, text string) error {
	for _, part := range strings.Split(text, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		if rest, ok := strings.CutPrefix(part, "="); ok {
			x.entries[id].Expand = strings.TrimSpace(rest)
			continue
		}
		lang, list, ok := strings.Cut(part, ":")
		if !ok || len(lang) > 4 {
			return fmt.Errorf("%q names no language (hint: en: front, fronts)", part)
		}
		for _, form := range strings.Split(list, ",") {
			if form = strings.TrimSpace(form); form == "" {
				return fmt.Errorf("an empty form in %q", part)
			}
			x.put(id, lang, form)
		}
	}
	return nil
}

const (
	longForm    = 8  // letters from which one may be missing or wrong
	leastSound  = 5  // letters of a sound that tells a word
	longestForm = 40 // letters up to which that is tried
)

// put enters one form.
func (x *lexicon) put(id ID, lang, form string) {
	words := x.split(form)
	if lang == "abbr" { // every letter counts: WA is no article there
		words = foldAll(form)
	}
	if len(words) == 0 {
		return
	}
	key := strings.Join(words, " ")
	if lang == "abbr" {
		if x.abbr[key] == 0 {
			x.abbr[key] = id
		}
		x.open(words)
		return
	}
	if strings.HasSuffix(form, "*") {
		if _, ok := x.stems[key]; !ok {
			x.stems[key] = id
		}
	}
	x.putWords(id, words)
	class := x.entries[id].Class
	if lang == "rom" && class != Stop && x.entries[id].Sounds {
		if s := soundOf(words); len(s) >= leastSound && !slices.Contains(x.sounds[s], id) {
			x.sounds[s] = append(x.sounds[s], id)
			x.openSound(words)
		}
	}
	if len(words) == 1 && len(key) >= longForm && class != Place && isLatin(key) {
		for i := range key {
			if d := key[:i] + key[i+1:]; x.deletes[d] == "" {
				x.deletes[d] = key
			}
		}
	}
}

func (x *lexicon) putWords(id ID, words []string) {
	key := strings.Join(words, " ")
	if !slices.Contains(x.exact[key], id) {
		x.exact[key] = append(x.exact[key], id)
	}
	x.open(words)
}

// split folds the words of a form; stop words are left out of forms of several words, unless nothing else remains.
func (x *lexicon) split(form string) []string {
	all := foldAll(form)
	telling := make([]string, 0, len(all))
	for _, w := range all {
		if !x.stop(w) {
			telling = append(telling, w)
		}
	}
	if len(telling) == 0 {
		return all
	}
	return telling
}

// between reports what stands between the words of a form.
func between(r rune) bool {
	switch r {
	case ' ', '*', '-', '.', '\'', '’', '&', ',', '\u200c':
		return true
	}
	return false
}

func foldAll(form string) []string {
	var all []string
	for _, w := range strings.FieldsFunc(strings.ReplaceAll(form, "'s", ""), between) {
		if w = Fold(w); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// stop reports whether a folded word tells nothing.
func (x *lexicon) stop(w string) bool {
	for _, id := range x.exact[w] {
		if x.entries[id].Class == Stop {
			return true
		}
	}
	return false
}

func (x *lexicon) open(words []string) {
	if len(words) > 1 {
		x.longest[words[0]] = max(x.longest[words[0]], len(words))
	}
}

// soundMark sets the sounds of first words apart from their spellings in longest.
const soundMark = "~"

func (x *lexicon) openSound(words []string) {
	if len(words) > 1 {
		s := soundMark + sound(words[0])
		x.longest[s] = max(x.longest[s], len(words))
	}
}

func soundOf(words []string) string {
	var b strings.Builder
	for i, w := range words {
		s := sound(w)
		if s == "" {
			if !isLatin(w) {
				return ""
			}
			s = w
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

func isLatin(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (x *lexicon) readNumbers(file string, text []byte) error {
	return lines(file, text, 2, func(_ int, c []string) error {
		v, err := strconv.Atoi(c[0])
		if err != nil || v < 0 {
			return fmt.Errorf("%q is not a number", c[0])
		}
		for _, part := range strings.Split(c[1], ";") {
			_, list, ok := strings.Cut(part, ":")
			if !ok {
				return fmt.Errorf("%q names no language", part)
			}
			for _, form := range strings.Split(list, ",") {
				key := strings.Join(x.split(strings.TrimSpace(form)), " ")
				if old, ok := x.numbers[key]; ok && old != v {
					return fmt.Errorf("%q is %d and %d", form, old, v)
				}
				x.numbers[key] = v
				if strings.Contains(key, " ") {
					x.open(strings.Fields(key))
				}
			}
		}
		return nil
	})
}
