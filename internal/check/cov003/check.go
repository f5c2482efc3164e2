package cov003

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// quarter is how many of the events in a quarter of the distances a dataset has.
type quarter struct {
	events, hits int
	from, to     float64 // km
}

type tested struct {
	data     int
	quarters [4]quarter
	z, p     float64
}

func run(p *check.Pass) {
	var list []tested
	for i := range p.Across.Facts.Result.Datasets {
		if t, ok := test(p, int32(i)); ok {
			list = append(list, t)
		}
	}
	ps := make([]float64, len(list))
	for i := range list {
		ps[i] = list[i].p
	}
	adjusted := stats.Holm(ps, len(ps))
	for i := range list {
		t := &list[i]
		near, far := t.quarters[0].share(), t.quarters[3].share()
		if t.z < 0 && adjusted[i] < p.Float("level") && near-far >= p.Float("effect") {
			report(p, t, adjusted[i], len(list))
		}
	}
}

func (q *quarter) share() float64 { return float64(q.hits) / float64(max(1, q.events)) }

func test(p *check.Pass, data int32) (t tested, ok bool) {
	t.data = int(data)
	events := across.Watch(p, data)
	var trend across.Trend
	for i, at := range across.Quarters(events) {
		w := &events[i]
		if at < 0 {
			continue
		}
		q := &t.quarters[at]
		if q.events == 0 {
			q.from, q.to = w.Km, w.Km
		}
		q.from, q.to = min(q.from, w.Km), max(q.to, w.Km)
		q.events++
		if w.Hit {
			q.hits++
		}
		// Events of one country, kind and size are compared with each other: where large fights are far away, size is not taken for distance.
		trend.Add(uint64(w.Country)<<32|uint64(w.Kind)<<8|uint64(across.SizeClass(w.Deaths)), float64(at), w.Hit)
	}
	for i := range t.quarters {
		if t.quarters[i].events < p.Int("events") {
			return t, false
		}
	}
	t.z, t.p = trend.Z()
	return t, true
}

func report(p *check.Pass, t *tested, adjusted float64, tests int) {
	d := p.Across.Facts.Result.Datasets[t.data]
	near, far := &t.quarters[0], &t.quarters[3]
	var parts []string
	for i := range t.quarters {
		q := &t.quarters[i]
		parts = append(parts, fmt.Sprintf("%.0f to %.0f km: %s of %s", q.from, q.to, wording.Share(q.hits, q.events), wording.Thousands(q.events)))
	}
	x := check.Finding{Data: d, Row: -1, Column: -1, Key: "distance", Weight: near.share() - far.share()}
	for _, role := range [...]record.Role{record.RoleLat, record.RoleLon} {
		if c := d.Role(role); c != nil {
			x.Marked = append(x.Marked, c.Index)
		}
	}
	x.Message = fmt.Sprintf("%s has %s of the deadly events near the capital that the other datasets have, and %s of those in the farthest quarter",
		d.Name, wording.Share(near.hits, near.events), wording.Share(far.hits, far.events))
	x.Why = "share of the others' deadly events by distance to the capital: " + strings.Join(parts, "; ") + "; compared within country, kind and size"
	x.Help = "compare regions by what several datasets have together, or weight by the share that is had at each distance"
	x.Expected, x.Found = "the same share at every distance", fmt.Sprintf("%.0f points apart", 100*(near.share()-far.share()))
	x.Stat = &check.Stat{
		Test: "Cochran-Armitage trend over quarters of distance, within strata, z", Statistic: t.z, P: t.p, Adjusted: adjusted, Tests: tests, Method: "Holm",
		Effect: near.share() - far.share(), EffectIs: "difference of the shares in the nearest and the farthest quarter",
	}
	p.Report(x)
}
