package format

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// book is the codebook of one format. Where several columns can play one role, the first in fields that the file has
// plays it.
type book struct {
	id, title string
	fields    []record.Field
	index     map[string]*record.Field // by canonical name and alias
	order     map[string]int           // canonical name → position
}

func newBook(id, title string, groups ...[]record.Field) *book {
	b := &book{id: id, title: title, index: map[string]*record.Field{}, order: map[string]int{}}
	for _, g := range groups {
		b.fields = append(b.fields, g...)
	}
	for i := range b.fields {
		f := &b.fields[i]
		b.order[f.Name] = i
		b.index[f.Name] = f
	}
	for i := range b.fields {
		for _, alias := range b.fields[i].Aliases {
			if b.index[alias] == nil {
				b.index[alias] = &b.fields[i]
			}
		}
	}
	return b
}

var books = []*book{acled, ged, gtd, scad, figures, incidents, groups, relations, people, populations, contexts, sources, lists, ftm, ofacSDN, ofacAlt, unList}

func bookOf(id string) *book {
	for _, b := range books {
		if b.id == id {
			return b
		}
	}
	return nil
}

// Formats returns the identifiers of the formats that have a codebook, and Codebook the entries of one of them (nil for
// an unknown identifier). The entries are in the order in which they take roles.
func Formats() []string {
	ids := make([]string, len(books))
	for i, b := range books {
		ids[i] = b.id
	}
	return ids
}

// Title returns what a format is called for people, "" for an unknown identifier.
func Title(id string) string {
	if b := bookOf(id); b != nil {
		return b.title
	}
	return ""
}

// IsClaims reports whether a format is a claim table.
func IsClaims(id string) bool { return bookOf(id) != nil && claimBooks[id] }

// Codebook returns the entries of a format's codebook, nil for an unknown identifier.
func Codebook(id string) []*record.Field {
	b := bookOf(id)
	if b == nil {
		return nil
	}
	out := make([]*record.Field, len(b.fields))
	for i := range b.fields {
		out[i] = &b.fields[i]
	}
	return out
}

// bind gives each header cell its entry. Of several columns that mean the same, the first has it; the others are named in
// doubled.
func (b *book) bind(names []string) (fields []*record.Field, doubled []string) {
	fields = make([]*record.Field, len(names))
	taken := map[*record.Field]bool{}
	// A column under its canonical name goes before one under an alias, wherever they stand.
	for _, canonical := range []bool{true, false} {
		for i, name := range names {
			f := b.index[name]
			if name == "" || f == nil || fields[i] != nil || (f.Name == name) != canonical {
				continue
			}
			if taken[f] {
				doubled = append(doubled, name)
				continue
			}
			fields[i], taken[f] = f, true
		}
	}
	return fields, doubled
}

// codes builds a list of codes out of "value=meaning" or plain "value".
func codes(list ...string) []record.Code {
	out := make([]record.Code, len(list))
	for i, s := range list {
		out[i].Value, out[i].Meaning, _ = strings.Cut(s, "=")
	}
	return out
}

// span is the codes from one whole number to another.
func span(from, to int) []record.Code {
	out := make([]record.Code, 0, to-from+1)
	for n := from; n <= to; n++ {
		out = append(out, record.Code{Value: strconv.Itoa(n)})
	}
	return out
}

var (
	yesNo     = codes("0=no", "1=yes")
	isoDates  = []record.DateOrder{record.DateISO}
	unknown9  = codes("-9=unknown")
	unknown99 = codes("-99=unknown")
)
