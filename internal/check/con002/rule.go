// Package con002 holds rule CON002 (sum-vs-total): parts that do not add up to the stated total.
package con002

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Rule is CON002.
var Rule = &check.Rule{
	Code:       "CON002",
	Name:       "sum-vs-total",
	Title:      "the parts do not add up to the stated total",
	Severity:   check.Error,
	Confidence: 0.98,
	Doc: check.Doc{
		Why: "UCDP GED defines its best estimate as the sum of the dead on side a, on side b, among civilians and of unknown status; they " +
			"add up in all 23,958 rows that were measured. A row in which they don't was changed after release, or was shifted; shares of " +
			"civilians computed from it are wrong.",
		How: "deaths_a + deaths_b + deaths_civilians + deaths_unknown = best. A row in which a part is empty is reported only where the parts " +
			"that are stated already exceed the total. Where more than half of the rows fail, that is one finding about the dataset.",
		FalseAlarms: "None known in the owner's releases. Copies whose best estimate was recomputed on purpose.",
		Fix:         "Compare the row with the dataset's release by its id. If VAL003 reports the row too, the total is the likelier culprit.",
		Literature: []string{
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
		},
		Before: "id,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best\n900001,2,5,0,1,9",
		After:  "id,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best\n900001,2,5,0,1,8",
	},
	Needs:   []record.Role{record.RoleBest},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}

var parts = [...]string{"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"}

func applies(p *check.Pass) string {
	for _, name := range parts {
		if !tabular.NumbersOf(p.Data.Column(name)).OK() {
			return "no column " + name + " to add up"
		}
	}
	return ""
}

func run(p *check.Pass) {
	total := p.Data.Role(record.RoleBest)
	best := tabular.NumbersOf(total)
	if !best.OK() {
		p.Skip("%s holds no numbers", tabular.Name(total))
		return
	}
	columns := []*record.Column{total}
	var n [len(parts)]tabular.Numbers
	for i, name := range parts {
		c := p.Data.Column(name)
		columns, n[i] = append(columns, c), tabular.NumbersOf(c)
	}
	sum := func(row int) (sum float64, all bool) {
		all = true
		for i := range n {
			if v := n[i].At(row); v == v {
				sum += v
			} else {
				all = false
			}
		}
		return sum, all
	}
	t := tabular.Test{What: "deaths_a + deaths_b + deaths_civilians + deaths_unknown = best", Columns: tabular.Columns(columns...)}
	for row := range p.Data.N {
		b := best.At(row)
		s, all := sum(row)
		if b != b || !all && s <= b {
			continue
		}
		t.Checked++
		if math.Abs(s-b) > 1e-6 {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		s, _ := sum(row)
		why := ""
		for i, name := range parts {
			if i > 0 {
				why += " + "
			}
			if v := n[i].At(row); v == v {
				why += name + " " + wording.Num(v)
			} else {
				why += name + " (empty)"
			}
		}
		return check.Finding{
			Message: fmt.Sprintf("the parts add up to %s, but best is %s", wording.Num(s), wording.Num(best.At(row))),
			Why:     why, Help: "compare the row with the dataset's release: a part or the total was changed",
			Expected: wording.Num(s), Found: wording.Num(best.At(row)), Weight: math.Abs(s - best.At(row)),
		}
	})
}

// plant changes one part by a little or a lot.
func plant(s *check.Sheet, n int) {
	if s.Data.Format.ID != "ged" {
		return
	}
	for i, row := range s.Pick(n, nil) {
		c := s.Data.Column(parts[i%len(parts)])
		v := tabular.NumbersOf(c)
		if !v.OK() || v.At(row) != v.At(row) {
			continue
		}
		step := []float64{1, 1, 2, 10, 100}[s.Rand.IntN(5)]
		s.Rows[row][c.Index] = wording.Num(v.At(row) + step)
		s.Add(fmt.Sprintf("%s raised by %s", c.Key(), wording.Num(step)), row)
	}
}
