package audit

import (
	"slices"

	"github.com/assaydata/assay/internal/record"
)

// Unlinked is a dataset that took no part in linking.
type Unlinked struct {
	Data *record.Dataset
	Why  string // what it lacks
}

// Unlinked lists the datasets that linking passed over, in the order of Datasets, with what they lack.
func (a *Audit) Unlinked() []Unlinked {
	var out []Unlinked
	for _, d := range a.Datasets {
		switch {
		case a.Across != nil && slices.Contains(a.Across.Linked.Datasets, d):
		case a.Entries != nil && slices.Contains(a.entryDatasets(LinkAll), d):
		case d.N == 0:
			out = append(out, Unlinked{d, "no rows"})
		case d.Format.Claims:
			out = append(out, Unlinked{d, "a table of claims that are not about events, persons or groups"})
		default:
			out = append(out, Unlinked{d, "no column of dates"})
		}
	}
	return out
}

// Namesake is a dataset whose short name another one had, so that it goes by that name and a number.
type Namesake struct{ Data, First *record.Dataset }
