package incident

import (
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
)

// Set is all incidents of a case, each with its claims.
type Set struct{}

// Build brings together the claims about each incident.
func Build(t *claim.Tables, g *evidence.Graph) *Set { return &Set{} }
