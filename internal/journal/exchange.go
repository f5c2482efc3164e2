package journal

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/assaydata/assay/internal/record"
)

// Import says who takes over the edges of another program, when, and from where.
type Import struct {
	By   string    // for edges that state no user
	At   time.Time // for edges that state no time
	File string    // in reasons and problems
}

// Edges turns what holds into resolver lines: records that are the same, directly or through others, get one canonical
// identifier; different and unsure become judgements of their own. It returns how many decisions have no such form: parts of
// larger things, values and suppressions.
func (j *Journal) Edges() (edges []Edge, left int) {
	sets := newSets()
	joined := map[Record]Decision{} // the first that made the record the same as another
	var rest []Decision
	for _, d := range j.Held() {
		switch d.Kind {
		case Same:
			sets.join(d.A.String(), d.B.String())
			for _, r := range []Record{d.A, d.B} {
				if _, ok := joined[r]; !ok { // Held comes in the order of time
					joined[r] = d
				}
			}
		case Different, Unsure:
			rest = append(rest, d)
		default:
			left++
		}
	}
	for r, d := range joined {
		sum := sha256.Sum256([]byte(sets.root(r.String())))
		edges = append(edges, Edge{"NK-assay-" + hex.EncodeToString(sum[:8]), r.String(), Positive, d.Who, d.When, 0})
	}
	for _, d := range rest {
		judgement := Negative
		if d.Kind == Unsure {
			judgement = Undecided
		}
		edges = append(edges, Edge{d.B.String(), d.A.String(), judgement, d.Who, d.When, 0})
	}
	slices.SortFunc(edges, func(x, y Edge) int {
		return cmp.Or(strings.Compare(x.Target, y.Target), strings.Compare(x.Source, y.Source))
	})
	return edges, left
}

// FromEdges turns resolver lines into decisions that the journal does not say already. Identifiers are dataset:id; one
// without the name of a dataset is looked up in ds and must stand in exactly one. A canonical identifier stands for the
// records joined to it: they become the same, and a judgement about it is one about the first of them. Suggestions that
// nobody decided are passed over.
func (j *Journal) FromEdges(edges []Edge, ds []*record.Dataset, by Import) ([]Decision, []Problem) {
	m := importer{Import: by, names: nameRecords(edges, ds), clusters: newSets(), members: map[string][]member{}}
	for _, e := range edges {
		if e.Judgement == Positive {
			m.positive(e)
		}
	}
	m.joined()
	for _, e := range edges {
		switch e.Judgement {
		case Negative:
			m.judge(e, Different)
		case Undecided:
			m.judge(e, Unsure)
		}
	}
	slices.SortStableFunc(m.problems, func(a, b Problem) int { return a.Line - b.Line })
	return j.news(m.out), m.problems
}

// news leaves out what the journal holds already.
func (j *Journal) news(all []Decision) []Decision {
	same := newSets()
	for _, d := range j.Pairs() {
		if d.Kind == Same {
			same.join(d.A.String(), d.B.String())
		}
	}
	var out []Decision
	seen := map[string]bool{}
	for _, d := range all {
		stands := slices.ContainsFunc(j.Standing(d), func(o Decision) bool { return o.Agrees(&d) })
		_, there := j.byID[d.ID]
		implied := d.Kind == Same && same.root(d.A.String()) == same.root(d.B.String())
		if !stands && !there && !implied && !seen[d.ID] {
			seen[d.ID] = true
			out = append(out, d)
		}
	}
	return out
}

// member is a record with the edge that joins it to a canonical identifier.
type member struct {
	record Record
	edge   Edge
}

type importer struct {
	Import
	names    map[string]Record
	clusters *sets // of canonical identifiers
	members  map[string][]member
	told     map[string]bool
	out      []Decision
	problems []Problem
}

// record returns what an identifier names: a record, or with ok = false a cluster, or neither with a problem.
func (m *importer) record(id string, e Edge) (r Record, isRecord, ok bool) {
	if r, ok := m.names[id]; ok {
		if r.Dataset != "" {
			return r, true, true
		}
		return m.unknown(id, e, "stands in more than one dataset", "write it as dataset:id")
	}
	if canonical.MatchString(id) {
		return Record{}, false, true
	}
	return m.unknown(id, e, "is no record of the datasets here", "the line is left out; identifiers are dataset:id, or stand in exactly one dataset")
}

func (m *importer) unknown(id string, e Edge, what, hint string) (Record, bool, bool) {
	if m.told == nil {
		m.told = map[string]bool{}
	}
	if !m.told[id] {
		m.told[id] = true
		m.problems = append(m.problems, Problem{m.File, e.Line, 1, fmt.Sprintf("%q %s", id, what), hint})
	}
	return Record{}, false, false
}

func (m *importer) positive(e Edge) {
	a, aIs, ok := m.record(e.Target, e)
	b, bIs, ok2 := m.record(e.Source, e)
	switch {
	case !ok || !ok2:
	case aIs && bIs:
		m.add(Same, a, b, e)
	case aIs:
		m.members[e.Source] = append(m.members[e.Source], member{a, e})
	case bIs:
		m.members[e.Target] = append(m.members[e.Target], member{b, e})
	default:
		m.clusters.join(e.Target, e.Source)
	}
}

// joined makes the records of each cluster the same as its first.
func (m *importer) joined() {
	all := map[string][]member{}
	for id, list := range m.members {
		root := m.clusters.root(id)
		all[root] = append(all[root], list...)
	}
	m.members = all
	var roots []string
	for root := range all {
		roots = append(roots, root)
	}
	slices.Sort(roots)
	for _, root := range roots {
		list := all[root]
		slices.SortFunc(list, func(x, y member) int { return cmp.Or(x.record.Compare(y.record), x.edge.Line-y.edge.Line) })
		list = slices.CompactFunc(list, func(x, y member) bool { return x.record == y.record })
		all[root] = list
		for _, x := range list[1:] {
			e := x.edge
			if first := list[0].edge; first.When.After(e.When) { // the later edge joined the two
				e.When, e.User = first.When, first.User
			}
			m.add(Same, list[0].record, x.record, e, root)
		}
	}
}

// judge adds a decision about two identifiers of which each may stand for a cluster.
func (m *importer) judge(e Edge, kind Kind) {
	var at [2]Record
	var evidence []string
	for i, id := range []string{e.Target, e.Source} {
		r, is, ok := m.record(id, e)
		if !ok {
			return
		}
		if !is {
			list := m.members[m.clusters.root(id)]
			if len(list) == 0 {
				return // nothing here belongs to it
			}
			r = list[0].record
			evidence = append(evidence, id)
		}
		at[i] = r
	}
	m.add(kind, at[0], at[1], e, evidence...)
}

func (m *importer) add(kind Kind, a, b Record, e Edge, clusters ...string) {
	d := Decision{Kind: kind, A: a, B: b, Who: cmp.Or(e.User, m.By), When: e.When, Why: "imported from " + m.File}
	if d.When.IsZero() {
		d.When = m.At
	}
	for _, c := range clusters {
		d.Evidence = append(d.Evidence, "nomenklatura:"+c)
	}
	if a == b {
		m.problems = append(m.problems, Problem{m.File, e.Line, 1, fmt.Sprintf("%s is judged %s from itself", a, kind), "the line is left out; it contradicts the lines that join its cluster"})
		return
	}
	m.out = append(m.out, d.Sealed())
}

// nameRecords finds the records that identifiers name. One that stands in several datasets gets an empty record. Without
// datasets every prefix is taken for the name of one.
func nameRecords(edges []Edge, ds []*record.Dataset) map[string]Record {
	out := map[string]Record{}
	known := map[string]bool{}
	for _, d := range ds {
		known[d.Name] = true
	}
	var bare []string
	for _, e := range edges {
		for _, id := range []string{e.Target, e.Source} {
			if r, err := ParseRecord(id); err == nil && (len(ds) == 0 || known[r.Dataset]) {
				out[id] = r
			} else {
				bare = append(bare, id)
			}
		}
	}
	for id, found := range FindID(ds, bare) {
		out[id] = Record{}
		if len(found) == 1 {
			out[id] = found[0]
		}
	}
	return out
}

// sets joins texts into sets; the root of a set is its least member, whatever the order of the joins.
type sets struct{ parent map[string]string }

func newSets() *sets { return &sets{map[string]string{}} }

func (s *sets) root(x string) string {
	for {
		p, ok := s.parent[x]
		if !ok {
			return x
		}
		if next, ok := s.parent[p]; ok {
			s.parent[x] = next // halves the way for the next time
		}
		x = p
	}
}

func (s *sets) join(x, y string) {
	x, y = s.root(x), s.root(y)
	switch {
	case x < y:
		s.parent[y] = x
	case y < x:
		s.parent[x] = y
	}
}
