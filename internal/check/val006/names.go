package val006

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// numbered lists the columns of numbers whose names stand in another column.
var numbered = map[string][][2]string{
	"acled": {{"iso", "country"}},
	"ged": {
		{"country_id", "country"},
		{"conflict_new_id", "conflict_name"},
		{"dyad_new_id", "dyad_name"},
		{"side_a_new_id", "side_a"},
		{"side_b_new_id", "side_b"},
	},
	"scad": {{"ccode", "countryname"}},
}

// names pairs codes with their words.
func names(d *record.Dataset) []relation {
	var out []relation
	add := func(code, name *record.Column) {
		if coded(code) && coded(name) && len(code.Dict.Texts) > 1 && len(name.Dict.Texts) > 1 {
			out = append(out, func(p *check.Pass) { oneName(p, code, name) })
		}
	}
	for _, pair := range numbered[d.Format.ID] {
		add(d.Column(pair[0]), d.Column(pair[1]))
	}
	for i := range d.Columns {
		name := &d.Columns[i]
		if key, ok := strings.CutSuffix(name.Key(), "_txt"); ok {
			add(d.Column(key), name)
		}
	}
	return out
}

// other is a name that a code carries besides the first one.
type other struct {
	code, name uint32
	count      int
	rows       []int32
}

// oneName tests that every code carries one name. The rarer names are the suspects; of equals the later one.
func oneName(p *check.Pass, code, name *record.Column) {
	same := folded(name.Dict.Texts)
	first := make([]uint32, len(code.Dict.Texts))
	counts := make([]int, len(code.Dict.Texts))
	firstRows := make([][]int32, len(code.Dict.Texts))
	var others []other
	at := map[uint64]int{}
	checked := 0
	for row, k := range code.Codes {
		n := same[name.Codes[row]]
		if n == 0 || code.Dict.States[k] != record.Present {
			continue
		}
		checked++
		if first[k] == 0 {
			first[k] = n
		}
		if first[k] == n {
			if counts[k]++; len(firstRows[k]) <= tabular.MaxRelated {
				firstRows[k] = append(firstRows[k], int32(row))
			}
			continue
		}
		key := uint64(k)<<32 | uint64(n)
		i, seen := at[key]
		if !seen {
			i = len(others)
			at[key] = i
			others = append(others, other{code: k, name: n})
		}
		if others[i].count++; len(others[i].rows) <= tabular.MaxRelated {
			others[i].rows = append(others[i].rows, int32(row))
		}
	}
	if len(others) == 0 {
		return
	}
	wrong := 0
	main := make(map[uint32]other, len(others))
	for i := range others {
		o := &others[i]
		m, seen := main[o.code]
		if !seen {
			m = other{o.code, first[o.code], counts[o.code], firstRows[o.code]}
		}
		if o.count > m.count {
			*o, m = m, *o
		}
		main[o.code] = m
		wrong += o.count
	}
	slices.SortFunc(others, func(a, b other) int { return cmp.Compare(a.rows[0], b.rows[0]) })
	if wrong >= tabular.Systematic && 2*wrong > checked {
		p.Report(check.Finding{
			Severity: check.Warning, Row: -1, Column: name.Index, Marked: []int{code.Index},
			Related: tabular.Refs(p.Data, others[0].rows, name.Index, tabular.Examples),
			Message: fmt.Sprintf("most codes of %s carry several names in %s", tabular.Name(code), tabular.Name(name)),
			Why:     fmt.Sprintf("%s of %s have another name than most rows with their code", wording.Count(wrong, "row"), wording.Thousands(checked)),
			Help:    "one of the two columns was sorted or filled by itself; obtain the file again", Weight: float64(wrong),
		})
		return
	}
	for _, o := range others {
		p.Report(contradiction(p.Data, code, name, o, main[o.code]))
	}
}

func contradiction(d *record.Dataset, code, name *record.Column, o, main other) check.Finding {
	value := code.Dict.Texts[o.code]
	found, want := name.Dict.Texts[o.name], name.Dict.Texts[main.name]
	f := check.Finding{
		Severity: check.Warning, Confidence: 0.95, Row: int(o.rows[0]), Column: name.Index, Marked: []int{code.Index},
		Related: tabular.Refs(d, o.rows[1:], name.Index, tabular.MaxRelated), Alike: o.count - 1,
		Message: fmt.Sprintf("%s %s is %s %s in %s, but %s in %s", tabular.Name(code), value, tabular.Name(name),
			wording.Quote(found, wording.Label), wording.Count(o.count, "row"), wording.Quote(want, wording.Label), wording.Count(main.count, "other row")),
		Why:      "a code has one name throughout a file; the rarer name is the suspect",
		Help:     "see in the rest of the row whether the code or the name is wrong",
		Expected: want, Found: found, Weight: float64(o.count),
	}
	if 5*o.count > main.count {
		f.Confidence = 0.6
	}
	return f
}

// folded maps each code of a dictionary to the first code whose text is the same but for capitals and spaces; empty texts
// to 0.
func folded(texts []string) []uint32 {
	out := make([]uint32, len(texts))
	seen := make(map[string]uint32, len(texts))
	for code, text := range texts {
		key := strings.Join(strings.Fields(strings.ToLower(text)), " ")
		if key == "" {
			continue
		}
		k, ok := seen[key]
		if !ok {
			k = uint32(code)
			seen[key] = k
		}
		out[code] = k
	}
	return out
}
