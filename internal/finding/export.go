package finding

import (
	"slices"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Group is what one rule found in one dataset, for other renderings of an audit.
type Group struct {
	Data     *record.Dataset
	Rule     *check.Rule
	Class    string          // "error", "warning", "lead" or "note": of the gravest finding
	Findings []check.Finding // by row; a part of the audit's findings
	Rows     int             // distinct rows at which there is a finding
	Extent   string          // for people: "101 of 16,566 rows (0.61 %)"
}

// Groups splits the findings by dataset and rule, graver classes first, then in the order of families and codes.
func Groups(a *audit.Audit) []Group {
	gs := groups(a, Options{})
	rank(gs)
	out := make([]Group, len(gs))
	for i := range gs {
		g := &gs[i]
		out[i] = Group{g.data, g.rule, g.class.String(), g.findings, g.rows, g.extent()}
	}
	return out
}

// Worst returns the k gravest findings, gravest first: by class, weight and confidence, then in file order.
func (g *Group) Worst(k int) []*check.Finding {
	if k < 100 {
		return (&group{findings: g.Findings}).worst(k)
	}
	all := make([]*check.Finding, len(g.Findings))
	for i := range g.Findings {
		all[i] = &g.Findings[i]
	}
	slices.SortStableFunc(all, graver)
	return all[:min(k, len(all))]
}

// Class is "error", "warning", "lead" or "note".
func Class(f *check.Finding) string { return classOf(f).String() }

// Column is a column of a small table of cells.
type Column struct {
	Index int
	Name  string // in the file for a column in question, what it means for the others
	Value bool   // the value in question
	Basis bool   // a value that the finding rests on
	Right bool   // a number
}

// Columns chooses the columns of a dataset that show a finding: those in question, and those by which a person recognises
// the event.
func Columns(d *record.Dataset, value int, basis []int) []Column {
	cols := tableColumns(d, value, basis)
	out := make([]Column, len(cols))
	for i, c := range cols {
		out[i] = Column{c.index, c.name, c.mark == markValue, c.mark == markBasis, c.right}
	}
	return out
}

// File names the file of a dataset without anything about the computer it lies on.
func File(d *record.Dataset) string { return slashPath(d, "") }

// ColumnName is the name of a column in its file, "" for no column.
func ColumnName(d *record.Dataset, column int) string { return columnName(d, column) }

// RoleColumn is the column of a role that is shown, nil where the dataset has none: where its own column is withheld, another
// one of the same role that says the same in the words of a codebook.
func RoleColumn(d *record.Dataset, role record.Role) *record.Column { return roleColumn(d, role) }

// Clean replaces control characters and marks that reorder text.
func Clean(s string) string { return clean(s) }

// StatText writes the evidence of a statistical finding on one line.
func StatText(s *check.Stat) string { return statText(s) }

// Thousands writes n with a comma between groups of three digits.
func Thousands(n int) string { return wording.Thousands(n) }

// Plural writes a number with its noun.
func Plural(n int, one, many string) string { return plural(n, one, many) }

// Percent writes a share from 0 to 1 in per cent, with as many decimals as its size deserves.
func Percent(share float64) string { return percent(share) }

// Interval writes the bounds of a share in per cent.
func Interval(s audit.Share) string { return interval(s) }
