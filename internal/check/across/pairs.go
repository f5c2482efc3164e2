package across

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Pair is two datasets with the events that both have.
type Pair struct {
	A, B   int32 // indices of the datasets, A < B
	Data   [2]*record.Dataset
	Events []*Event
}

// Pairs lists every two datasets, also those that have no event in common.
func Pairs(p *check.Pass) []*Pair {
	ds := p.Across.Facts.Result.Datasets
	var out []*Pair
	at := map[[2]int32]*Pair{}
	for a := range ds {
		for b := a + 1; b < len(ds); b++ {
			x := &Pair{A: int32(a), B: int32(b), Data: [2]*record.Dataset{ds[a], ds[b]}}
			at[[2]int32{x.A, x.B}] = x
			out = append(out, x)
		}
	}
	Each(p, func(e *Event) {
		list := e.Datasets()
		for i, a := range list {
			for _, b := range list[i+1:] {
				x := at[[2]int32{a, b}]
				x.Events = append(x.Events, e)
			}
		}
	})
	return out
}

// Events counts the events of each dataset.
func Events(p *check.Pass) []int {
	out := make([]int, len(p.Across.Facts.Result.Datasets))
	for _, e := range p.Across.Facts.Result.Entities {
		last := int32(-1)
		for _, m := range e.Members { // ordered by dataset
			if m.Relation == link.Same && m.Data != last {
				last = m.Data
				out[last]++
			}
		}
	}
	return out
}

// Between is the probability that the surest records of two datasets are one event.
func (e *Event) Between(a, b int32) float64 {
	best := 0.0
	for _, x := range e.Same {
		for _, y := range e.Same {
			if x.Data == a && y.Data == b {
				best = max(best, e.Linked(x, y))
			}
		}
	}
	return best
}

// Examples names the rows of some events, those with the most dead first, as related rows of a finding on the datasets.
func Examples(events []*Event, most int) []check.Ref {
	list := slices.Clone(events)
	slices.SortStableFunc(list, func(x, y *Event) int { return cmp.Compare(y.Deaths(), x.Deaths()) })
	var out []check.Ref
	for _, e := range list[:min(most, len(list))] {
		for _, r := range e.Same {
			out = append(out, check.Ref{Data: e.Data(r), Row: int(r.Row), Column: -1})
		}
	}
	return out
}
