package event

import (
	"slices"

	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// countries gives the country of each record, below 0 where it is not known. It is asked for where a record has no point, which alone
// says more: nil where all have one.
func (r *Records) countries() []int32 {
	if !slices.ContainsFunc(r.lat, func(x float32) bool { return x != x }) {
		return nil
	}
	by := make([][]int32, len(r.Datasets)) // by code
	columns := make([]*record.Column, len(r.Datasets))
	for d, data := range r.Datasets {
		c := data.Role(record.RoleCountry)
		if c == nil || c.Storage != record.Coded {
			continue
		}
		columns[d] = c
		for i, text := range c.Dict.Texts {
			n := int32(-1)
			if c.Dict.States[i] == record.Present {
				if found, ok := place.World().FindCountry(text); ok {
					n = int32(found)
				}
			}
			by[d] = append(by[d], n)
		}
	}
	out := make([]int32, len(r.Refs))
	for i, ref := range r.Refs {
		out[i] = -1
		if c := columns[ref.Data]; c != nil {
			out[i] = by[ref.Data][c.Codes[ref.Row]]
		}
	}
	return out
}
