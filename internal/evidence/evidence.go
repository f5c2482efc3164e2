// Package evidence says who made a statement, who repeated it, and how many independent origins stand behind it.
package evidence

import "github.com/assaydata/assay/internal/claim"

// Graph is the provenance of all claims of a case.
type Graph struct{}

// Build finds sources, origins and echoes.
func Build(t *claim.Tables) *Graph { return &Graph{} }
