package val007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// details are columns that say something only where a flag is 1.
var details = []struct {
	flag, meaning string
	columns       []string
}{
	{"ishostkid", "nobody was taken hostage", []string{"nhostkid", "nhostkidus", "nhours", "ndays", "hostkidoutcome", "nreleased"}},
	{"ransom", "no ransom was demanded", []string{"ransomamt", "ransomamtus", "ransompaid", "ransompaidus"}},
	{"claimed", "nobody claimed the attack", []string{"claimmode"}},
	{"claim2", "the second group made no claim", []string{"claimmode2"}},
	{"claim3", "the third group made no claim", []string{"claimmode3"}},
	{"property", "no property was damaged", []string{"propextent", "propvalue"}},
}

func gtd(d *record.Dataset) []tie {
	var out []tie
	doubt, alternative := d.Column("doubtterr"), d.Column("alternative")
	if t := tabular.NumbersOf(doubt); t.OK() && coded(doubt, alternative) {
		out = append(out, doubtful(doubt, alternative, t))
	}
	multiple, related := d.Column("multiple"), d.Column("related")
	if m := tabular.NumbersOf(multiple); m.OK() && related != nil {
		out = append(out, tie{
			what: "multiple 1 names related events", columns: []*record.Column{related, multiple},
			judged: func(row int) bool { return m.At(row) == 1 },
			broken: func(row int) bool { return related.State(row) == record.Empty },
			finding: func(int) check.Finding {
				return check.Finding{
					Severity: check.Warning,
					Message:  "multiple is 1 (part of a series), but related names no other event",
					Why:      "every event of a series lists the others", Expected: "identifiers", Found: "nothing",
				}
			},
		})
	}
	for _, group := range details {
		flag := d.Column(group.flag)
		f := tabular.NumbersOf(flag)
		if !f.OK() {
			continue
		}
		columns := []*record.Column{flag}
		var numbers []tabular.Numbers
		for _, name := range group.columns {
			if c := d.Column(name); tabular.NumbersOf(c).OK() {
				columns, numbers = append(columns, c), append(numbers, tabular.NumbersOf(c))
			}
		}
		if len(numbers) > 0 {
			out = append(out, detail(group.flag, group.meaning, columns, f, numbers))
		}
	}
	return out
}

func doubtful(doubt, alternative *record.Column, t tabular.Numbers) tie {
	return tie{
		what: "alternative is filled exactly where doubtterr is 1", columns: []*record.Column{alternative, doubt},
		judged: func(row int) bool { return t.At(row) == 0 || t.At(row) == 1 },
		broken: func(row int) bool { return alternative.Has(row) != (t.At(row) == 1) },
		finding: func(row int) check.Finding {
			f := check.Finding{
				Severity: check.Warning,
				Message:  "doubtterr is 1 (doubt that it is terrorism), but alternative does not say what else it may be",
				Why:      "the codebook asks for the alternative where there is doubt", Expected: "1 to 5", Found: "nothing",
			}
			if t.At(row) == 0 {
				f.Message = fmt.Sprintf("doubtterr is 0 (no doubt), but alternative is %s", text(alternative, row))
				f.Why, f.Expected, f.Found = "the alternative is given only where there is doubt", "nothing", text(alternative, row)
			}
			return f
		},
	}
}

// detail ties columns to the flag that stands first among them.
func detail(name, meaning string, columns []*record.Column, flag tabular.Numbers, numbers []tabular.Numbers) tie {
	filled := func(row int) int {
		for i := range numbers {
			if numbers[i].At(row) > 0 {
				return i
			}
		}
		return -1
	}
	return tie{
		what: fmt.Sprintf("nothing is said of what %s denies", name), columns: columns,
		judged: func(row int) bool { return flag.At(row) == 0 },
		broken: func(row int) bool { return filled(row) >= 0 },
		finding: func(row int) check.Finding {
			i := filled(row)
			v := wording.Num(numbers[i].At(row))
			return check.Finding{
				Severity: check.Warning, Confidence: 0.9,
				Message: fmt.Sprintf("%s is 0 (%s), but %s is %s", name, meaning, tabular.Name(columns[i+1]), v),
				Why:     fmt.Sprintf("%s is given only where %s is 1", tabular.Name(columns[i+1]), name), Expected: "nothing", Found: v,
			}
		},
	}
}
