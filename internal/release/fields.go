package release

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/record"
)

// lens turns the cells of a column into numbers that are equal, also between two files, exactly when the cells say the
// same: 9.0500 and 9.05 are one number, 31/12/2015 and 2015-12-31 one day. 0 is the empty cell. Long text is compared by
// the 64-bit hash that reading keeps.
type lens struct {
	col   *record.Column
	codes []uint64 // by code, of coded columns
	folds []uint64 // by code, of coded text: without case, spaces and marks
	ident bool     // the column of identifiers
}

// reading is how both columns of a field are read.
type reading uint8

const (
	asText reading = iota
	asNumber
	asDay
)

func newLens(c *record.Column, as reading) lens {
	l := lens{col: c}
	if c.Storage != record.Coded {
		return l
	}
	d := c.Dict
	l.codes = make([]uint64, len(d.Texts))
	for code, text := range d.Texts {
		switch {
		case d.States[code] == record.Empty:
		case as == asNumber && d.States[code] == record.Present && !math.IsNaN(d.Nums[code]):
			l.codes[code] = number(d.Nums[code])
		case as == asDay && d.Days[code] != record.NoDay:
			l.codes[code] = record.Mix(uint64(d.Days[code])) | 1
		default:
			l.codes[code] = record.Hash([]byte(whole(text)))
		}
	}
	if as == asText {
		l.folds = make([]uint64, len(d.Texts))
		for code, text := range d.Texts {
			if l.folds[code] = record.Hash(fold(text)); l.folds[code] == 0 {
				l.folds[code] = l.codes[code]
			}
		}
	}
	return l
}

// whole takes the ".0" off a whole number, which statistics programs write behind numbers of columns with empty cells.
func whole(text string) string {
	rest, ok := strings.CutSuffix(text, ".0")
	if !ok || rest == "" || strings.Trim(rest, "-0123456789") != "" {
		return text
	}
	return rest
}

// years are those in which a label of an actor holds: releases end and begin regimes anew.
var years = regexp.MustCompile(`\((\d{4})?-(\d{4})?\)`)

// fold leaves the letters and digits of a text, in lower case and without years in brackets.
func fold(text string) []byte {
	var out []byte
	for _, r := range years.ReplaceAllString(text, "") {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return out
}

// number never returns 0, which is the empty cell.
func number(v float64) uint64 { return record.Mix(math.Float64bits(v+0)) | 1 } // -0 + 0 = 0

func (l *lens) value(row int) uint64 {
	switch l.col.Storage {
	case record.Coded:
		return l.codes[l.col.Codes[row]]
	case record.Real:
		v := l.col.Reals[row]
		switch s := record.StateOf(v); s {
		case record.Present:
			return number(v)
		case record.Empty:
			return 0
		default:
			return record.Mix(uint64(s)) | 1 // its text is not kept
		}
	}
	if l.ident {
		if text, ok := l.col.Text(row); ok {
			return record.Hash([]byte(whole(text)))
		}
	}
	return l.col.Same(row)
}

// alike is like value, but equal for labels that differ only in case, spaces, marks and years in brackets.
func (l *lens) alike(row int) uint64 {
	if l.folds != nil {
		return l.folds[l.col.Codes[row]]
	}
	return l.value(row)
}

func (f *Field) same(before, after int) bool {
	return f.lens[0].value(before) == f.lens[1].value(after)
}

// respelt reports whether the two cells differ only in spelling.
func (f *Field) respelt(before, after int) bool {
	return f.lens[0].folds != nil && f.lens[1].folds != nil && f.lens[0].alike(before) == f.lens[1].alike(after)
}

// term is what a cell adds to the sum that stands for a row's content; a sum, so that one field can be taken out of it.
func (f *Field) term(side, row int) uint64 { return record.Mix(f.lens[side].value(row) ^ f.seed) }

func (f *Field) role() record.Role {
	if f.New.Field == nil {
		return record.RoleNone
	}
	return f.New.Field.Role
}

// columns pairs the columns of the two files by canonical name. A column without a name is a saved row index.
func (d *Diff) columns() {
	find := func(in *record.Dataset, key string) *record.Column {
		for i := range in.Columns {
			if c := &in.Columns[i]; c.Key() == key {
				return c
			}
		}
		return nil
	}
	idOld, idNew := d.Old.Role(record.RoleID), d.New.Role(record.RoleID)
	for i := range d.New.Columns {
		c := &d.New.Columns[i]
		key := c.Key()
		if key == "" || find(d.New, key) != c {
			continue
		}
		old := find(d.Old, key)
		if c == idNew && idOld != nil {
			old = idOld
		}
		if old == nil {
			d.OnlyNew = append(d.OnlyNew, c)
			continue
		}
		f := &Field{Key: key, Old: old, New: c, Numbering: c == idNew || numbering(d.New.Format.ID, c), seed: record.Hash([]byte(key))}
		as := readingOf(old, c)
		f.lens = [2]lens{newLens(old, as), newLens(c, as)}
		f.weight, f.people = weightOf(c), d.New.Format.ID == people
		if c == idNew {
			f.lens[0].ident, f.lens[1].ident = true, true
			d.id = f
		}
		d.Fields = append(d.Fields, f)
	}
	for i := range d.Old.Columns {
		c := &d.Old.Columns[i]
		if c.Key() != "" && !slices.ContainsFunc(d.Fields, func(f *Field) bool { return f.Old == c }) && find(d.Old, c.Key()) == c {
			d.OnlyOld = append(d.OnlyOld, c)
		}
	}
}

// numbering reports columns that number records: identifiers, and in ACLED the serial numbers and the time of the export.
func numbering(format string, c *record.Column) bool {
	return c.Field != nil && (c.Field.Type == record.TypeID || c.Field.Type == record.TypeSerial && format == "acled")
}

// readingOf chooses what two columns can both be read as.
func readingOf(a, b *record.Column) reading {
	numeric := func(c *record.Column) bool {
		return c.Storage == record.Real || c.Storage == record.Coded && c.Dict.Nums != nil
	}
	dated := func(c *record.Column) bool {
		// EDTF says how sure a date is ("2016-01~"), which a day does not.
		return c.Storage == record.Coded && c.Dict.Days != nil && !slices.Contains(c.Field.Dates, record.DateEDTF) && c.Field.Separator == ""
	}
	switch {
	case numeric(a) && numeric(b):
		return asNumber
	case dated(a) && dated(b):
		return asDay
	}
	return asText
}

// minNote is the length in bytes from which a note is taken to tell of one event, not of a kind of events.
const minNote = 40

// weightOf is how much agreement in a column says about two rows being one record. What most rows share (country, year)
// says nothing.
func weightOf(c *record.Column) int {
	if c.Field == nil {
		return 1
	}
	switch c.Field.Role {
	case record.RoleNote:
		return 6
	case record.RoleArticle:
		return 4
	case record.RoleDate, record.RoleActor1, record.RoleActor2:
		return 3
	case record.RolePlace, record.RoleLat, record.RoleLon, record.RoleBest, record.RoleKind, record.RoleTarget:
		return 2
	case record.RoleYear, record.RoleCountry, record.RoleCountryCode:
		return 0
	}
	switch c.Field.Name {
	case "region", "iso", "iso3", "gwno", "country_id":
		return 0
	}
	return 1
}
