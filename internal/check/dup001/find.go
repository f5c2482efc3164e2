package dup001

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// cluster is a set of rows connected by pairs.
type cluster struct {
	rows  []int32
	pairs []pair
}

// clusters joins pairs that share rows. Clusters are ordered by their first row.
func clusters(pairs []pair) []cluster {
	parent := map[int32]int32{}
	var find func(r int32) int32
	find = func(r int32) int32 {
		p, ok := parent[r]
		if !ok || p == r {
			return r
		}
		root := find(p)
		parent[r] = root
		return root
	}
	for _, p := range pairs {
		a, b := find(p.a), find(p.b)
		// The smaller row is the root, so that the result does not depend on the order of the pairs.
		parent[max(a, b)] = min(a, b)
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		if x.a != y.a {
			return int(x.a - y.a)
		}
		return int(x.b - y.b)
	})
	index := map[int32]int{}
	var out []cluster
	for _, p := range pairs {
		root := find(p.a)
		i, ok := index[root]
		if !ok {
			i = len(out)
			index[root] = i
			out = append(out, cluster{})
		}
		out[i].pairs = append(out[i].pairs, p)
		out[i].rows = append(out[i].rows, p.a, p.b)
	}
	for i := range out {
		slices.Sort(out[i].rows)
		out[i].rows = slices.Compact(out[i].rows)
	}
	slices.SortFunc(out, func(x, y cluster) int { return int(x.rows[0] - y.rows[0]) })
	return out
}

func (s *search) report(p *check.Pass, c cluster) {
	best := c.pairs[0]
	km, gap := 0.0, 0
	for _, q := range c.pairs {
		if q.confidence > best.confidence {
			best = q
		}
		km, gap = max(km, q.km), max(gap, q.gap)
	}
	toll := s.e.Deaths[best.a].Best
	differ := grouping.Differing(s.d, c.rows)
	p.Report(check.Finding{
		Row: int(c.rows[0]), Column: p.Col(record.RoleBest), Related: grouping.Related(s.d, c.rows), Alike: len(c.rows) - 1, Marked: s.marked(p, differ),
		Confidence: best.confidence,
		Message: fmt.Sprintf("%s by the same actors with %s each lie %s and %s",
			wording.Count(len(c.rows), "event"), wording.Deaths(float64(toll)), apart(km), s.when(c.rows, gap)),
		Why:      s.why(c, best, differ),
		Help:     "read the sources side by side; if they tell of one event, keep the row with the better precision",
		Expected: "1 row an event", Found: wording.Count(len(c.rows), "row"),
		Weight: float64(toll) * float64(len(c.rows)-1) * best.confidence,
	})
}

func (s *search) why(c cluster, best pair, differ []int) string {
	names := make([]string, len(c.rows))
	for i, r := range c.rows {
		names[i] = grouping.Label(s.d, int(r))
	}
	why := fmt.Sprintf("by chance %.2g other events by these actors with this toll would be expected so close; %s differ in %s",
		best.expected, wording.List(names, 6), grouping.Names(s.d, differ, 8))
	if s.ref != nil && s.ref.Has(int(best.a)) && grouping.SameCells(int(best.a), int(best.b), s.ref) {
		why += "; they rest on the same article"
		if len(c.rows) > 2 {
			why += ", which may give one toll for all that was divided evenly among the rows"
		}
	}
	return why
}

// marked keeps of the columns that differ those that place the event.
func (s *search) marked(p *check.Pass, differ []int) []int {
	var out []int
	for _, i := range p.Cols(record.RoleDate, record.RoleDateEnd, record.RoleLat, record.RoleLon, record.RolePlace, record.RolePlacePrec, record.RoleActor1, record.RoleActor2) {
		if slices.Contains(differ, i) {
			out = append(out, i)
		}
	}
	return out
}

func apart(km float64) string {
	if km == 0 {
		return "at one point"
	}
	return fmt.Sprintf("%.1f km apart", km)
}

// when says how far apart the dates are. Dates that are known to the week may overlap without being the same.
func (s *search) when(rows []int32, gap int) string {
	if gap > 0 {
		return wording.Count(gap, "day") + " from each other"
	}
	dates := grouping.NewDates(s.d)
	for _, r := range rows[1:] {
		if !dates.Same(int(rows[0]), int(r)) {
			return "on overlapping dates"
		}
	}
	return "on the same date"
}
