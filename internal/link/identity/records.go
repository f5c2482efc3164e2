// Package identity links entries of lists: persons and groups that are the same by their names, dates, places, documents and roles. It
// brings blocking keys, comparisons and reference weights of persons and of groups to package link.
//
// For people the result is a proposal. Nothing here merges two persons: who is who is decided by a reader ([Options.Accept] and
// decisions of the journal).
package identity

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/names"
)

// Records is the view of the entries of one kind that linking works on: one element an entry in every slice, in an order that follows
// from the content of the entries alone (name, then a hash of all cells), so that no result can depend on the order of files or rows.
type Records struct {
	Kind     entry.Kind
	Datasets []*record.Dataset // all of them, in the order of their names
	Refs     []link.Ref

	lists  []*entry.List // by dataset, nil where it holds no entries
	claims []bool        // by dataset: a table of claims
	data   []uint16
	hash   []uint64

	// Parted says that all lists have columns for given and family names, which are compared column by column then, as typists
	// err; names is empty then. Otherwise names are compared as wholes, and given and family are not set.
	parted        bool
	given, family []int32
	tokens        *vocabulary
	parts         []part // by token: how it is compared

	names    lists[nameOf]
	texts    *vocabulary   // of names as wholes
	parsed   []*names.Name // by text
	matcher  *names.Matcher
	nameKeys lists[uint64]

	births, deaths, active lists[day]
	sex                    []entry.Sex
	countries, birthPlaces lists[uint32]
	documents              lists[document]
	numbers                *vocabulary // of documents
	contacts               lists[contact]
	addresses              *vocabulary // of mail addresses and telephone numbers
	places                 []address
	words                  *vocabulary // of streets and towns
	streetWords            lists[uint32]
	groups                 lists[int32] // names of groups, by text of groupTexts
	groupTexts             *vocabulary
	groupNames             []*names.Name
	leads                  []bool // the entry is said to lead or have founded a group
	leaders                lists[int32]
}

// nameOf is a name of an entry.
type nameOf struct {
	text    int32
	quality entry.Quality
}

// day is a date by its interval of days and, where it was written as a day, its eight digits.
type day struct {
	first, last int32
	digits      uint32
	approx      bool
	ends        bool // of a time of activity
}

type document struct {
	kind   uint32
	number int32
}

type contact struct {
	text  int32
	phone bool
}

// address is where somebody lives, by the codes of the texts; 0 = not stated.
type address struct{ number, street, locality, postcode int32 }

// lists holds a list of values for each record, end to end.
type lists[T any] struct {
	ends []uint32
	all  []T
}

func (l *lists[T]) of(i int32) []T {
	start := uint32(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return l.all[start:l.ends[i]]
}

func (l *lists[T]) end() { l.ends = append(l.ends, uint32(len(l.all))) }

func (l *lists[T]) permute(order []int32) {
	out := lists[T]{make([]uint32, 0, len(order)), make([]T, 0, len(l.all))}
	for _, i := range order {
		out.all = append(out.all, l.of(i)...)
		out.end()
	}
	*l = out
}

func permute[T any](list *[]T, order []int32) {
	out := make([]T, len(order))
	for k, i := range order {
		out[k] = (*list)[i]
	}
	*list = out
}

// vocabulary numbers texts from 1; 0 is no text.
type vocabulary struct {
	index map[string]int32
	text  []string
	count []int32
}

func newVocabulary() *vocabulary {
	return &vocabulary{map[string]int32{}, []string{""}, []int32{0}}
}

func (v *vocabulary) code(s string) int32 {
	if s == "" {
		return 0
	}
	c, ok := v.index[s]
	if !ok {
		c = int32(len(v.text))
		v.index[s] = c
		v.text = append(v.text, s)
		v.count = append(v.count, 0)
	}
	v.count[c]++
	return c
}

// N is the number of records.
func (r *Records) N() int { return len(r.Refs) }

// Read builds the view of the entries of a kind.
func Read(ctx context.Context, datasets []*record.Dataset, kind entry.Kind) (*Records, error) {
	r := &Records{
		Kind: kind, tokens: newVocabulary(), texts: newVocabulary(), numbers: newVocabulary(), addresses: newVocabulary(), words: newVocabulary(),
		groupTexts: newVocabulary(), matcher: names.NewMatcher(),
	}
	r.Datasets = slices.Clone(datasets)
	slices.SortStableFunc(r.Datasets, func(a, b *record.Dataset) int { return strings.Compare(a.Name, b.Name) })
	r.lists = make([]*entry.List, len(r.Datasets))
	r.claims = make([]bool, len(r.Datasets))
	byData := map[*record.Dataset]*entry.List{}
	for _, l := range entry.Lists(r.Datasets) {
		byData[l.Data] = l
	}
	r.parted = kind == entry.Person && len(byData) > 0
	for i, d := range r.Datasets {
		r.lists[i] = byData[d]
		if r.lists[i] != nil {
			r.claims[i] = r.lists[i].Claims
			r.parted = r.parted && r.lists[i].Parted()
		}
	}
	var e entry.Entry
	var keys []string
	for i, l := range r.lists {
		if l == nil {
			continue
		}
		for row := range l.Data.N {
			if row&4095 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if l.Read(row, &e); e.Kind == kind {
				r.add(uint16(i), &e)
				keys = append(keys, orderKey(&e))
			}
		}
	}
	r.order(keys)
	r.parse()
	return r, nil
}

func orderKey(e *entry.Entry) string {
	if e.Family.Text != "" {
		return fold(e.Family.Text) + " " + fold(e.Given.Text)
	}
	return fold(e.FullName())
}

// add appends an entry.
func (r *Records) add(data uint16, e *entry.Entry) {
	r.Refs = append(r.Refs, link.Ref{Data: int32(data), Row: int32(e.Row)})
	r.data = append(r.data, data)
	r.hash = append(r.hash, e.Data.RowHash[e.Row])
	if r.parted {
		r.given = append(r.given, r.tokens.code(fold(e.Given.Text)))
		r.family = append(r.family, r.tokens.code(fold(e.Family.Text)))
	} else {
		for _, n := range e.Names {
			r.addName(n.Text, n.Quality)
		}
		if len(e.Names) == 0 {
			r.addName(e.FullName(), entry.Primary)
		}
		if r.Kind == entry.Person {
			r.addKunya(e)
		}
	}
	r.names.end()
	r.births.all = appendDays(r.births.all, e.Births)
	r.births.end()
	r.deaths.all = appendDays(r.deaths.all, e.Deaths)
	r.deaths.end()
	r.active.all = appendDays(r.active.all, e.Active)
	r.active.end()
	r.sex = append(r.sex, e.Sex)
	start := len(r.countries.all)
	for _, c := range e.Countries {
		if code := countryOf(c.Text); !slices.Contains(r.countries.all[start:], code) {
			r.countries.all = append(r.countries.all, code)
		}
	}
	r.countries.end()
	for _, p := range e.BirthPlaces {
		r.birthPlaces.all = appendWords(r.birthPlaces.all, p.Text)
	}
	r.birthPlaces.end()
	for _, d := range e.Identifiers {
		if n := r.numbers.code(alphanumeric(d.Text)); n > 0 {
			r.documents.all = append(r.documents.all, document{token(d.Kind), n})
		}
	}
	r.documents.end()
	for _, m := range e.Emails {
		if c := r.addresses.code(strings.ToLower(m.Text)); c > 0 {
			r.contacts.all = append(r.contacts.all, contact{c, false})
		}
	}
	for _, p := range e.Phones {
		if digits := lastDigits(p.Text); digits != "" {
			r.contacts.all = append(r.contacts.all, contact{r.addresses.code(digits), true})
		}
	}
	r.contacts.end()
	a := &e.Address
	r.places = append(r.places, address{
		r.words.code(fold(a.Number.Text)), r.words.code(fold(a.Street.Text)), r.words.code(fold(a.Locality.Text)), r.words.code(fold(a.Postcode.Text)),
	})
	for _, x := range e.Addresses {
		r.streetWords.all = appendWords(r.streetWords.all, x.Text)
	}
	r.streetWords.end()
	for _, g := range e.Groups {
		for _, name := range groupsOf(g.Text) {
			if c := r.groupTexts.code(name); c > 0 {
				r.groups.all = append(r.groups.all, c)
			}
		}
	}
	r.groups.end()
	for _, p := range e.Leaders {
		if c := r.groupTexts.code("\x00" + beforeBracket(p.Text)); c > 0 {
			r.leaders.all = append(r.leaders.all, c)
		}
	}
	r.leaders.end()
	r.leads = append(r.leads, slices.ContainsFunc(e.Roles, func(v entry.Value) bool { return leads(v.Text) }))
}

func (r *Records) addName(text string, q entry.Quality) {
	if c := r.texts.code(strings.Join(strings.Fields(text), " ")); c > 0 {
		r.names.all = append(r.names.all, nameOf{c, q})
	}
}

// addKunya adds the name of an entry together with its kunya, where the two stand apart: others may write the given name with the kunya and
// leave out the rest.
func (r *Records) addKunya(e *entry.Entry) {
	if len(e.Names) < 2 || e.Names[0].Quality != entry.Primary || e.Names[len(e.Names)-1].Quality != entry.Weak {
		return
	}
	for _, n := range e.Names[1:] {
		if n.Quality != entry.Weak || !hasKunya(n.Text) {
			continue
		}
		if !hasKunya(e.Names[0].Text) {
			r.addName(e.Names[0].Text+" "+n.Text, entry.Alias)
		}
		return
	}
}

func hasKunya(s string) bool {
	return slices.ContainsFunc(names.Parse(s, names.Person).Parts, func(p names.Part) bool { return p.Role == names.Kunya })
}

func appendDays(to []day, list []entry.Date) []day {
	for _, d := range list {
		x := day{1, 0, d.Digits, d.Approximate, d.Ends}
		if d.Known() {
			x.first, x.last = int32(d.First), int32(d.Last)
		}
		to = append(to, x)
	}
	return to
}

// order brings the records into the order of their content.
func (r *Records) order(keys []string) {
	order := make([]int32, len(r.Refs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), cmp.Compare(r.hash[a], r.hash[b]), r.Refs[a].Compare(r.Refs[b]))
	})
	permute(&r.Refs, order)
	permute(&r.data, order)
	permute(&r.hash, order)
	if r.parted {
		permute(&r.given, order)
		permute(&r.family, order)
	}
	permute(&r.sex, order)
	permute(&r.places, order)
	permute(&r.leads, order)
	r.names.permute(order)
	r.births.permute(order)
	r.deaths.permute(order)
	r.active.permute(order)
	r.countries.permute(order)
	r.birthPlaces.permute(order)
	r.documents.permute(order)
	r.contacts.permute(order)
	r.streetWords.permute(order)
	r.groups.permute(order)
	r.leaders.permute(order)
}

// each runs f over ranges of n on all cores.
func each(n int, f func(from, to int)) {
	workers := runtime.GOMAXPROCS(0)
	var pool sync.WaitGroup
	for w := range workers {
		pool.Add(1)
		go func() {
			defer pool.Done()
			f(n*w/workers, n*(w+1)/workers)
		}()
	}
	pool.Wait()
}

// parse parses every distinct name once and gathers the blocking keys of each record.
func (r *Records) parse() {
	kind := names.Person
	if r.Kind == entry.Group {
		kind = names.Organization
	}
	for _, v := range []*vocabulary{r.tokens, r.texts, r.numbers, r.addresses, r.words, r.groupTexts} {
		v.index = nil // complete
	}
	r.parsed = make([]*names.Name, len(r.texts.text))
	each(len(r.parsed), func(from, to int) {
		for i := max(1, from); i < to; i++ {
			r.parsed[i] = names.Parse(r.texts.text[i], kind)
		}
	})
	r.groupNames = make([]*names.Name, len(r.groupTexts.text))
	for i := 1; i < len(r.groupNames); i++ {
		if person, ok := strings.CutPrefix(r.groupTexts.text[i], "\x00"); ok {
			r.groupNames[i] = names.Parse(person, names.Person)
		} else {
			r.groupNames[i] = names.Parse(r.groupTexts.text[i], names.Organization)
		}
	}
	r.parts = makeParts(r.tokens, r.matcher)
	var own []uint64
	for i := range r.Refs {
		own = own[:0]
		if r.parted {
			for _, t := range [...]int32{r.given[i], r.family[i]} {
				if t > 0 {
					own = append(own, r.parts[t].keys...)
				}
			}
		}
		for _, n := range r.names.of(int32(i)) {
			own = r.parsed[n.text].Keys(own)
		}
		slices.Sort(own)
		r.nameKeys.all = append(r.nameKeys.all, slices.Compact(own)...)
		r.nameKeys.end()
	}
}
