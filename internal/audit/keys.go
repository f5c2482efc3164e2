package audit

import (
	"context"
	"fmt"

	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/record"
)

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

func incidentKey(d *record.Dataset, row int) string {
	for i := range d.Columns {
		if c := &d.Columns[i]; c.Key() == "incident_key" {
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
