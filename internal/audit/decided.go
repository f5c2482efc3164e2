package audit

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/journal"
)

// statusField is the field by which a reviewer decides whether an incident took place: assay decide value incidents:KEY status disputed.
const statusField = "status"

// decideStatus lets the decisions of the journal about incidents hold. A decision about the status of a thing that is no incident of the
// case is told with the decisions that could not be applied, unless it names a cell: those are corrections of a file.
func (a *Audit) decideStatus(j *journal.Journal) {
	if j == nil || a.Case == nil || a.Case.Incidents == nil {
		return
	}
	for _, d := range j.Values() {
		if d.Field != statusField || !a.holdsIncidents(d.A.Dataset) {
			continue
		}
		why := fmt.Sprintf("decided by %s: %s (decision %s)", d.Who, d.Why, d.ID)
		if a.Case.Incidents.Decide(d.A.ID, incident.Status(d.Value), why) || d.Old != "" {
			continue
		}
		var known []string
		for _, s := range incident.Statuses {
			known = append(known, string(s))
		}
		a.Undecided = append(a.Undecided, journal.Problem{
			File: j.Path, Line: j.Line(d.ID),
			Text: fmt.Sprintf("decision %s sets the status of %s to %q, which is no incident or no status", d.ID, d.A, d.Value),
			Hint: "the statuses are " + strings.Join(known, ", "),
		})
	}
}

func (a *Audit) holdsIncidents(dataset string) bool {
	for _, d := range a.Datasets {
		if d.Name == dataset && d.Format.ID == "incidents" {
			return true
		}
	}
	return false
}
