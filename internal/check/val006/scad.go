package val006

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func scad(d *record.Dataset) []relation {
	id, country, number := d.Role(record.RoleID), d.Column("ccode"), d.Column("id")
	if id == nil || id.Storage != record.Packed || !tabular.NumbersOf(country).OK() || !tabular.NumbersOf(number).OK() {
		return nil
	}
	return []relation{func(p *check.Pass) { eventID(p, id, country, number) }}
}

// eventID tests that the identifier is made of the country and the number within it. Placeholders of armed conflicts have
// negative identifiers that are not.
func eventID(p *check.Pass, id, country, number *record.Column) {
	c, n := tabular.NumbersOf(country), tabular.NumbersOf(number)
	t := tabular.Test{What: "eventid is ccode x 10000 + id", Columns: tabular.Columns(id, country, number)}
	for row := range p.Data.N {
		v, ok := tabular.Whole(tabular.Raw(id, row))
		w := 10000*c.At(row) + n.At(row)
		if !ok || v < 0 || w != w {
			continue
		}
		t.Checked++
		if float64(v) != w {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		w := 10000*c.At(row) + n.At(row)
		return check.Finding{
			Message: fmt.Sprintf("eventid %s is not ccode %s x 10000 + id %s", tabular.Raw(id, row), wording.Num(c.At(row)), wording.Num(n.At(row))),
			Why:     "the identifier is made of the country and the number within it", Help: reload,
			Expected: wording.Num(w), Found: string(tabular.Raw(id, row)), Weight: 1,
		}
	})
}
