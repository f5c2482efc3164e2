package dup002

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// systematic is the share of rows in groups over which repetition is a property of the table, not an error in rows.
const systematic = 0.5

func run(p *check.Pass) {
	d := p.Data
	rows := equalRows(d)
	ids := equalIDs(d)
	if p.Cancelled() {
		return
	}

	var monadic, clashes [][]int32
	for i := range ids.Len() {
		g := withoutEqualRows(d, ids.At(i))
		switch {
		case len(g) < 2: // equal in every cell: reported as such
		case d.Format.ID == "acled" && swapped(d, g):
			monadic = append(monadic, g)
		default:
			clashes = append(clashes, g)
		}
	}

	if share(rows.Rows(), d.N) > systematic {
		whole(p, rows.At(0), rows.Rows(), "are equal in every cell to another row", "the table was probably appended to itself, or a join repeated its rows")
	} else {
		for i := range rows.Len() {
			identical(p, rows.At(i))
		}
	}
	if len(monadic) > 0 {
		layout(p, monadic)
	}
	n := 0
	for _, g := range clashes {
		n += len(g)
	}
	if share(n, d.N) > systematic {
		whole(p, clashes[0], n, "share their identifier with another row", "the column does not identify rows: the table may have one row a victim, a source or a place")
		return
	}
	for _, g := range clashes {
		clash(p, g)
	}
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// equalRows groups rows that are equal in every cell.
func equalRows(d *record.Dataset) *grouping.Groups {
	if d.RowHash == nil {
		return &grouping.Groups{}
	}
	return grouping.Equal(d.RowHash).Confirm(func(a, b int) bool {
		for i := range d.Columns {
			if c := &d.Columns[i]; c.Name != "" && !grouping.SameCells(a, b, c) {
				return false
			}
		}
		return true
	})
}

// equalIDs groups rows with one identity.
func equalIDs(d *record.Dataset) *grouping.Groups {
	return grouping.Equal(grouping.Identity(d)).Confirm(func(a, b int) bool { return grouping.SameRecord(d, a, b) })
}

// withoutEqualRows keeps one of each set of rows that are equal in every cell.
func withoutEqualRows(d *record.Dataset, rows []int32) []int32 {
	if d.RowHash == nil {
		return rows
	}
	var out []int32
	seen := make(map[uint64]bool, len(rows))
	for _, r := range rows {
		if h := d.RowHash[r]; !seen[h] {
			seen[h] = true
			out = append(out, r)
		}
	}
	return out
}

// swapped reports whether two rows with one identifier name each other's actors.
func swapped(d *record.Dataset, rows []int32) bool {
	a1, a2 := d.Role(record.RoleActor1), d.Role(record.RoleActor2)
	if a1 == nil || a2 == nil || len(rows) != 2 {
		return false
	}
	x, y := int(rows[0]), int(rows[1])
	x1, _ := a1.Text(x)
	x2, _ := a2.Text(x)
	y1, _ := a1.Text(y)
	y2, _ := a2.Text(y)
	return x1 == y2 && x2 == y1 && x1 != x2
}

func identical(p *check.Pass, rows []int32) {
	d := p.Data
	p.Report(check.Finding{
		Row: int(rows[0]), Column: p.Col(record.RoleID), Related: grouping.Related(d, rows), Alike: len(rows) - 1,
		Message:  fmt.Sprintf("%s are equal in every cell", wording.Count(len(rows), "row")),
		Why:      fmt.Sprintf("%s stands in rows %s", grouping.Label(d, int(rows[0])), numbers(d, rows)),
		Help:     "keep one of these rows",
		Expected: "1 row", Found: wording.Count(len(rows), "row"),
		Weight: weight(d, rows),
	})
}

func clash(p *check.Pass, rows []int32) {
	d := p.Data
	differ := grouping.Differing(d, rows)
	what := "only in serial numbers"
	if len(differ) > 0 {
		what = "in " + grouping.Names(d, differ, 6)
	}
	p.Report(check.Finding{
		Row: int(rows[0]), Column: p.Col(record.RoleID), Marked: differ[:min(len(differ), 6)], Related: grouping.Related(d, rows), Alike: len(rows) - 1,
		Message:  fmt.Sprintf("identifier %s stands on %s", grouping.Label(d, int(rows[0])), wording.Count(len(rows), "row")),
		Why:      fmt.Sprintf("rows %s differ %s", numbers(d, rows), what),
		Help:     "find out whether one row is a later version of the other, and keep that one, or give each event an identifier of its own",
		Expected: "1 row", Found: wording.Count(len(rows), "row"),
		Weight: weight(d, rows),
	})
}

func layout(p *check.Pass, groups [][]int32) {
	d := p.Data
	p.Report(check.Finding{
		Row: -1, Column: p.Col(record.RoleID), Severity: check.Note, Related: examples(d, groups),
		Message: fmt.Sprintf("%s stand on two rows with the actors swapped: the export has one row for each actor", wording.Count(len(groups), "event")),
		Why:     "each of these pairs has one identifier, and actor1 of one row is actor2 of the other",
		Help:    "count events and deaths over distinct identifiers, or ask for an export with one row an event",
		Weight:  float64(len(groups)),
	})
}

func whole(p *check.Pass, first []int32, n int, what, meaning string) {
	d := p.Data
	refs := append([]check.Ref{{Data: d, Row: int(first[0]), Column: -1}}, grouping.Related(d, first[:min(len(first), 6)])...)
	p.Report(check.Finding{
		Row: -1, Column: p.Col(record.RoleID), Related: refs, Confidence: 0.9,
		Message: fmt.Sprintf("%s of %s %s", wording.Thousands(n), wording.Count(d.N, "row"), what),
		Why:     meaning,
		Help:    "count over distinct identifiers, or repeat the step that made the table",
		Weight:  float64(n),
	})
}

func examples(d *record.Dataset, groups [][]int32) []check.Ref {
	var out []check.Ref
	for _, g := range groups[:min(len(groups), 3)] {
		for _, r := range g {
			out = append(out, check.Ref{Data: d, Row: int(r), Column: -1})
		}
	}
	return out
}

func numbers(d *record.Dataset, rows []int32) string {
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = fmt.Sprint(d.RowNumber(int(r)))
	}
	return wording.List(words, 8)
}

// weight counts the rows too many and the deaths on them.
func weight(d *record.Dataset, rows []int32) float64 {
	w := float64(len(rows) - 1)
	if d.Events == nil || d.Events.Deaths == nil {
		return w
	}
	for _, r := range rows[1:] {
		if c := d.Events.Deaths[r]; c.Known() && c.Best > 0 {
			w += float64(c.Best)
		}
	}
	return w
}
