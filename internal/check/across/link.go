package across

import (
	"context"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/record"
)

// Link links datasets as an audit does, for tests and for measuring rules.
func Link(ctx context.Context, ds []*record.Dataset) (*check.Linkage, error) {
	linked, err := event.Link(ctx, ds, event.Options{})
	if err != nil {
		return nil, err
	}
	book, err := fact.Build(ctx, linked.Result)
	if err != nil {
		return nil, err
	}
	summary, err := book.Summarise(ctx)
	return &check.Linkage{Linked: linked, Facts: book, Summary: summary}, err
}

// Tables takes apart the example in the documentation of a rule: tables with an empty line between them.
func Tables(example string) []string {
	var out []string
	for part := range strings.SplitSeq(example, "\n\n") {
		out = append(out, strings.TrimSpace(part)+"\n")
	}
	return out
}
