package overlap

import (
	"slices"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/link/event"
)

// counts are the counts of all strata by pattern.
type counts struct {
	dense [][]int64
}

// mostCells bounds the memory of all tables together.
const mostCells = 1 << 24

func newCounts(strata, lists int) *counts {
	c := &counts{dense: make([][]int64, strata)}
	for i := range c.dense {
		c.dense[i] = make([]int64, 1<<lists)
	}
	return c
}

func (c *counts) add(stratum int32, lists uint32) { c.dense[stratum][lists]++ }

func (c *counts) strata(names, lists []string) ([]capture.Stratum, error) {
	var out []capture.Stratum
	for i, name := range names {
		t, err := capture.New(lists, c.dense[i])
		if err != nil {
			return nil, err
		}
		out = append(out, capture.Stratum{Name: name, Table: t})
	}
	return out, nil
}

// entities is the entity of each record by its position.
func entities(l *event.Linked) []int32 {
	of := make([][]int32, len(l.Datasets))
	for d, data := range l.Datasets {
		of[d] = make([]int32, data.N)
	}
	for e := range l.Entities {
		for _, m := range l.Entities[e].Members {
			of[m.Data][m.Row] = int32(e)
		}
	}
	out := make([]int32, len(l.Records.Refs))
	for i, r := range l.Records.Refs {
		out[i] = of[r.Data][r.Row]
	}
	return out
}

// redraw counts again over one draw of the uncertain links. An event of the draw belongs where most of its records were before: to the stratum of
// that event, or to none.
func redraw(l *event.Linked, all []seen, before []int32, seed uint64, names, lists []string) ([]capture.Stratum, error) {
	cluster, err := l.Redraw(seed)
	if err != nil {
		return nil, err
	}
	order := make([]int32, len(cluster))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		if c := int(cluster[x]) - int(cluster[y]); c != 0 {
			return c
		}
		return int(before[x]) - int(before[y])
	})
	c := newCounts(len(names), len(lists))
	for from := 0; from < len(order); {
		to, mask := from, uint32(0)
		most, best := 0, int32(0)
		for to < len(order) && cluster[order[to]] == cluster[order[from]] {
			run := to
			for to < len(order) && cluster[order[to]] == cluster[order[from]] && before[order[to]] == before[order[run]] {
				mask |= 1 << l.Records.Refs[order[to]].Data
				to++
			}
			if to-run > most {
				most, best = to-run, before[order[run]]
			}
		}
		if all[best].stratum >= 0 {
			c.add(all[best].stratum, mask)
		}
		from = to
	}
	return c.strata(names, lists)
}
