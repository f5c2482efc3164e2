package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// findingView is a finding in full: its rows side by side, why, and what to do.
type findingView struct {
	Class, Code, Title string
	Message            string
	Dataset            string
	Address            string // "row 348, line 349, column best"
	ID                 string
	Confidence         string
	Tables             []tableView
	More               string
	Problem            string
	Why, Test, Help    string
}

type tableView struct {
	Caption string
	Head    []cell
	Rows    []tableRow
}

type tableRow struct {
	Number string
	First  bool // the row in question
	Cells  []cell
}

// mostRelated is the number of further rows shown beside the row in question.
const mostRelated = 4

func (v *vault) full(f *check.Finding) findingView {
	out := findingView{
		Class: finding.Class(f), Code: f.Rule.Code, Title: f.Rule.Title, Message: sentence(f.Message, f.Data), Dataset: f.Data.Name,
		Address: address(f), ID: finding.Clean(v.shield.ID(f.Data, f.Row)), Confidence: fmt.Sprintf("%.2f", f.Confidence),
		Why: sentence(f.Why, f.Data), Help: sentence(f.Help, f.Data), Problem: v.problem(f.Data),
	}
	if f.Stat != nil {
		out.Test = finding.Clean(finding.StatText(f.Stat))
	}
	if out.Problem != "" {
		return out
	}
	shown := 0
	for _, t := range tablesOf(f, mostRelated) {
		out.Tables = append(out.Tables, v.table(t, f))
		shown += len(t.rows)
	}
	if f.Row >= 0 {
		shown--
	}
	rest := 0
	for _, r := range f.Related {
		if r.Row >= 0 {
			rest++
		}
	}
	if rest > shown {
		out.More = "and " + finding.Plural(rest-shown, "more row", "more rows") + ", named in findings.csv"
	}
	return out
}

func (v *vault) table(t rowTable, f *check.Finding) tableView {
	out := tableView{Caption: "Cells of " + t.data.Name + " as they stand in the file"}
	// A column that says nothing in any of the rows is left out, unless that is the point.
	var keep []finding.Column
	for _, c := range t.columns {
		if c.Value || c.Basis || slices.ContainsFunc(t.rows, func(row int) bool { cl := v.cell(t.data, row, c); return !cl.Empty && !cl.Withheld }) {
			keep = append(keep, c)
		}
	}
	for _, c := range keep {
		out.Head = append(out.Head, cell{Text: finding.Clean(c.Name), Value: c.Value, Basis: c.Basis, Right: c.Right})
	}
	for _, row := range t.rows {
		r := tableRow{Number: finding.Thousands(t.data.RowNumber(row)), First: t.data == f.Data && row == f.Row}
		for _, c := range keep {
			r.Cells = append(r.Cells, v.cell(t.data, row, c))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}

// address says in words where a finding is.
func address(f *check.Finding) string {
	column := finding.Clean(finding.ColumnName(f.Data, f.Column))
	if f.Row < 0 {
		if column != "" {
			return "column " + column
		}
		return "the dataset as a whole"
	}
	s := "row " + finding.Thousands(f.Data.RowNumber(f.Row))
	if n := f.Data.Line(f.Row); n > 0 {
		s += ", line " + finding.Thousands(n)
	}
	if column != "" {
		s += ", column " + column
	}
	return s
}

// sentence begins with a capital letter, unless the first word is the name of a column, and ends with a full stop.
func sentence(s string, d *record.Dataset) string {
	s = strings.TrimSpace(finding.Clean(s))
	if s == "" {
		return ""
	}
	if word, _, _ := strings.Cut(s, " "); d == nil || d.Column(word) == nil {
		s = upper(s)
	}
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") {
		s += "."
	}
	return s
}

// upper makes the first word begin with a capital, unless it is a name in lower case (a column, a value).
func upper(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if strings.ContainsAny(word, "_0123456789.=<>/") {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// sample is a finding in one line of a table.
type sample struct {
	Row     string
	Line    string
	ID      string
	Date    string
	Place   string
	Column  string
	Value   cell
	Class   string
	Message string
	Why     string
	Others  string // other rows that it rests on
}

// samples lists findings in one line each.
func (v *vault) samples(fs []*check.Finding) []sample {
	out := make([]sample, 0, len(fs))
	for _, f := range fs {
		d := f.Data
		s := sample{Class: finding.Class(f), Message: sentence(f.Message, d), Column: finding.Clean(finding.ColumnName(d, f.Column))}
		if f.Row >= 0 {
			s.Row = finding.Thousands(d.RowNumber(f.Row))
			if n := d.Line(f.Row); n > 0 {
				s.Line = finding.Thousands(n)
			}
			s.ID = finding.Clean(v.shield.ID(d, f.Row))
			s.Date = v.roleText(d, f.Row, record.RoleDate, record.RoleYear)
			s.Place = v.roleText(d, f.Row, record.RolePlace, record.RoleAdmin2, record.RoleAdmin1, record.RoleCountry)
			if f.Column >= 0 {
				s.Value = v.cell(d, f.Row, finding.Column{Index: f.Column})
			}
		}
		const most = 6
		n := 0
		for _, r := range f.Related {
			if r.Row < 0 {
				continue
			}
			if n++; n <= most {
				s.Others += ", " + finding.Thousands(r.Data.RowNumber(r.Row))
			}
		}
		s.Others = strings.TrimPrefix(s.Others, ", ")
		if n > most {
			s.Others += " and " + finding.Thousands(n-most) + " more"
		}
		out = append(out, s)
	}
	return out
}

// roleText is the cell of the first of some roles that a dataset has.
func (v *vault) roleText(d *record.Dataset, row int, roles ...record.Role) string {
	for _, r := range roles {
		c := d.Role(r)
		if c == nil || c.Withheld() {
			continue
		}
		if text, ok := c.Text(row); ok && text != "" {
			return shorten(v.shield.Cell(d, row, c.Index, text))
		}
	}
	return ""
}
