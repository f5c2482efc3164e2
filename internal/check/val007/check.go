package val007

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// tie is one dependency between codes of a row.
type tie struct {
	what    string // that must hold
	columns []*record.Column
	judged  func(row int) bool // the tie says something about the row
	broken  func(row int) bool // asked only of rows that are judged
	finding func(row int) check.Finding
}

// ties lists the dependencies that a dataset has the columns for.
func ties(d *record.Dataset) []tie {
	switch d.Format.ID {
	case "acled":
		return acled(d)
	case "ged":
		return ged(d)
	case "scad":
		return scad(d)
	case "gtd", "mapped":
		return gtd(d)
	}
	return nil
}

func applies(p *check.Pass) string {
	if len(ties(p.Data)) == 0 {
		return "no columns that depend on each other"
	}
	return ""
}

func run(p *check.Pass) {
	for _, t := range ties(p.Data) {
		if p.Cancelled() {
			return
		}
		t.check(p)
	}
}

func (t tie) check(p *check.Pass) {
	test := tabular.Test{What: t.what, Columns: tabular.Columns(t.columns...)}
	for row := range p.Data.N {
		if !t.judged(row) {
			continue
		}
		test.Checked++
		if t.broken(row) {
			test.Hit(row)
		}
	}
	finding := func(row int) check.Finding {
		f := t.finding(row)
		if f.Help == "" {
			f.Help = "read the record's description to see which of the codes is wrong"
		}
		if f.Weight == 0 {
			f.Weight = 1
		}
		return f
	}
	if p.Data.Format.ID == "scad" && !test.IsSystematic() {
		byEvent(p, &test, finding)
		return
	}
	test.Report(p, finding)
}

// byEvent reports one finding for each event that is told over several rows.
func byEvent(p *check.Pass, test *tabular.Test, finding func(row int) check.Finding) {
	id := p.Data.Role(record.RoleID)
	rows := map[uint64][]int32{}
	var order []uint64
	for _, row := range test.Hits {
		key := uint64(row)
		if id != nil {
			key = id.Same(int(row))
		}
		if rows[key] == nil {
			order = append(order, key)
		}
		rows[key] = append(rows[key], row)
	}
	for _, key := range order {
		f := finding(int(rows[key][0]))
		f.Row, f.Column, f.Marked = int(rows[key][0]), test.Columns[0], test.Columns[1:]
		f.Related, f.Alike = tabular.Refs(p.Data, rows[key][1:], test.Columns[0], tabular.MaxRelated), len(rows[key])-1
		p.Report(f)
	}
}

// coded reports whether all columns exist and hold codes.
func coded(columns ...*record.Column) bool {
	for _, c := range columns {
		if c == nil || c.Storage != record.Coded {
			return false
		}
	}
	return true
}

func text(c *record.Column, row int) string { return c.Dict.Texts[c.Codes[row]] }
