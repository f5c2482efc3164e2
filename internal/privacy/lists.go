package privacy

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// listed is what outputs must not show of a list of persons: the columns of names, and those by which a person can be found.
type listed struct {
	entries *entry.List
	name    []bool
	private []bool
}

var (
	listNames = map[string]bool{
		"name": true, "given_name": true, "middle_name": true, "family_name": true, "aliases": true, "weak_aliases": true, "original_name": true,
		"caption": true, "alt_name": true,
	}
	listPrivate = map[string]bool{
		"birth_date": true, "birth_year": true, "birth_place": true, "passport": true, "national_id": true, "tax_id": true, "documents": true,
		"phone": true, "email": true, "street_number": true, "address": true, "address_2": true, "postcode": true, "properties": true, "remarks": true,
		"alt_remarks": true,
	}
)

// WithLists returns a shield that also keeps the persons out of outputs that lists name. s may be nil. It is nil where nobody is to be
// shielded. A person of a list is public under the key dataset:id.
func (s *Shield) WithLists(ds []*record.Dataset, public []Public, key string) *Shield {
	out := s
	for _, l := range entry.Lists(ds) {
		if !format.IsList(l.Data.Format.ID) {
			continue
		}
		if out == nil {
			out = &Shield{}
		}
		if out.lists == nil {
			out.lists = map[*record.Dataset]*listed{}
			out.open = map[string]string{}
			for _, p := range public {
				out.open[p.Key] = p.Name
			}
			out.listKey = []byte("assay list\x00" + key)
		}
		out.lists[l.Data] = columnsOf(l.Data, l)
	}
	if out == nil || out.lists == nil {
		return out
	}
	for _, d := range ds {
		if d.Format.ID == "ofac_alt" {
			out.lists[d] = columnsOf(d, nil)
		}
	}
	if key == "" { // as for tables of claims: a hash of the files, which is no secret
		var sums []string
		for d := range out.lists {
			sums = append(sums, d.SHA256)
		}
		slices.Sort(sums)
		out.listKey = []byte("assay list\x00" + strings.Join(sums, "\x00"))
	}
	return out
}

func columnsOf(d *record.Dataset, l *entry.List) *listed {
	x := &listed{entries: l, name: make([]bool, len(d.Columns)), private: make([]bool, len(d.Columns))}
	for i := range d.Columns {
		c := &d.Columns[i]
		x.name[i] = listNames[c.Key()]
		x.private[i] = c.Field != nil && listPrivate[c.Field.Name] || c.Field == nil && personal.MatchString(c.Name)
	}
	return x
}

// entryLabel is how outputs call the person of a row of a list; shielded is false for groups and for persons in public roles.
func (s *Shield) entryLabel(d *record.Dataset, row int) (label string, shielded bool) {
	l := s.lists[d]
	if l == nil || row < 0 {
		return "", false
	}
	id := d.ID(row)
	if l.entries != nil {
		var e entry.Entry
		if l.entries.Read(row, &e); e.Kind == entry.Group {
			return "", false
		}
		if name, ok := s.open[d.Name+":"+id]; ok {
			return name, false
		}
	}
	m := hmac.New(sha256.New, s.listKey)
	m.Write([]byte(d.Name + "\x00" + id + "\x00"))
	if id == "" {
		m.Write([]byte(record.Day(d.RowNumber(row)).String()))
	}
	return "person-" + hex.EncodeToString(m.Sum(nil))[:8], true
}

// listCell is a cell of a list as it may be shown; ok is false where the shield of lists has nothing to say about it.
func (s *Shield) listCell(d *record.Dataset, row, column int) (text string, ok bool) {
	l := s.lists[d]
	if l == nil || column < 0 || column >= len(l.name) || !l.name[column] && !l.private[column] {
		return "", false
	}
	label, shielded := s.entryLabel(d, row)
	switch {
	case !shielded:
		return "", false
	case l.name[column]:
		return label, true
	}
	return Withheld, true
}

// listText takes out of a text about rows of lists what their cells say of names, births and addresses.
func (s *Shield) listText(text string, refs []Ref) string {
	for _, r := range refs {
		l := s.lists[r.Data]
		if l == nil || r.Row < 0 {
			continue
		}
		label, shielded := s.entryLabel(r.Data, r.Row)
		if !shielded {
			continue
		}
		for i := range l.name {
			if !l.name[i] && !l.private[i] {
				continue
			}
			cell, _ := r.Data.Columns[i].Text(r.Row)
			cell = strings.TrimSpace(cell)
			const short = 3 // a text under it says nothing elsewhere
			if len(cell) < short || !strings.Contains(text, cell) {
				continue
			}
			if l.name[i] {
				text = replaceWord(text, cell, label)
			} else {
				text = replaceWord(text, cell, Withheld)
			}
		}
	}
	return text
}
