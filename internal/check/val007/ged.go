package val007

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Types of violence of UCDP GED.
const (
	stateBased = 1
	nonState   = 2
	oneSided   = 3
)

func ged(d *record.Dataset) []tie {
	kind := d.Role(record.RoleKind)
	k := tabular.NumbersOf(kind)
	if !coded(kind) || !k.OK() {
		return nil
	}
	var out []tie
	a, b := d.Role(record.RoleActor1), d.Role(record.RoleActor2)
	if coded(a, b) {
		out = append(out, civilians(kind, k, b),
			governments(stateBased, true, "state-based conflict has a government side",
				"type_of_violence is 1 (state-based), but neither side is a government", "a government side", kind, k, a, b),
			governments(nonState, false, "non-state conflict has no government side",
				"type_of_violence is 2 (non-state), but a side is a government", "type_of_violence 1", kind, k, a, b))
	}
	if dead := d.Column("deaths_b"); tabular.NumbersOf(dead).OK() {
		n := tabular.NumbersOf(dead)
		out = append(out, tie{
			what: "one-sided violence has no deaths on side b", columns: []*record.Column{dead, kind},
			judged: func(row int) bool { return k.At(row) == oneSided && n.At(row) == n.At(row) },
			broken: func(row int) bool { return n.At(row) > 0 },
			finding: func(row int) check.Finding {
				return check.Finding{
					Message:  fmt.Sprintf("deaths_b is %s in one-sided violence, where side b is civilians", wording.Num(n.At(row))),
					Why:      "civilians who were killed are counted in deaths_civilians; side b has no fighters",
					Help:     "see whether the deaths belong to deaths_civilians, or the event is no one-sided violence",
					Expected: "0", Found: wording.Num(n.At(row)), Weight: n.At(row),
				}
			},
		})
	}
	return out
}

func civilians(kind *record.Column, k tabular.Numbers, b *record.Column) tie {
	is := make([]bool, len(b.Dict.Texts))
	for code, s := range b.Dict.Texts {
		is[code] = strings.EqualFold(strings.TrimSpace(s), "Civilians")
	}
	return tie{
		what: "side_b is Civilians exactly in one-sided violence", columns: []*record.Column{b, kind},
		judged: func(row int) bool { return k.At(row) >= stateBased && k.At(row) <= oneSided && b.Codes[row] != 0 },
		broken: func(row int) bool { return is[b.Codes[row]] != (k.At(row) == oneSided) },
		finding: func(row int) check.Finding {
			f := check.Finding{Why: "one-sided violence is that of an organised actor against civilians", Found: text(b, row)}
			if is[b.Codes[row]] {
				f.Message = fmt.Sprintf("side_b is Civilians, but type_of_violence is %s", wording.Num(k.At(row)))
				f.Expected = "type_of_violence 3"
			} else {
				f.Message = fmt.Sprintf("type_of_violence is 3 (one-sided), but side_b is %s", wording.Quote(text(b, row), wording.Label))
				f.Expected = "Civilians"
			}
			return f
		},
	}
}

// governments ties the type of violence to the sides: want is whether a side must be a government.
func governments(of float64, want bool, what, message, expected string, kind *record.Column, k tabular.Numbers, a, b *record.Column) tie {
	prefix := func(c *record.Column) []bool {
		out := make([]bool, len(c.Dict.Texts))
		for code, s := range c.Dict.Texts {
			out[code] = strings.HasPrefix(strings.TrimSpace(s), "Government")
		}
		return out
	}
	isA, isB := prefix(a), prefix(b)
	return tie{
		what: what, columns: []*record.Column{kind, a, b},
		judged: func(row int) bool { return k.At(row) == of && a.Codes[row] != 0 && b.Codes[row] != 0 },
		broken: func(row int) bool { return (isA[a.Codes[row]] || isB[b.Codes[row]]) != want },
		finding: func(row int) check.Finding {
			return check.Finding{
				Message:  message,
				Why:      fmt.Sprintf("the sides are %s and %s", wording.Quote(text(a, row), wording.Label), wording.Quote(text(b, row), wording.Label)),
				Expected: expected, Found: text(kind, row),
			}
		},
	}
}
