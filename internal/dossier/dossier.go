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

// Build reads the claim tables among the datasets; nil where there is no claim.
func Build(ds []*record.Dataset) *Dossier {
	t := claim.Load(ds)
	if t.Empty() {
		return nil
	}
	d := &Dossier{Claims: t, Evidence: evidence.Build(t)}
	d.Figures = figure.Build(t, d.Evidence)
	d.Incidents = incident.Build(t, d.Evidence)
	d.Roster = roster.Build(t, d.Evidence)
	return d
}
