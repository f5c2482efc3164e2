package audit

import (
	"context"
	"fmt"

	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// claimKeys finds the keys of rows of claim tables that have none.
func (a *Audit) claimKeys(ctx context.Context) (dossier.Keys, error) {
	keys, err := a.incidentKeys(ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range []struct {
		kind           entry.Kind
		format, column string
	}{{entry.Person, "people", "person_key"}, {entry.Group, "groups", "group_key"}} {
		more, err := a.entryKeys(ctx, k.kind, k.format, k.column)
		if err != nil {
			return nil, err
		}
		if keys == nil && len(more) > 0 {
			keys = dossier.Keys{}
		}
		for d, list := range more {
			keys[d] = list
		}
	}
	return keys, nil
}

// sureKey is the least probability with which a claim about a person or group gets the key of others: under it, it stays alone.
const sureKey = 0.95

// entryKeys links the claims about persons or groups where rows have no key: such a row gets the key of the claim that it goes with
// best, or, where none of those that it goes with has one, the least identifier among them. That two claims are about one person is a
// proposal and is told as one.
func (a *Audit) entryKeys(ctx context.Context, kind entry.Kind, format, column string) (dossier.Keys, error) {
	var tables []*record.Dataset
	some := false
	for _, d := range a.Datasets {
		if d.Format.ID == format {
			tables = append(tables, d)
			for row := range d.N {
				some = some || keyIn(d, column, row) == ""
			}
		}
	}
	if !some {
		return nil, nil
	}
	l, err := identity.Link(ctx, tables, kind, identity.Options{})
	if err != nil || l == nil {
		return nil, err
	}
	best := map[link.Ref]link.Pair{}
	u := link.NewUnion(l.Records.N())
	at := map[link.Ref]int32{}
	for i, r := range l.Records.Refs {
		at[r] = int32(i)
	}
	key := func(r link.Ref) string { return keyIn(l.Datasets[r.Data], column, int(r.Row)) }
	for _, p := range l.Pairs {
		if p.Relation != link.Same || p.Probability < sureKey {
			continue
		}
		x, y := key(p.A), key(p.B)
		switch {
		case x == "" && y == "":
			u.Join(at[p.A], at[p.B])
		case x == "" && p.Probability > best[p.A].Probability:
			best[p.A] = p
		case y == "" && p.Probability > best[p.B].Probability:
			best[p.B] = p
		}
	}
	keys := dossier.Keys{}
	for _, d := range l.Datasets {
		keys[d] = make([]string, d.N)
	}
	// The rows without keys that go together take the key of the one among them that is surest of its own.
	surest, least := map[int32]link.Pair{}, map[int32]string{}
	for i, r := range l.Records.Refs {
		g := u.Find(int32(i))
		if p, ok := best[r]; ok && p.Probability > surest[g].Probability {
			surest[g] = p
		}
		if id := l.Datasets[r.Data].ID(int(r.Row)); id != "" && key(r) == "" && (least[g] == "" || id < least[g]) {
			least[g] = id
		}
	}
	for i, r := range l.Records.Refs {
		if key(r) != "" {
			continue
		}
		g := u.Find(int32(i))
		p, ok := best[r]
		if !ok {
			p, ok = surest[g]
		}
		switch {
		case ok && key(p.A) != "":
			keys[l.Datasets[r.Data]][r.Row] = key(p.A)
		case ok:
			keys[l.Datasets[r.Data]][r.Row] = key(p.B)
		case u.Size(g) > 1:
			keys[l.Datasets[r.Data]][r.Row] = least[g]
		}
	}
	for _, d := range l.Datasets {
		n := 0
		for _, k := range keys[d] {
			if k != "" {
				n++
			}
		}
		if n > 0 {
			d.Remarks = append(d.Remarks, fmt.Sprintf("%s without %s read together with others that linking takes for the same %s: a proposal, to be checked with assay link", wording.Count(n, "row"), column, kind))
		}
	}
	return keys, nil
}

// incidentKeys links the claims about incidents where rows have no incident_key: such a row gets the key of the claims that it is
// linked to, or, where none of these has one, the identifier of the first of them. Keys that a coder gave are never changed.
func (a *Audit) incidentKeys(ctx context.Context) (dossier.Keys, error) {
	var tables []*record.Dataset
	some := false
	for _, d := range a.Datasets {
		if d.Format.ID != "incidents" || d.Events == nil || d.Events.When == nil {
			continue
		}
		tables = append(tables, d)
		for row := range d.N {
			some = some || incidentKey(d, row) == ""
		}
	}
	if !some {
		return nil, nil
	}
	l, err := event.Link(ctx, tables, event.Options{})
	if err != nil {
		return nil, fmt.Errorf("linking claims about incidents: %w", err)
	}
	keys := dossier.Keys{}
	for _, d := range l.Datasets {
		keys[d] = make([]string, d.N)
	}
	for _, e := range l.Entities {
		key := ""
		for _, m := range e.Members {
			if k := incidentKey(l.Datasets[m.Data], int(m.Row)); k != "" && (key == "" || k < key) {
				key = k
			}
		}
		if key == "" && len(e.Members) > 1 {
			key = leastID(l.Datasets, e.Members)
		}
		for _, m := range e.Members {
			keys[l.Datasets[m.Data]][m.Row] = key
		}
	}
	return keys, nil
}

func incidentKey(d *record.Dataset, row int) string { return keyIn(d, "incident_key", row) }

func keyIn(d *record.Dataset, column string, row int) string {
	for i := range d.Columns {
		if c := &d.Columns[i]; c.Key() == column {
			text, _ := c.Text(row)
			return text
		}
	}
	return ""
}

// leastID is the least identifier of the claims, so that it does not depend on the order of rows.
func leastID(ds []*record.Dataset, members []link.Member) string {
	least := ""
	for _, m := range members {
		if id := ds[m.Data].ID(int(m.Row)); id != "" && (least == "" || id < least) {
			least = id
		}
	}
	return least
}
