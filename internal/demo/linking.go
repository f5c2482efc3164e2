package demo

import (
	"context"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/record"
)

// Merging says how far claims about people, or about groups, come back together by what they say, without the keys under which the
// coder put them.
type Merging struct {
	Kind      entry.Kind
	Claims    int
	Keys      int // persons or groups by the coder's keys
	Proposed  int // as linking proposes
	Precision float64
	Recall    float64 // of the pairs of claims with one key
	of        map[string]int
}

// F1 is the harmonic mean of precision and recall.
func (m *Merging) F1() float64 { return 2 * m.Precision * m.Recall / (m.Precision + m.Recall) }

// Link links the claims of an audit about people and groups. Keys of the coder are no input.
func Link(ctx context.Context, a *audit.Audit) ([]*Merging, error) {
	var out []*Merging
	for _, k := range []struct {
		kind           entry.Kind
		format, column string
	}{{entry.Person, "people", "person_key"}, {entry.Group, "groups", "group_key"}} {
		var tables []*record.Dataset
		for _, d := range a.Datasets {
			if d.Format.ID == k.format {
				tables = append(tables, d)
			}
		}
		l, err := identity.Link(ctx, tables, k.kind, identity.Options{})
		if err != nil {
			return nil, err
		}
		if l != nil {
			out = append(out, measure(l, k.column))
		}
	}
	return out, nil
}

func measure(l *identity.Linked, column string) *Merging {
	m := &Merging{Kind: l.Kind, Proposed: len(l.Proposals), of: map[string]int{}}
	keys, pairs := map[string]int{}, map[[2]any]int{}
	together := 0
	for i, e := range l.Proposals {
		together += two(len(e.Members))
		for _, x := range e.Members {
			d := l.Datasets[x.Data]
			m.of[d.ID(int(x.Row))] = i
			m.Claims++
			key := keyOf(d, column, x.Ref)
			keys[key]++
			pairs[[2]any{i, key}]++
		}
	}
	meant, both := 0, 0
	for _, n := range keys {
		meant += two(n)
	}
	for _, n := range pairs {
		both += two(n)
	}
	m.Keys = len(keys)
	m.Precision, m.Recall = float64(both)/float64(max(1, together)), float64(both)/float64(max(1, meant))
	return m
}

func two(n int) int { return n * (n - 1) / 2 }

// keyOf is the coder's key of a claim; a claim without one is about a thing of its own.
func keyOf(d *record.Dataset, column string, r link.Ref) string {
	if c := d.Column(column); c != nil {
		if s, _ := c.Text(int(r.Row)); s != "" {
			return s
		}
	}
	return "\x00" + d.ID(int(r.Row))
}

// Right reports whether linking does what an answer about merging asks for: proposes as one, or keeps apart, so many of its claims. ok is false
// for answers that no two rows show.
func Right(list []*Merging, a Answer) (right, ok bool) {
	if a.Least < 2 {
		return false, false
	}
	for _, m := range list {
		in := map[int]int{}
		most, found := 0, 0
		for _, id := range a.Claims {
			if e, there := m.of[id]; there {
				found++
				in[e]++
				most = max(most, in[e])
			}
		}
		if found >= a.Least {
			return (most >= a.Least) == (a.Kind == "must_merge"), true
		}
	}
	return false, false
}
