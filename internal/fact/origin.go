package fact

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// farthest is how far apart in the order of an entity's records two are compared: entities are small, and one that is not
// must not take the square of its size.
const farthest = 300

// provenance is what is known of the provenance of one record.
type provenance struct {
	sources []Source
	note    []uint32 // sketch of its note
}

// joinOrigins groups the records that are Same in an entity by the voices behind them, as a union of all that ties two of
// them together. The result does not depend on their order.
func (e *entity) joinOrigins() {
	n := len(e.same)
	if n == 1 {
		e.root, e.ties, e.origin, e.origins = e.one.root[:], e.one.ties[:], e.one.origin[:], 1
		return
	}
	e.root = make([]int, n)
	e.ties = make([]string, n)
	for i := range e.root {
		e.root[i] = i
	}
	voices := make([][]string, n)
	for i, r := range e.same {
		voices[i] = e.voices(r)
	}
	for i := range n {
		for j := max(0, i-farthest); j < i; j++ {
			if e.find(i) == e.find(j) {
				continue
			}
			if why := e.tie(i, j, voices); why != "" {
				e.join(i, j, why)
			}
		}
	}
	// Origins are numbered in the order of their first record, which follows from content.
	e.origin = make([]int, n)
	for i := range n {
		if r := e.find(i); r < i { // a root is the first of its records
			e.origin[i] = e.origin[r]
		} else {
			e.origin[i] = e.origins
			e.origins++
		}
	}
}

// voices are the keys of all whom a record cites, sorted, each once.
func (e *entity) voices(r link.Ref) []string {
	var out []string
	for _, s := range e.provenance(r).sources {
		if v := s.Voice(); v != "" {
			out = append(out, voiceKey(v))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// tie says why two records are one origin, "" where they are not.
func (e *entity) tie(i, j int, voices [][]string) string {
	a, b := e.same[i], e.same[j]
	x, y := e.provenance(a), e.provenance(b)
	s, t := e.b.tables[a.Data], e.b.tables[b.Data]
	for p := range x.sources {
		for q := range y.sources {
			if x.sources[p].sameArticle(&y.sources[q]) {
				return "same article"
			}
		}
	}
	if a.Data == b.Data {
		switch {
		case anonymous(x) || anonymous(y):
			return "same dataset"
		case slices.ContainsFunc(voices[i], func(v string) bool { return slices.Contains(voices[j], v) }):
			return "same source in one dataset"
		case e.b.oneSeries(a, b):
			return "rows of one event"
		}
		if p, ok := s.shares[a.Row]; ok {
			if q, ok := s.shares[b.Row]; ok && p.group == q.group {
				return "one total over several rows"
			}
		}
	}
	if s.base == int(b.Data) || t.base == int(a.Data) {
		return "one dataset is built on the other"
	}
	if e.cites(x, voices[i], t) || e.cites(y, voices[j], s) {
		return "one dataset cites the other"
	}
	if a.Data != b.Data {
		if len(voices[i]) == 1 && len(voices[j]) == 1 && voices[i][0] == voices[j][0] && only(x) && only(y) {
			return "same agency or outlet alone"
		}
		if s.d.Format.ID == "scad" && pooled(voices[j]) && only(y) || t.d.Format.ID == "scad" && pooled(voices[i]) && only(x) {
			return "both rest on the same agencies"
		}
	}
	if resemblance(x.note, y.note) >= nearIdentity {
		return "nearly the same text"
	}
	return ""
}

// anonymous reports whether a record says of no source who or what it is.
func anonymous(p *provenance) bool {
	for i := range p.sources {
		if p.sources[i].Voice() != "" || p.sources[i].Title != 0 {
			return false
		}
	}
	return true
}

// only reports whether the voices of a record are all that it cites.
func only(p *provenance) bool {
	for i := range p.sources {
		if p.sources[i].Voice() == "" {
			return false
		}
	}
	return len(p.sources) > 0
}

// pooled reports whether a record cites nobody but the agencies that SCAD is coded from.
func pooled(voices []string) bool {
	for _, v := range voices {
		if !slices.ContainsFunc(pool, func(p Source) bool { return voiceKey(p.Agency) == v }) {
			return false
		}
	}
	return len(voices) > 0
}

// titles are the names by which event datasets are cited.
var titles = map[string][]string{
	"acled": {"acled", "armed conflict location and event data"}, "ged": {"ucdp", "ucdp ged", "uppsala conflict data program"},
	"gtd": {"gtd", "global terrorism database"}, "scad": {"scad", "social conflict analysis database"},
}

// cites reports whether a record whose only source is a dataset cites the other's dataset.
func (e *entity) cites(p *provenance, voices []string, o *table) bool {
	return len(p.sources) == 1 && len(voices) == 1 && slices.Contains(titles[o.d.Format.ID], voices[0])
}

func (e *entity) find(i int) int {
	for e.root[i] != i {
		i = e.root[i]
	}
	return i
}

func (e *entity) join(i, j int, why string) {
	a, b := e.find(i), e.find(j)
	if a > b {
		a, b = b, a
	}
	for _, w := range []string{e.ties[b], why} {
		if w != "" && (e.ties[a] == "" || w < e.ties[a]) {
			e.ties[a] = w
		}
	}
	e.root[b] = a
}

// listOrigins names the origins of an entity.
func (e *entity) listOrigins() []Origin {
	out := make([]Origin, e.origins)
	names := make([][]string, e.origins)
	for i, r := range e.same {
		o := &out[e.origin[i]]
		o.Records = append(o.Records, r)
		if len(o.Records) > 1 {
			o.Why = e.ties[e.find(i)]
		}
		for _, s := range e.provenance(r).sources {
			if v := s.Voice(); v != "" {
				names[e.origin[i]] = append(names[e.origin[i]], v)
			}
		}
	}
	for k := range out {
		out[k].Name = most(names[k])
		if out[k].Name == "" {
			out[k].Name = e.b.Result.Datasets[out[k].Records[0].Data].Name
		}
	}
	return out
}

// most returns the commonest of some names, the first in the alphabet among equals, "" for none.
func most(names []string) string {
	count := map[string]int{}
	for _, n := range names {
		count[n]++
	}
	best := ""
	for n, k := range count {
		if best == "" || cmp.Or(cmp.Compare(k, count[best]), cmp.Compare(best, n)) > 0 {
			best = n
		}
	}
	return best
}

// provenance returns what is known of a record; for one that nothing was read again of, the coded sources.
func (e *entity) provenance(r link.Ref) *provenance {
	t := e.b.tables[r.Data]
	if p := e.b.provenance[r.Data]; p.rows != nil {
		if i, ok := slices.BinarySearch(p.rows, r.Row); ok {
			return &p.list[i]
		}
	}
	p := &provenance{}
	if list, ok := t.sources.of(int(r.Row)); ok {
		p.sources = list
	}
	if t.d.Format.ID == "scad" {
		p.sources = pool
	}
	return p
}
