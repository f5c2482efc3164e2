package figure

import (
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
)

// Book is all figures of a case, understood.
type Book struct{}

// Build understands the figures.
func Build(t *claim.Tables, g *evidence.Graph) *Book { return &Book{} }
