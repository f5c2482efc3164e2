package con003

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// bound says that one column counts a part of another.
type bound struct {
	part, whole string
	meaning     string // of the two, for people
	soft        bool   // the codebook does not exclude exceptions
}

var bounds = []bound{
	{"nkillus", "nkill", "the dead from the United States are among the dead", false},
	{"nkillter", "nkill", "the dead perpetrators are among the dead", false},
	{"nwoundus", "nwound", "the injured from the United States are among the injured", false},
	{"nwoundte", "nwound", "the injured perpetrators are among the injured", false},
	{"nhostkidus", "nhostkid", "the hostages from the United States are among the hostages", false},
	{"nreleased", "nhostkid", "those who survived captivity are among the hostages", false},
	{"nperpcap", "nperps", "the captured perpetrators are among the perpetrators", true},
	{"ransomamtus", "ransomamt", "the ransom demanded in the United States is part of the ransom demanded", true},
	{"ransompaidus", "ransompaid", "the ransom paid from the United States is part of the ransom paid", true},
	{"population_1km", "population_2km", "the circle of 1 km lies in that of 2 km", false},
	{"population_2km", "population_5km", "the circle of 2 km lies in that of 5 km", false},
}

// pair is a bound for which a dataset has both columns.
type pair struct {
	bound
	partColumn, wholeColumn *record.Column
	p, w                    tabular.Numbers
}

func pairs(d *record.Dataset) []pair {
	var out []pair
	for _, b := range bounds {
		k := pair{bound: b, partColumn: d.Column(b.part), wholeColumn: d.Column(b.whole)}
		k.p, k.w = tabular.NumbersOf(k.partColumn), tabular.NumbersOf(k.wholeColumn)
		if k.p.OK() && k.w.OK() {
			out = append(out, k)
		}
	}
	return out
}

func applies(p *check.Pass) string {
	for _, b := range bounds {
		if p.Data.Column(b.part) != nil && p.Data.Column(b.whole) != nil {
			return ""
		}
	}
	return "no column counts a part of another"
}

func run(p *check.Pass) {
	for _, k := range pairs(p.Data) {
		if p.Cancelled() {
			return
		}
		k.check(p)
	}
}

func (k pair) check(p *check.Pass) {
	t := tabular.Test{
		What: fmt.Sprintf("%s <= %s", k.part, k.whole), Columns: tabular.Columns(k.partColumn, k.wholeColumn),
		Whole: "check whether the two columns are swapped",
	}
	for row := range p.Data.N {
		v, w := k.p.At(row), k.w.At(row)
		// A negative whole is a code for unknown, or VAL003's.
		if v != v || !(w >= 0) {
			continue
		}
		t.Checked++
		if v > w {
			t.Hit(row)
		}
	}
	part, whole := tabular.Name(k.partColumn), tabular.Name(k.wholeColumn)
	t.Report(p, func(row int) check.Finding {
		v, w := k.p.At(row), k.w.At(row)
		f := check.Finding{
			Message: fmt.Sprintf("%s %s is larger than %s %s", part, wording.Num(v), whole, wording.Num(w)),
			Why:     k.meaning, Help: "read the description of the incident, which usually names both numbers",
			Expected: fmt.Sprintf("at most %s", wording.Num(w)), Found: wording.Num(v), Weight: v - w,
		}
		if k.soft {
			f.Severity, f.Confidence = check.Warning, 0.8
		}
		if w != math.Trunc(w) {
			f.Severity, f.Confidence = check.Warning, 0.7
			f.Why += "; the whole is a fraction, probably of a total that was divided among related incidents"
		}
		return f
	})
}

// plant raises a part over its whole.
func plant(s *check.Sheet, n int) {
	list := pairs(s.Data)
	if len(list) == 0 {
		return
	}
	for i, row := range s.Pick(n, nil) {
		for j := range list {
			k := list[(i+j)%len(list)]
			w := k.w.At(row)
			if !(w >= 0) {
				continue
			}
			v := w + []float64{1, 1, 2, 5, 50}[s.Rand.IntN(5)]
			s.Rows[row][k.partColumn.Index] = wording.Num(v)
			s.Add(fmt.Sprintf("%s set to %s over %s %s", k.part, wording.Num(v), k.whole, wording.Num(w)), row)
			break
		}
	}
}
