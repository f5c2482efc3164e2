// Package dossier holds what the claim tables of a case come to when they are read together: provenance, figures,
// incidents, groups and people. Rules, the report and the commands read it; nothing in it changes after it was built.
package dossier

import (
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/roster"
)

// Dossier is all of it.
type Dossier struct {
	Claims    *claim.Tables
	Evidence  *evidence.Graph
	Figures   *figure.Book
	Incidents *incident.Set
	Roster    *roster.Roster
}

// Keys names the incident, person or group that each row of a table of claims speaks of, for rows that have no key of their own; ""
// where linking found no other claim about it.
type Keys map[*record.Dataset][]string

// Build reads the claim tables among the datasets; nil where there is no claim. keys may be nil.
func Build(ds []*record.Dataset, keys Keys) *Dossier {
	t := claim.Load(ds)
	for _, c := range t.Incidents {
		if list := keys[c.Data]; c.Key == "" && list != nil {
			c.Key = list[c.Row]
		}
	}
	for _, c := range t.People {
		if list := keys[c.Data]; c.Key == "" && list != nil && list[c.Row] != "" {
			c.Key, c.Proposed = list[c.Row], true
		}
	}
	for _, c := range t.Groups {
		if list := keys[c.Data]; c.Key == "" && list != nil && list[c.Row] != "" {
			c.Key, c.Proposed = list[c.Row], true
		}
	}
	if t.Empty() {
		return nil
	}
	d := &Dossier{Claims: t, Evidence: evidence.Build(t)}
	d.Figures = figure.Build(t, d.Evidence)
	d.Incidents = incident.Build(t, d.Evidence)
	d.Roster = roster.Build(t, d.Evidence)
	return d
}
