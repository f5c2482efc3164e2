package finding

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

// cellRoom is more than any cell gets on a line; the rest of a longer cell is not kept.
const cellRoom = 60

// cells holds the cells of the rows that are about to be shown, as they stand in the files but for the names of persons.
type cells struct {
	sets   []*cellSet
	shield *privacy.Shield
}

type cellSet struct {
	data *record.Dataset
	rows map[int][]string // by row index; nil until it was read
	err  error            // why rows are missing
}

// readCells reads the rows of the findings, and of up to related further rows each, again from their files: one pass
// over each file.
func readCells(ctx context.Context, shield *privacy.Shield, fs []*check.Finding, related int) *cells {
	c := &cells{shield: shield}
	for _, f := range fs {
		if f.Row >= 0 {
			c.set(f.Data, true).rows[f.Row] = nil
		}
		for _, r := range shownRelated(f, related) {
			c.set(r.Data, true).rows[r.Row] = nil
		}
	}
	for _, s := range c.sets {
		s.read(ctx, c.shield)
	}
	return c
}

func (c *cells) set(d *record.Dataset, add bool) *cellSet {
	for _, s := range c.sets {
		if s.data == d {
			return s
		}
	}
	if !add {
		return nil
	}
	s := &cellSet{data: d, rows: map[int][]string{}}
	c.sets = append(c.sets, s)
	return s
}

func (s *cellSet) read(ctx context.Context, shield *privacy.Shield) {
	rows := make([]int, 0, len(s.rows))
	for row := range s.rows {
		rows = append(rows, row)
	}
	slices.Sort(rows)
	s.err = s.data.Reread(ctx, rows, func(row int, texts []string) error {
		kept := make([]string, len(s.data.Columns))
		for i := range kept {
			if i < len(texts) {
				kept[i] = shown(&s.data.Columns[i], shield.Cell(s.data, row, i, texts[i]))
			}
		}
		s.rows[row] = kept
		return nil
	})
}

// shown is a cell as it may be printed: a text that is withheld only by its length.
func shown(c *record.Column, text string) string {
	if c.Withheld() {
		if text == "" {
			return ""
		}
		return fmt.Sprintf("[%s]", plural(utf8.RuneCountInString(text), "character", "characters"))
	}
	return shorten(clean(text), cellRoom)
}

// roleColumn is the column of a role that is shown: where its own column is withheld, another one of the same role that says the
// same in the words of a codebook, such as the sort of target of GTD.
func roleColumn(d *record.Dataset, role record.Role) *record.Column {
	c := d.Role(role)
	if c == nil || !c.Withheld() {
		return c
	}
	for i := range d.Columns {
		if o := &d.Columns[i]; o.Field != nil && o.Field.Role == role && !o.Withheld() {
			return o
		}
	}
	return c
}

// row returns the cells of a row, or why there are none.
func (c *cells) row(d *record.Dataset, row int) ([]string, error) {
	s := c.set(d, false)
	if s == nil {
		return nil, record.ErrNoSource
	}
	if got := s.rows[row]; got != nil {
		return got, nil
	}
	if s.err != nil {
		return nil, s.err
	}
	return nil, fmt.Errorf("row %d is no longer in the file", d.RowNumber(row))
}

// shownRelated returns up to most of the rows that a finding refers to.
func shownRelated(f *check.Finding, most int) []check.Ref {
	var out []check.Ref
	for _, r := range f.Related {
		if len(out) == most {
			break
		}
		if r.Row >= 0 && r.Data != nil {
			out = append(out, r)
		}
	}
	return out
}
