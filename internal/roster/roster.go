package roster

import (
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
)

// Roster is all groups and people of a case, each with its claims.
type Roster struct{}

// Build brings together the claims about each group and person.
func Build(t *claim.Tables, g *evidence.Graph) *Roster { return &Roster{} }
