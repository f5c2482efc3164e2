// Package listing holds what rules about entries of lists share: the entries of one person or group, how a finding names them without
// naming a person, and the errors that are planted to measure the rules.
package listing

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/record"
)

// Likely is the least probability of a proposal that rules speak of.
const Likely = 0.9

// What is what an entry is about, in words.
func What(l *identity.Linked) string {
	if l.Kind == entry.Group {
		return "group"
	}
	return "person"
}

// Reading reads entries by their records.
type Reading struct {
	l     *identity.Linked
	lists map[*record.Dataset]*entry.List
}

// Read prepares for reading the entries that were linked.
func Read(l *identity.Linked) *Reading {
	r := &Reading{l, map[*record.Dataset]*entry.List{}}
	for _, x := range entry.Lists(l.Datasets) {
		r.lists[x.Data] = x
	}
	return r
}

// Entry is the entry of a record. It is the caller's own.
func (r *Reading) Entry(ref link.Ref) *entry.Entry {
	e := &entry.Entry{}
	r.lists[r.l.Datasets[ref.Data]].Read(int(ref.Row), e)
	return e
}

// Claims reports whether a record is a claim of a table of claims, which rules about cases look at.
func (r *Reading) Claims(ref link.Ref) bool { return r.lists[r.l.Datasets[ref.Data]].Claims }

// Finding starts a finding about entries: the first is the one in question, in the column of its name.
func (r *Reading) Finding(refs ...link.Ref) check.Finding {
	f := check.Finding{Column: -1}
	for i, ref := range refs {
		d := r.l.Datasets[ref.Data]
		if i == 0 {
			f.Data, f.Row = d, int(ref.Row)
			continue
		}
		f.Related = append(f.Related, check.Ref{Data: d, Row: int(ref.Row), Column: -1})
	}
	f.Alike = len(f.Related)
	return f
}

// Because says in words what speaks for a pair: the levels that weigh most, which name nobody.
func Because(l *identity.Linked, p *link.Pair) string {
	type step struct {
		text string
		bits float64
	}
	var best []step
	for _, x := range l.Model.Explain(p.Levels) {
		if x.Bits >= 1 {
			best = append(best, step{x.Comparison + " " + x.Level, x.Bits})
		}
	}
	for i := range best {
		for j := i + 1; j < len(best); j++ {
			if best[j].bits > best[i].bits {
				best[i], best[j] = best[j], best[i]
			}
		}
	}
	var out []string
	for _, s := range best[:min(3, len(best))] {
		out = append(out, s.text)
	}
	if len(out) == 0 {
		return "they go with a third entry"
	}
	return strings.Join(out, ", ")
}

// Plant puts an error of a rule into a clean register of persons, at a row that was picked for it.
type Plant func(s *check.Sheet, row int, r *rand.Rand) (rows []int, what string)

// Column is the index of a column of a sheet by its name, -1 where there is none.
func Column(s *check.Sheet, name string) int {
	for i, h := range s.Header {
		if h == name {
			return i
		}
	}
	return -1
}

// Slip changes one letter of a text of ASCII letters.
func Slip(s string, r *rand.Rand) string {
	if len(s) < 3 {
		return s
	}
	b := []byte(s)
	b[1+r.IntN(len(b)-1)] = byte('a' + r.IntN(26))
	return string(b)
}

// Note adds an error to those that a sheet holds.
func Note(s *check.Sheet, rows []int, format string, args ...any) {
	s.Planted = append(s.Planted, check.Planted{Rows: rows, What: fmt.Sprintf(format, args...)})
}
