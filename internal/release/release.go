// Package release compares two releases of one dataset. Records are joined by what they say, because identifiers are
// renumbered and used again: of 8,541 identifiers that ACLED Nigeria has in versions 6 and 7, 7,590 carry another date.
// Joining goes in passes from strict to loose, each one to one; what is left is gone or was added.
package release

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/record"
)

// Errors of [Compare].
var (
	ErrFormats = errors.New("two releases of one dataset have one format")
	ErrColumns = errors.New("the two files have no column in common that says what happened")
)

// Pass is how two rows were found to be one record, the stricter the smaller.
type Pass uint8

const (
	Identical   Pass = iota // every compared field is the same
	OneField                // every compared field but one
	SameReport              // date, point and note
	ReportMoved             // date and note; the place differs
	ReportDated             // point and note; the date differs
	SameEvent               // date, point and actors
	SameNote                // a note that no other row left on either side has
	SameID                  // identifier, date or place, and most of the rest
	Relabelled              // date and point, and most of the rest
	Moved                   // date, actors and first-order division, and most of the rest
	Numbered                // identifier alone, in a table that says neither when nor where
	NumPasses
)

var passWords = [NumPasses]string{
	"every field the same", "every field but one", "date, point and note", "date and note", "point and note",
	"date, point and actors", "the same note", "identifier and most fields", "date, point and most fields",
	"date, actors, region and most fields", "identifier alone",
}

func (p Pass) String() string { return passWords[min(p, NumPasses-1)] }

// Field is a column that both releases have.
type Field struct {
	Key       string // canonical name
	Old, New  *record.Column
	Numbering bool // identifiers and serial numbers: they say nothing about the event and are left out of the comparison

	lens   [2]lens
	weight int
	people bool // the rows are persons
	seed   uint64
}

// Pair is one record in both releases.
type Pair struct {
	Old, New   int32 // rows from 0
	Pass       Pass
	Changed    []*Field // compared fields whose values differ, in the order of Diff.Fields
	Renumbered bool     // the identifiers differ
}

// Diff is what changed from one release to the next. Its order is that of the rows; which rows are joined does not depend
// on it.
type Diff struct {
	Old, New         *record.Dataset
	Fields           []*Field         // columns of both, in the order of the new file
	OnlyOld, OnlyNew []*record.Column // columns of one alone
	Pairs            []Pair           // by old row
	Gone, Added      []int32          // rows of old and of new without a partner
	IDs              IDs
	Deaths           Deaths
	Reports          Reports

	id *Field // nil where one of the files has no identifiers
}

// Compare joins the rows of two releases. It returns an error where the files are not of one format or share no field to
// compare, and where ctx ends.
func Compare(ctx context.Context, before, after *record.Dataset) (*Diff, error) {
	if before.Format.ID != after.Format.ID {
		return nil, fmt.Errorf("%s is read as %s, %s as %s: %w (hint: --map says what the columns of a table mean)",
			before.Path, cmp.Or(before.Format.Title, before.Format.ID), after.Path, cmp.Or(after.Format.Title, after.Format.ID), ErrFormats)
	}
	d := &Diff{Old: before, New: after}
	d.columns()
	if !slices.ContainsFunc(d.Fields, func(f *Field) bool { return !f.Numbering }) {
		return nil, fmt.Errorf("%s and %s: %w (hint: are these releases of one dataset?)", before.Path, after.Path, ErrColumns)
	}
	j := newJoiner(d)
	if err := j.run(ctx); err != nil {
		return nil, err
	}
	for old, pair := range j.partner[0] {
		if pair < 0 {
			d.Gone = append(d.Gone, int32(old))
			continue
		}
		p := Pair{Old: int32(old), New: pair, Pass: j.pass[old]}
		for _, f := range d.Fields {
			if !f.Numbering && !f.same(old, int(pair)) {
				p.Changed = append(p.Changed, f)
			}
		}
		p.Renumbered = d.id != nil && !d.id.same(old, int(pair))
		d.Pairs = append(d.Pairs, p)
	}
	for row, pair := range j.partner[1] {
		if pair < 0 {
			d.Added = append(d.Added, int32(row))
		}
	}
	d.countIDs(j)
	d.countDeaths()
	d.countReports(j)
	return d, ctx.Err()
}

// Empty reports whether the releases say the same: the same records with the same values under the same identifiers.
// Serial numbers of an export and the order of rows do not count.
func (d *Diff) Empty() bool {
	return len(d.Gone)+len(d.Added)+len(d.OnlyOld)+len(d.OnlyNew) == 0 &&
		!slices.ContainsFunc(d.Pairs, func(p Pair) bool { return len(p.Changed) > 0 || p.Renumbered })
}

// Changed is the number of pairs of which a compared field differs.
func (d *Diff) Changed() int {
	n := 0
	for i := range d.Pairs {
		if len(d.Pairs[i].Changed) > 0 {
			n++
		}
	}
	return n
}

// Passes counts the pairs of each pass.
func (d *Diff) Passes() (n [NumPasses]int) {
	for i := range d.Pairs {
		n[d.Pairs[i].Pass]++
	}
	return n
}

// FieldChanges is how often a field differs between the two rows of a pair.
type FieldChanges struct {
	*Field
	Changed int
	SameID  int // of these, pairs that kept their identifier: nothing but the value tells of the change
	Emptied int // a value before, none after
	Filled  int // none before, a value after
	Respelt int // a label that differs only in case, spaces, marks or years in brackets
}

// Changes counts the changes of each field, the most frequent first; fields that never changed are left out.
func (d *Diff) Changes() []FieldChanges {
	at := map[*Field]int{}
	var out []FieldChanges
	for _, f := range d.Fields {
		at[f] = len(out)
		out = append(out, FieldChanges{Field: f})
	}
	for i := range d.Pairs {
		p := &d.Pairs[i]
		for _, f := range p.Changed {
			c := &out[at[f]]
			c.Changed++
			if !p.Renumbered {
				c.SameID++
			}
			switch was, is := f.Old.State(int(p.Old)), f.New.State(int(p.New)); {
			case is == record.Empty && was != record.Empty:
				c.Emptied++
			case was == record.Empty && is != record.Empty:
				c.Filled++
			case f.respelt(int(p.Old), int(p.New)):
				c.Respelt++
			}
		}
	}
	out = slices.DeleteFunc(out, func(c FieldChanges) bool { return c.Changed == 0 })
	slices.SortStableFunc(out, func(a, b FieldChanges) int { return cmp.Compare(b.Changed, a.Changed) })
	return out
}
