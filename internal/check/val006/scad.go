package val006

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/valutil"
	"github.com/assaydata/assay/internal/record"
)

func scad(d *record.Dataset) []relation {
	id, country, number := d.Role(record.RoleID), d.Column("ccode"), d.Column("id")
	if id == nil || id.Storage != record.Packed || !valutil.NumbersOf(country).OK() || !valutil.NumbersOf(number).OK() {
		return nil
	}
	return []relation{func(p *check.Pass) { eventID(p, id, country, number) }}
}

// eventID tests that the identifier is made of the country and the number within it. Placeholders of armed conflicts have
// negative identifiers that are not.
func eventID(p *check.Pass, id, country, number *record.Column) {
	c, n := valutil.NumbersOf(country), valutil.NumbersOf(number)
	t := valutil.Test{What: "eventid is ccode x 10000 + id", Columns: valutil.Columns(id, country, number)}
	for row := range p.Data.N {
		v, ok := valutil.Whole(valutil.Raw(id, row))
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
			Message: fmt.Sprintf("eventid %s is not ccode %s x 10000 + id %s", valutil.Raw(id, row), valutil.Num(c.At(row)), valutil.Num(n.At(row))),
			Why:     "the identifier is made of the country and the number within it", Help: reload,
			Expected: valutil.Num(w), Found: string(valutil.Raw(id, row)), Weight: 1,
		}
	})
}
