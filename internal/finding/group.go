package finding

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// class orders findings by how much attention they deserve. A lead is a lead whatever its severity.
type class uint8

const (
	classError class = iota
	classWarning
	classLead
	classNote
)

func classOf(f *check.Finding) class {
	switch {
	case f.Rule.Lead:
		return classLead
	case f.Severity == check.Error:
		return classError
	case f.Severity == check.Warning:
		return classWarning
	}
	return classNote
}

func (c class) String() string { return [...]string{"error", "warning", "lead", "note"}[c] }

func (c class) style() style { return [...]style{red, yellow, violet, cyan}[c] }

// group is what one rule found in one dataset.
type group struct {
	data     *record.Dataset
	rule     *check.Rule
	class    class           // of the gravest finding
	findings []check.Finding // by row; a part of the audit's findings
	rows     int             // rows of which they speak
}

// groups splits the findings by dataset and rule, in the order of the audit.
func groups(a *audit.Audit, o Options) []group {
	var out []group
	for i := 0; i < len(a.Findings); {
		first := &a.Findings[i]
		g := group{data: first.Data, rule: first.Rule, class: classNote}
		var rows audit.RowSet
		j := i
		for ; j < len(a.Findings) && a.Findings[j].Data == g.data && a.Findings[j].Rule == g.rule; j++ {
			f := &a.Findings[j]
			g.class = min(g.class, classOf(f))
			rows.Add(f)
		}
		g.rows = rows.Count()
		g.findings = a.Findings[i:j]
		if o.selects(g.rule) {
			out = append(out, g)
		}
		i = j
	}
	return out
}

// rank sorts groups by class, then by the order of families and codes; datasets keep their order.
func rank(gs []group) {
	slices.SortStableFunc(gs, func(a, b group) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(familyOrder(a.rule), familyOrder(b.rule)),
			cmp.Compare(a.rule.Code, b.rule.Code))
	})
}

func familyOrder(r *check.Rule) int {
	for i, f := range check.Families {
		if f.Code == r.Family() {
			return i
		}
	}
	return len(check.Families)
}

// worst returns the k gravest findings of the group, gravest first: by class, weight and confidence, then in file order.
func (g *group) worst(k int) []*check.Finding {
	var top []*check.Finding
	for i := range g.findings {
		f := &g.findings[i]
		at, _ := slices.BinarySearchFunc(top, f, graver)
		for at < len(top) && graver(top[at], f) == 0 {
			at++
		}
		if at < k {
			top = slices.Insert(top, at, f)
			top = top[:min(k, len(top))]
		}
	}
	return top
}

func graver(a, b *check.Finding) int {
	return cmp.Or(cmp.Compare(classOf(a), classOf(b)), cmp.Compare(b.Weight, a.Weight),
		cmp.Compare(b.Confidence, a.Confidence))
}

// extent says how much of the dataset the group concerns.
func (g *group) extent() string {
	n := len(g.findings)
	if g.rows == 0 {
		return plural(n, "finding", "findings")
	}
	s := wording.Thousands(g.rows) + " of " + plural(g.data.N, "row", "rows") + " (" + percent(float64(g.rows)/float64(g.data.N)) + ")"
	if n != g.rows {
		s = plural(n, "finding", "findings") + " in " + s
	}
	return s
}
