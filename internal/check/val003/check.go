package val003

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func applies(p *check.Pass) string {
	for i := range p.Data.Columns {
		if counts(&p.Data.Columns[i]) {
			return ""
		}
	}
	return "no column holds counts"
}

// counts reports whether a column holds counts.
func counts(c *record.Column) bool {
	f := c.Field
	if f == nil || f.Negative {
		return false
	}
	return f.Type == record.TypeInt || f.Type == record.TypeNumber || people(c)
}

// people reports whether a column counts dead or injured persons.
func people(c *record.Column) bool {
	switch c.Field.Role {
	case record.RoleBest, record.RoleLow, record.RoleHigh, record.RoleInjured:
		return true
	}
	return false
}

func run(p *check.Pass) {
	for i := range p.Data.Columns {
		c := &p.Data.Columns[i]
		if !counts(c) {
			continue
		}
		if p.Cancelled() {
			return
		}
		n := tabular.NumbersOf(c)
		whole := c.Field.Type == record.TypeInt || people(c)
		wrong := func(v float64) bool { return v < 0 || whole && v != math.Trunc(v) && !math.IsNaN(v) }
		if n.OK() && n.Any(wrong) {
			column(p, c, n, wrong)
		}
	}
	bounds(p)
}

// column reports the values of a column that cannot be counts.
func column(p *check.Pass, c *record.Column, n tabular.Numbers, wrong func(float64) bool) {
	dividesTotals := p.Data.Column("nkill") != nil // GTD, also in copies that are read through a mapping
	byValue := map[float64][]int32{}
	var divided []int32
	for row := range p.Data.N {
		switch v := n.At(row); {
		case !wrong(v):
		case v > 0 && dividesTotals:
			divided = append(divided, int32(row))
		default:
			byValue[v] = append(byValue[v], int32(row))
		}
	}
	for _, v := range slices.Sorted(maps.Keys(byValue)) {
		repeated(p, c, byValue[v], func(n int) check.Finding {
			if v < 0 {
				return negative(c, v, n)
			}
			return fraction(c, v, n)
		})
	}
	shares(p, c, n, divided)
}

// repeated reports rows with the same value one by one, or as one where they are many.
func repeated(p *check.Pass, c *record.Column, rows []int32, finding func(n int) check.Finding) {
	if len(rows) > tabular.Together {
		f := finding(len(rows))
		f.Row, f.Column, f.Related = int(rows[0]), c.Index, tabular.Refs(p.Data, rows[1:], c.Index, tabular.MaxRelated)
		f.Alike = len(rows) - 1
		p.Report(f)
		return
	}
	for _, row := range rows {
		f := finding(1)
		f.Row, f.Column = int(row), c.Index
		p.Report(f)
	}
}

func negative(c *record.Column, v float64, n int) check.Finding {
	f := check.Finding{
		Message:  fmt.Sprintf("%s %s%s is below zero", tabular.Name(c), wording.Num(v), in(n)),
		Why:      "the codebook defines no such missing-value code for the column",
		Help:     "correct the sign or the number from the source",
		Expected: "0 or more", Found: wording.Num(v), Weight: -v * float64(n),
	}
	switch v {
	case -9, -99, -999, -9999, -77, -88:
		f.Help = "if it is meant as a missing-value code, leave the cell empty or declare the code in the mapping"
	}
	return f
}

func fraction(c *record.Column, v float64, n int) check.Finding {
	return check.Finding{
		Message:  fmt.Sprintf("%s %s%s is not a whole number", tabular.Name(c), wording.Num(v), in(n)),
		Why:      "the column counts whole things",
		Help:     "look for a shifted column, a decimal comma or an average that was written in place of a count",
		Expected: "a whole number", Found: wording.Num(v), Weight: 1,
	}
}

func in(n int) string {
	if n == 1 {
		return ""
	}
	return " in " + wording.Count(n, "row")
}
