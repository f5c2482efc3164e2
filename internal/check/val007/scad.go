package val007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func scad(d *record.Dataset) []tie {
	var out []tie
	kind, central, regional := d.Role(record.RoleKind), d.Column("cgovtarget"), d.Column("rgovtarget")
	k, c, r := tabular.NumbersOf(kind), tabular.NumbersOf(central), tabular.NumbersOf(regional)
	if k.OK() && c.OK() && r.OK() {
		out = append(out, tie{
			what:    "etype 7 and 9 have no government target, 8 and 10 have one",
			columns: []*record.Column{kind, central, regional},
			judged: func(row int) bool {
				return k.At(row) >= 7 && k.At(row) <= 10 && c.At(row) == c.At(row) && r.At(row) == r.At(row)
			},
			broken: func(row int) bool {
				against := k.At(row) == 8 || k.At(row) == 10
				return (c.At(row) == 1 || r.At(row) == 1) != against
			},
			finding: func(row int) check.Finding {
				f := check.Finding{
					Why:   fmt.Sprintf("cgovtarget is %s, rgovtarget %s", wording.Num(c.At(row)), wording.Num(r.At(row))),
					Found: "etype " + wording.Num(k.At(row)),
				}
				switch k.At(row) {
				case 7:
					f.Message = "etype is 7 (pro-government violence), but a government was the target"
				case 9:
					f.Message = "etype is 9 (extra-government violence), but a government was the target"
				case 8:
					f.Message = "etype is 8 (anti-government violence), but no government was a target"
				default:
					f.Message = "etype is 10 (intra-government violence), but no government was a target"
				}
				return f
			},
		})
	}
	repress, dead := d.Column("repress"), d.Role(record.RoleBest)
	p, n := tabular.NumbersOf(repress), tabular.NumbersOf(dead)
	if p.OK() && n.OK() {
		out = append(out, tie{
			what: "lethal repression (repress 2) has deaths", columns: []*record.Column{repress, dead},
			judged: func(row int) bool { return p.At(row) == 2 && n.At(row) == n.At(row) },
			broken: func(row int) bool { return n.At(row) == 0 },
			finding: func(int) check.Finding {
				return check.Finding{
					Message: "repress is 2 (lethal repression), but ndeath is 0",
					Why:     "lethal repression means that somebody was killed", Expected: "1 or more deaths", Found: "0",
				}
			},
		})
	}
	return out
}
