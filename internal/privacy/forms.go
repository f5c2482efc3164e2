package privacy

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// form is one way of writing a name.
type form struct {
	words []string
	comma bool   // a comma may stand between its words: "Last, First"
	label string // what takes its place, "" = it may stay
}

// index finds names by their first word; of each word the longest name comes first.
type index map[string][]*form

// forms gathers the ways in which the names of persons are written.
type forms struct {
	by     map[string]*form
	order  []string
	person map[string][]*person
}

func newForms() *forms { return &forms{by: map[string]*form{}, person: map[string][]*person{}} }

var brackets = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]`)

// add adds a name as it stands in a cell, and the ways in which names like it are shortened and turned around. A name of one
// word is not added: in running text it may be any word.
func (f *forms) add(name string, who *person) {
	plain := strings.TrimSpace(brackets.ReplaceAllString(name, " "))
	f.full(plain, who)
	for _, b := range brackets.FindAllString(name, -1) {
		f.full(strings.Trim(b, "()[] "), who)
	}
}

func (f *forms) full(name string, who *person) {
	ts := tokens(name)
	if len(ts) == 0 {
		return
	}
	var all []string
	dense, weighty := 0, 0
	for _, t := range ts {
		all = append(all, t.text)
		switch {
		case t.dense:
			dense++
		case !particles[t.text] && !ordinary[t.text] && !digits(t.text) && utf8.RuneCountInString(t.text) > 1:
			weighty++
		}
	}
	const denseName = 3 // characters of a full name in a script without spaces
	words := words(name)
	if dense < denseName && (len(words) < 2 || weighty == 0 || len(all) < 2) {
		return
	}
	comma := strings.Contains(name, ",")
	f.put(all, comma, who)
	if dense > 0 || slices.ContainsFunc(all, func(w string) bool { return particles[w] || ordinary[w] || digits(w) }) {
		return
	}
	if comma && len(words) == 2 {
		words[0], words[1] = words[1], words[0]
	}
	f.shortened(words, who)
}

// words takes a name apart at spaces only: "Seit-Umarovich" is one word of it.
func words(name string) [][]string {
	var out [][]string
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '_' || r == '\u00a0' || r == ',' || r == '\t' }) {
		var one []string
		for _, t := range tokens(w) {
			one = append(one, t.text)
		}
		if len(one) > 0 {
			out = append(out, one)
		}
	}
	return out
}

// shortened adds "First Last", "Last, First", "Last First" and "F. Last" of a name in two or three words. In names of three
// words the family name may be the first or the last: "First Patronymic Last", "Last First Patronymic".
func (f *forms) shortened(words [][]string, who *person) {
	pair := func(first, last []string) {
		f.put(slices.Concat(first, last), false, who)
		f.put(slices.Concat(last, first), true, who)
		if r, _ := utf8.DecodeRuneInString(first[0]); utf8.RuneCountInString(last[0]) > 2 {
			f.put(slices.Concat([]string{string(r)}, last), false, who)
			f.put(slices.Concat(last, []string{string(r)}), true, who)
		}
	}
	n := len(words)
	switch {
	case n == 2:
		pair(words[0], words[1])
	case n >= 3:
		pair(words[0], words[n-1])
		f.put(slices.Concat(words[n-1], slices.Concat(words[:n-1]...)), true, who)
		if n == 3 {
			pair(words[1], words[0])
			a, _ := utf8.DecodeRuneInString(words[0][0])
			b, _ := utf8.DecodeRuneInString(words[1][0])
			f.put(slices.Concat([]string{string(a), string(b)}, words[2]), false, who)
			f.put(slices.Concat(words[2], []string{string(a), string(b)}), true, who)
		}
	}
}

// exact adds a text as it stands, also where it is a single word.
func (f *forms) exact(text string, who *person) {
	var all []string
	for _, t := range tokens(text) {
		all = append(all, t.text)
	}
	if len(all) == 0 || len(all) == 1 && (ordinary[all[0]] || utf8.RuneCountInString(all[0]) < 2) {
		return
	}
	f.put(all, false, who)
}

func (f *forms) put(words []string, comma bool, who *person) {
	k := strings.Join(words, " ")
	if f.by[k] == nil {
		f.by[k] = &form{words: words}
		f.order = append(f.order, k)
	}
	f.by[k].comma = f.by[k].comma || comma
	if !slices.Contains(f.person[k], who) {
		f.person[k] = append(f.person[k], who)
	}
}

// who returns the only person with a name, nil where there is none or several.
func (f *forms) who(name string) *person {
	if ps := f.person[folded(name)]; len(ps) == 1 {
		return ps[0]
	}
	return nil
}

// index decides what takes the place of each form. A name that a public person has too may stay: nothing in a text tells
// which of them it means. One that several other persons share gets a pseudonym of its own, since it is not known to be any
// one of them.
func (f *forms) index(pseudonym func(string) string) index {
	out := index{}
	for _, k := range f.order {
		one := *f.by[k]
		ps := f.person[k]
		switch {
		case slices.ContainsFunc(ps, func(p *person) bool { return p.public }):
		case len(ps) == 1:
			one.label = ps[0].label
		default:
			var ids []string
			for _, p := range ps {
				ids = append(ids, p.id)
			}
			slices.Sort(ids)
			one.label = pseudonym("one of\x00" + strings.Join(ids, "\x00"))
		}
		out[one.words[0]] = append(out[one.words[0]], &one)
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b *form) int { return len(b.words) - len(a.words) })
	}
	return out
}

// replace puts labels in the place of names, the longest first. Earlier indexes win among names of one length.
func replace(text string, by ...index) string {
	ts := tokens(text)
	var b strings.Builder
	from, last, lastAt := 0, "", -1
	for i := 0; i < len(ts); {
		f, skip := longest(text, ts, i, by)
		if f == nil {
			i++
			continue
		}
		start, end := ts[i].start+skip, ts[i+len(f.words)-1].end
		i += len(f.words)
		if f.label == "" {
			continue
		}
		// Parts of one name that stand side by side are one person.
		if lastAt >= 0 && f.label == last && lastAt == from && joins(text[from:start], true, true) {
			from, lastAt = end, end
			continue
		}
		b.WriteString(text[from:start])
		b.WriteString(f.label)
		from, last, lastAt = end, f.label, end
	}
	if from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return b.String()
}

// longest finds the longest name that begins at a word. In Arabic the words for and, by, to and as are written together
// with the next one; skip is their length.
func longest(text string, ts []token, i int, by []index) (found *form, skip int) {
	try := func(first string, n int) {
		for _, ix := range by {
			for _, f := range ix[first] {
				if (found == nil || len(f.words) > len(found.words)) && matches(text, ts[i:], f) {
					found, skip = f, n
				}
			}
		}
	}
	try(ts[i].text, 0)
	if r, n := utf8.DecodeRuneInString(ts[i].text); found == nil && strings.ContainsRune("وبلكف", r) {
		if _, size := utf8.DecodeRuneInString(text[ts[i].start:]); size == n {
			try(ts[i].text[n:], n)
		}
	}
	return found, skip
}

// matches compares all words but the first, by which the form was found.
func matches(text string, ts []token, f *form) bool {
	if len(ts) < len(f.words) {
		return false
	}
	for k := 1; k < len(f.words); k++ {
		if ts[k].text != f.words[k] || !joins(text[ts[k-1].end:ts[k].start], f.comma, ts[k].dense && ts[k-1].dense) {
			return false
		}
	}
	return true
}
