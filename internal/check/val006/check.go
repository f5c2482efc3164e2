package val006

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// relation is one derivation that a dataset has the columns for.
type relation func(*check.Pass)

// relations lists what can be tested on a dataset.
func relations(d *record.Dataset) []relation {
	out := dates(d)
	switch d.Format.ID {
	case "acled":
		out = append(out, acled(d)...)
	case "ged":
		out = append(out, ged(d)...)
	case "scad":
		out = append(out, scad(d)...)
	}
	return append(out, names(d)...)
}

func applies(p *check.Pass) string {
	if len(relations(p.Data)) == 0 {
		return "no column follows from others"
	}
	return ""
}

func run(p *check.Pass) {
	for _, r := range relations(p.Data) {
		if p.Cancelled() {
			return
		}
		r(p)
	}
}

const reload = "compare the row with the dataset's own release by its identifier: one of the cells was changed"
