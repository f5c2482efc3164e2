package tabular

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Limits of what one finding lists, and of when a deviation counts as systematic.
const (
	MaxRelated = 10_000 // further rows listed in a finding that stands for many
	Examples   = 20     // rows listed in a finding about the dataset as a whole
	Together   = 20     // from more rows on, the same wrong text is told once
	Systematic = 20     // fewer hits than this are always told one by one
)

// Test is one thing that must hold in every row to which it applies. Its hits become one finding each, or a single finding
// about the dataset where more than half of the rows checked fail: then a column means something else than its name says,
// and a list of rows would only hide that.
type Test struct {
	What    string // the relation that must hold, for people: "year is the year of event_date"
	Columns []int  // the first is the column in question, the others are marked too
	Whole   string // help for the finding about the dataset; "" = that of the rows
	Checked int
	Hits    []int32 // rows, ascending
}

// Hit records a row that fails.
func (t *Test) Hit(row int) { t.Hits = append(t.Hits, int32(row)) }

// IsSystematic reports whether more than half of the rows checked fail.
func (t *Test) IsSystematic() bool { return len(t.Hits) >= Systematic && 2*len(t.Hits) > t.Checked }

// Report reports the hits. one builds the finding of a row; row and columns are filled in here.
func (t *Test) Report(p *check.Pass, one func(row int) check.Finding) {
	if len(t.Hits) == 0 {
		return
	}
	column, marked := -1, []int(nil)
	if len(t.Columns) > 0 {
		column, marked = t.Columns[0], t.Columns[1:]
	}
	if t.IsSystematic() {
		first := one(int(t.Hits[0]))
		help := t.Whole
		if help == "" {
			help = first.Help
		}
		p.Report(check.Finding{
			Severity: first.Severity, Confidence: first.Confidence, Row: -1, Column: column, Marked: marked,
			Related: Refs(p.Data, t.Hits, column, Examples),
			Message: fmt.Sprintf("%s of %s break the rule that %s", wording.Share(len(t.Hits), t.Checked), wording.Count(t.Checked, "row"), t.What),
			Why:     fmt.Sprintf("%s of %s; the first: %s", wording.Thousands(len(t.Hits)), wording.Thousands(t.Checked), first.Message),
			Help:    help, Expected: t.What, Found: wording.Count(len(t.Hits), "row") + " that break it", Weight: float64(len(t.Hits)),
		})
		return
	}
	for _, row := range t.Hits {
		f := one(int(row))
		f.Row, f.Column = int(row), column
		if f.Marked == nil {
			f.Marked = marked
		}
		p.Report(f)
	}
}

// Ragged returns the rows whose records have too few or too many fields. Rule VAL001 reports them; that some of their cells
// are empty or misplaced follows from it and is no finding of its own.
func Ragged(d *record.Dataset) map[int]bool {
	out := map[int]bool{}
	for _, problem := range d.Problems {
		if problem.Row >= 0 && problem.Kind == "ragged" {
			out[problem.Row] = true
		}
	}
	return out
}

// Columns lists the positions of the columns that exist.
func Columns(columns ...*record.Column) []int {
	var out []int
	for _, c := range columns {
		if c != nil {
			out = append(out, c.Index)
		}
	}
	return out
}

// ByCode gathers the rows of the codes for which wanted holds, in file order, at most limit rows each; counts holds how
// many there are in all. Both are indexed by code; rows is nil for codes that are not wanted.
func ByCode(c *record.Column, wanted []bool, limit int) (rows [][]int32, counts []int) {
	rows, counts = make([][]int32, len(wanted)), make([]int, len(wanted))
	for row, code := range c.Codes {
		if wanted[code] {
			counts[code]++
			if len(rows[code]) < limit {
				rows[code] = append(rows[code], int32(row))
			}
		}
	}
	return rows, counts
}
