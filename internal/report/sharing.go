package report

import (
	"fmt"

	"github.com/assaydata/assay/internal/finding"
)

// sharingView is a table of how much of each dataset another one has too.
type sharingView struct {
	Columns []string
	Rows    []sharingRow
	Note    string
}

type sharingRow struct {
	Dataset, Events, Shared string
	Cells                   []sharingCell
}

type sharingCell struct {
	Text   string
	Hint   string
	Itself bool // the dataset itself
}

const mostSharing = 8

// sharing counts for every two datasets the events that both have.
func (a *across) sharing() *sharingView {
	sets := a.sets()
	shown := sets[:min(len(sets), mostSharing)]
	column := map[int]int{}
	for i, s := range shown {
		column[s.dataset] = i
	}
	both := make([][]int, len(shown))
	for i := range both {
		both[i] = make([]int, len(shown))
	}
	for _, o := range a.l.Summary.Overlap {
		for _, d := range o.Datasets {
			i, ok := column[d]
			if !ok {
				continue
			}
			for _, e := range o.Datasets {
				if j, ok := column[e]; ok {
					both[i][j] += o.Events
				}
			}
		}
	}
	v := &sharingView{}
	for i, s := range shown {
		v.Columns = append(v.Columns, s.name)
		row := sharingRow{Dataset: s.name, Events: finding.Thousands(s.alone + s.shared), Shared: share(s.shared, s.alone+s.shared)}
		for j := range shown {
			c := sharingCell{Itself: i == j}
			if i != j {
				c.Text = share(both[i][j], s.alone+s.shared)
				c.Hint = fmt.Sprintf("%s of %s events", finding.Thousands(both[i][j]), finding.Thousands(s.alone+s.shared))
			}
			row.Cells = append(row.Cells, c)
		}
		v.Rows = append(v.Rows, row)
	}
	if len(sets) > len(shown) {
		v.Note = fmt.Sprintf("Showing the %d datasets with the most events, of %d.", len(shown), len(sets))
	}
	return v
}
