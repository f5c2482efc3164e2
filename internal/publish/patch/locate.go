package patch

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/csvfile"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/settings"
	"github.com/assaydata/assay/internal/wording"
)

// edit is a correction whose cell was found.
type edit struct {
	c           Correction
	row, column int    // from 0
	old         string // text of the cell
	content     []byte // the new text in the encoding of the file
	isID        bool
}

// locate finds the cell of each correction and compares its text with the hash. Edits are in the order of the corrections.
func locate(ctx context.Context, d *record.Dataset, src *csvfile.Rereader, list []Correction) ([]edit, Problems, error) {
	var problems Problems
	fail := func(c *Correction, column, text, hint string) {
		problems = append(problems, Problem{c.at.file, c.at.row, column, text, hint})
	}
	rows := rowsOf(d, list)
	id := d.Role(record.RoleID)
	taken := map[[2]int]bool{}
	var edits []edit
	for i := range list {
		c := &list[i]
		column := d.Column(c.Field)
		if column == nil {
			hint := "it has " + wording.List(names(d), 12)
			if near := settings.Nearest(c.Field, names(d)); near != "" {
				hint = "did you mean " + near + "?"
			}
			fail(c, "field", fmt.Sprintf("%s has no column %q", d.Path, c.Field), hint)
			continue
		}
		row, what, hint := find(d, c, rows)
		if what != "" {
			at := "id"
			if c.Row > 0 {
				at = "row"
			}
			fail(c, at, what, hint)
			continue
		}
		place := [2]int{row, column.Index}
		if taken[place] {
			fail(c, "field", "an earlier line corrects the same cell", "keep one of them")
			continue
		}
		taken[place] = true
		content, ok := encode(src.Blob, c.New)
		if !ok {
			fail(c, "new_value", "the file is in "+src.Blob.Encoding.Name+", which cannot write this value", "convert the file to UTF-8 first, or write the value with other characters")
			continue
		}
		edits = append(edits, edit{c: *c, row: row, column: column.Index, content: content, isID: column == id})
	}
	wrong, err := compare(ctx, d, edits)
	problems = append(problems, wrong...)
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.Row - b.Row })
	return edits, problems, err
}

// compare reads the cells of the edits and compares them with the hashes.
func compare(ctx context.Context, d *record.Dataset, edits []edit) (Problems, error) {
	var problems Problems
	order := make([]int, len(edits))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return edits[a].row - edits[b].row })
	var rows []int
	for _, i := range order {
		rows = append(rows, edits[i].row)
	}
	err := d.Reread(ctx, slices.Compact(rows), func(row int, cells []string) error {
		for ; len(order) > 0 && edits[order[0]].row == row; order = order[1:] {
			e := &edits[order[0]]
			fail := func(column, text, hint string) {
				problems = append(problems, Problem{e.c.at.file, e.c.at.row, column, text, hint})
			}
			cell := fmt.Sprintf("%s:%d:%s", d.Path, d.RowNumber(row), d.Columns[e.column].Name)
			if e.column >= len(cells) {
				fail("field", cell+": the row ends before this column", "")
				continue
			}
			e.old = cells[e.column]
			switch got := Hash(e.old); {
			case got == e.c.OldSHA256:
			case e.old == e.c.New:
				fail("old_sha256", cell+" has the new value already", "take a fresh copy of the file")
			default:
				fail("old_sha256", fmt.Sprintf("%s has another value than the one that was corrected (SHA-256 %.8s… instead of %.8s…)", cell, got, e.c.OldSHA256),
					"the correction was made for another release, or the cell was corrected since")
			}
		}
		return nil
	})
	return problems, err
}

// rowsOf finds the rows of the identifiers that the corrections name.
func rowsOf(d *record.Dataset, list []Correction) map[string][]int {
	rows := map[string][]int{}
	for i := range list {
		rows[list[i].ID] = nil
	}
	delete(rows, "")
	for row := range d.N {
		id := d.ID(row)
		if at, ok := rows[id]; ok {
			rows[id] = append(at, row)
		}
	}
	return rows
}

// find returns the row that a correction means, or what is wrong.
func find(d *record.Dataset, c *Correction, rows map[string][]int) (row int, what, hint string) {
	if d.Role(record.RoleID) == nil && c.ID != "" {
		return 0, fmt.Sprintf("%s has no column of identifiers", d.Path), "name it with --map, or leave id empty and give row"
	}
	if c.Row > 0 {
		row := sort.Search(d.N, func(i int) bool { return d.RowNumber(i) >= c.Row })
		switch {
		case row == d.N || d.RowNumber(row) != c.Row:
			return 0, fmt.Sprintf("%s has no row %d that could be read", d.Path, c.Row), ""
		case c.ID != "" && d.ID(row) != c.ID:
			return 0, fmt.Sprintf("%s:%d has another identifier", d.Path, c.Row), "leave row empty where the identifier stands on one row only"
		}
		return row, "", ""
	}
	switch found := rows[c.ID]; len(found) {
	case 0:
		return 0, fmt.Sprintf("no row of %s has this identifier", d.Path), "is this the release for which the correction was made?"
	case 1:
		return found[0], "", ""
	default:
		return 0, fmt.Sprintf("%d rows of %s have this identifier", len(found), d.Path), "say which one in a column row"
	}
}

// encode writes a value as the file writes text: in UTF-8, or in the encoding of the whole file. It reports false where the
// value would not be read back as it is.
func encode(b *container.Blob, value string) ([]byte, bool) {
	if strings.HasPrefix(b.Charset, "UTF-") {
		return []byte(value), true
	}
	var out []byte
	for _, r := range value {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
			continue
		}
		at := -1
		for c := utf8.RuneSelf; c < 256; c++ {
			if got, _ := b.Encoding.Decode(nil, []byte{byte(c)}); r != utf8.RuneError && string(got) == string(r) {
				at = c
				break
			}
		}
		if at < 0 {
			return nil, false
		}
		out = append(out, byte(at))
	}
	back := out
	if !utf8.Valid(out) {
		back, _ = b.Encoding.Decode(nil, out)
	}
	return out, string(back) == value
}

func names(d *record.Dataset) []string {
	var out []string
	for i := range d.Columns {
		if key := d.Columns[i].Key(); key != "" {
			out = append(out, key)
		}
	}
	return out
}
