package val006

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func acled(d *record.Dataset) []relation {
	var out []relation
	inter1, inter2, both := d.Column("inter1"), d.Column("inter2"), d.Column("interaction")
	if coded(inter1) && coded(inter2) && coded(both) {
		out = append(out, func(p *check.Pass) { interaction(p, inter1, inter2, both) })
	}
	// Older layouts number event_id_no_cnty by release, not by country.
	id, number := d.Role(record.RoleID), d.Column("event_id_no_cnty")
	if id != nil && id.Storage == record.Packed && number != nil && d.Column("data_id") != nil && tabular.NumbersOf(number).OK() {
		out = append(out, func(p *check.Pass) { eventNumber(p, id, number) })
	}
	return out
}

func coded(c *record.Column) bool { return c != nil && c.Storage == record.Coded }

// interaction compares the pair code with the codes of the two actors, in numbers or in words.
func interaction(p *check.Pass, inter1, inter2, both *record.Column) {
	n1, n2, n := tabular.NumbersOf(inter1), tabular.NumbersOf(inter2), tabular.NumbersOf(both)
	var memo tabular.Memo
	t := tabular.Test{
		What: "interaction is the codes of inter1 and inter2, the smaller first", Columns: tabular.Columns(both, inter1, inter2),
	}
	holds := func(c, a, b uint32) bool {
		return inWords(both.Dict.Texts[c], inter1.Dict.Texts[a], inter2.Dict.Texts[b])
	}
	for row := range p.Data.N {
		v, a, b := n.At(row), n1.At(row), n2.At(row)
		if v != v {
			// Words: an empty or mixed row cannot be compared.
			if both.Codes[row] != 0 && inter1.Codes[row] != 0 && a != a && b != b {
				t.Checked++
				if !memo.Holds(both.Codes[row], inter1.Codes[row], inter2.Codes[row], holds) {
					t.Hit(row)
				}
			}
			continue
		}
		if b != b && inter2.Codes[row] == 0 {
			b = 0
		}
		if w := pair(a, b); w == w {
			t.Checked++
			if v != w {
				t.Hit(row)
			}
		}
	}
	t.Report(p, func(row int) check.Finding {
		found := both.Dict.Texts[both.Codes[row]]
		a, b := inter1.Dict.Texts[inter1.Codes[row]], inter2.Dict.Texts[inter2.Codes[row]]
		if b == "" {
			b = "nothing"
		}
		f := check.Finding{
			Message: fmt.Sprintf("interaction %s does not follow from inter1 %s and inter2 %s", found, a, b),
			Why:     "the pair code repeats the codes of the two actors", Help: reload, Found: found, Weight: 1,
		}
		if w := pair(n1.At(row), max(n2.At(row), 0)); w == w {
			f.Expected = fmt.Sprintf("%02.0f", w)
		}
		return f
	})
}

// pair returns the code of two sorts of actors, NaN where one is not a sort that the codebook knows.
func pair(a, b float64) float64 {
	const sorts = 8
	if !(a >= 0 && a <= sorts && b >= 0 && b <= sorts && a == float64(int(a)) && b == float64(int(b))) {
		return record.NaNOf(record.Missing)
	}
	if a > b {
		a, b = b, a
	}
	if a == 0 {
		return 10 * b
	}
	return 10*a + b
}

// inWords reports whether a pair in words ("State forces-Rebel group", "Rioters only") is that of the two labels, in
// either order.
func inWords(both, a, b string) bool {
	both, a, b = strings.TrimSpace(both), strings.TrimSpace(a), strings.TrimSpace(b)
	if b == "" {
		rest, ok := strings.CutPrefix(both, a)
		return ok && (rest == "" || strings.EqualFold(rest, " only") || strings.EqualFold(rest, "-none"))
	}
	return joined(both, "-", a, b) || joined(both, "-", b, a)
}

// joined reports whether text is a and b with a separator between them, without building it.
func joined(text, separator, a, b string) bool {
	return len(text) == len(a)+len(separator)+len(b) && strings.HasPrefix(text, a) && strings.HasSuffix(text, b) &&
		text[len(a):len(a)+len(separator)] == separator
}

func eventNumber(p *check.Pass, id, number *record.Column) {
	n := tabular.NumbersOf(number)
	t := tabular.Test{
		What:    fmt.Sprintf("%s is the number in %s", tabular.Name(number), tabular.Name(id)),
		Columns: tabular.Columns(number, id),
	}
	for row := range p.Data.N {
		v := n.At(row)
		w, ok := tabular.Digits(tabular.Raw(id, row))
		if v != v || !ok {
			continue
		}
		t.Checked++
		if v != float64(w) {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		w, _ := tabular.Digits(tabular.Raw(id, row))
		return check.Finding{
			Message: fmt.Sprintf("%s %s is not the number in %s %s", tabular.Name(number), wording.Num(n.At(row)), tabular.Name(id), tabular.Raw(id, row)),
			Why:     "in this layout the column repeats the number of the identifier", Help: reload,
			Expected: fmt.Sprint(w), Found: wording.Num(n.At(row)), Weight: 1,
		}
	})
}
